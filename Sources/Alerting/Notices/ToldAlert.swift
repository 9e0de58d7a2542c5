public import Measures

/// What a thematic group or board was last told of one alert, by whichever notice.
public struct ToldAlert: Sendable, Hashable {
    /// The group or board, by id.
    public var reader: String
    /// The thematic group of whose list it was told.
    public var list: String
    /// As it was told.
    public var item: Notice.Item
    /// The as-of date of the run that told it.
    public var asOf: CalendarDate

    public init(reader: String, list: String, item: Notice.Item, asOf: CalendarDate) {
        self.reader = reader
        self.list = list
        self.item = item
        self.asOf = asOf
    }

    /// Whether the reader takes it to stand open.
    public var isOpen: Bool { item.section.isOpen }
}
