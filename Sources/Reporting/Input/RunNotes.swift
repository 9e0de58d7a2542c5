/// A module that failed, so that its priority's KPIs could not be computed.
public struct FailedModule: Sendable, Hashable {
    public var module: String
    public var reason: String

    public init(module: String, reason: String) {
        self.module = module
        self.reason = reason
    }
}

/// Figures that ought to go together and do not, such as parts that miss their total by one. Not an alert.
public struct ConsistencyNote: Sendable, Hashable {
    /// The priority, by id.
    public var priority: String
    public var words: String

    public init(priority: String, words: String) {
        self.priority = priority
        self.words = words
    }
}

/// What a module says of a KPI beside its figures.
public struct KPINote: Sendable, Hashable {
    /// The KPI, by id.
    public var kpi: String
    public var words: String

    public init(kpi: String, words: String) {
        self.kpi = kpi
        self.words = words
    }
}
