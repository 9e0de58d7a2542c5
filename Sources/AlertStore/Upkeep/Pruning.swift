public import Measures

/// What is taken out of the store for its age, or was.
public struct Pruning: Sendable, Hashable {
    /// The as-of date from which on all that was known on any day is kept.
    public var keptFrom: CalendarDate
    /// Versions of figures that later runs had told otherwise before that date.
    public var observations = 0
    /// Shapes of blocks that had changed before it.
    public var editions = 0
    /// Columns of verdicts that had been replaced before it.
    public var verdictColumns = 0
    /// Notices that had gone out before it by every channel.
    public var notices = 0

    /// The last run, as SQL, of which a pruning may have taken something out; 0 where there was none.
    static let lastTouched = "ifnull((SELECT max(first_kept) FROM pruning), 0)"

    public init(keptFrom: CalendarDate) {
        self.keptFrom = keptFrom
    }

    public var isEmpty: Bool { observations == 0 && editions == 0 && verdictColumns == 0 && notices == 0 }

    /// The counts by name, as they are kept and told.
    public var removed: [String: Int] {
        ["figures": observations, "shapes of blocks": editions, "verdict columns": verdictColumns, "notices": notices]
    }
}
