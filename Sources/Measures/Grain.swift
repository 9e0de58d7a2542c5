/// The length and the step of the periods that a KPI is told for.
public enum Grain: String, Sendable, Hashable, CaseIterable, Comparable {
    case month
    case quarter
    case calendarYear = "calendar year"
    /// April to March.
    case financialYear = "financial year"
    /// Twelve months, stepping each month.
    case rollingYear = "rolling year"
    /// From April to the month named, stepping each month.
    case financialYearToDate = "financial year to date"

    /// Whether successive periods share months, so that two of them are not two pieces of evidence.
    public var overlaps: Bool { self == .rollingYear || self == .financialYearToDate }

    /// How many periods lie between a period and the same period of the year before.
    public var stepsPerYear: Int {
        switch self {
        case .month, .rollingYear, .financialYearToDate: 12
        case .quarter: 4
        case .calendarYear, .financialYear: 1
        }
    }

    public static func < (left: Grain, right: Grain) -> Bool { left.rank < right.rank }

    private var rank: Int { Grain.allCases.firstIndex(of: self) ?? 0 }
}
