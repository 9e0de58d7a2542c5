public import Measures

/// What a reader was told besides alerts, under an as-of date.
public struct ToldLine: Sendable, Hashable {
    /// The group or board, by id.
    public var reader: String
    public var line: String
    public var asOf: CalendarDate

    public init(reader: String, line: String, asOf: CalendarDate) {
        self.reader = reader
        self.line = line
        self.asOf = asOf
    }
}
