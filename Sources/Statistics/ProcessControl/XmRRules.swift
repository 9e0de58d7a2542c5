/// How many successive points make a run of an XmR chart.
///
/// Source: NHS England, *Making Data Count*: seven on one side; its spreadsheet lets a trend be of six or of seven.
/// NHSRplotthedots has seven of both.
public struct XmRRules: Hashable, Sendable {
    public enum TrendLength: Int, Hashable, Sendable {
        case six = 6
        case seven = 7
    }

    public var trend: TrendLength

    public init(trend: TrendLength = .seven) {
        self.trend = trend
    }

    /// Points on one side of the mean that are a shift.
    public static let shift = 7
}
