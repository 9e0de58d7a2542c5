public import ModuleKit

/// One of the partnership's adopted priorities: one YAML file, one module.
public struct Priority: Sendable {
    public var id: String
    public var title: String
    /// The id of the module that computes its indicators.
    public var module: String
    /// The thematic group that gets the breach list.
    public var lead: String
    public var source: String
    public var themes: [String]
    public var datasets: [DatasetContract]
    public var kpis: [KPI]
    public var rules: [Rule]
    /// The file's path, as given.
    public var path: String

    public func kpi(_ id: String) -> KPI? { kpis.first { $0.id == id } }
    public func dataset(_ name: String) -> DatasetContract? { datasets.first { $0.name == name } }
}

/// Everything that the YAML files say, typed and cross-checked.
public struct Definitions: Sendable {
    public var partnership: Partnership
    /// In the order of their files' names.
    public var priorities: [Priority]

    public init(partnership: Partnership, priorities: [Priority]) {
        self.partnership = partnership
        self.priorities = priorities
    }

    public var rules: [Rule] { priorities.flatMap(\.rules) }
    public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

    /// A dataset that a priority may read: its own, or the partnership's.
    public func dataset(_ name: String, of priority: Priority) -> DatasetContract? {
        priority.dataset(name) ?? partnership.datasets.first { $0.name == name }
    }

    /// What a dataset is called; its name where it is not defined.
    public func datasetTitle(_ name: String, of priority: Priority) -> String {
        dataset(name, of: priority)?.title ?? name
    }
}
