public import Alerting
public import Measures

/// One thing that a person did: made a mark, ended one, told the outcome of one, or erased a part of one.
public struct MarkEvent: Sendable, Hashable {
    public enum What: Sendable, Hashable {
        case made(AlertMark.Kind)
        /// Another mark, by its id.
        case ended(Int64)
        /// The outcome of an action, by its id, was told.
        case answered(Int64)
        case erased(MarkPart, of: Int64)
    }

    public var id: Int64
    public var what: What
    /// Its place in the audit chain, which orders it among the runs.
    public var place: Int
    public var day: CalendarDate
    /// Nil where it was erased.
    public var author: String?
    public var words: String?
    /// The mark that was made, ended or erased, as it stands.
    public var mark: AlertMark
}
