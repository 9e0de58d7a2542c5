/// What a module says of itself: its answer to `describe`.
public struct Manifest: Sendable, Hashable, Codable {
    /// The version of the contract that the module speaks; the host refuses another major version.
    public var contract: Int
    /// The priority's id, as in `beacon-module-<id>`.
    public var id: String
    public var title: String
    public var indicators: [IndicatorDescription]

    public init(contract: Int = Manifest.currentContract, id: String, title: String, indicators: [IndicatorDescription]) {
        self.contract = contract
        self.id = id
        self.title = title
        self.indicators = indicators
    }

    /// The contract that this source tree speaks.
    public static let currentContract = 1
}

/// What one indicator computes, what it takes and what it reads. `beacon check` holds every KPI against it.
public struct IndicatorDescription: Sendable, Hashable, Codable {
    /// As YAML names it: `ksi_rate`.
    public var name: String
    /// One line.
    public var summary: String
    /// Numerator, denominator, what is counted and what is not, with its source.
    public var definition: String
    public var unit: UnitOffer
    public var parameters: [ParameterDescription]
    /// Datasets that the indicator reads by their own name. Standard indicators read the one that a parameter names.
    public var datasets: [DatasetUse]
    /// Whether its observations carry the count behind them, so that chance can be judged.
    public var carriesCounts: Bool
    /// Whether the values of parts make the value of the whole: false for shares, rates and distinct people.
    public var addsUp: Bool
    /// Whether a longer period has a greater figure, all else alike: true for counts of events and their rates per so many people, false for
    /// stocks, for shares, and for rates per person-day. Nil where it is so just for what adds up.
    public var growsWithDays: Bool?
    /// What must lie behind a period before it can be judged: 12 months for "repeat within 12 months".
    public var monthsBehind: MonthsBehind
    /// The levels of areas that it can be told for; nil for all.
    public var levels: LevelOffer?
    /// Which records it counts; nil where it doesn't count records one by one.
    public var counts: CountedRecords?

    public init(
        name: String, summary: String, definition: String, unit: UnitOffer, parameters: [ParameterDescription] = [],
        datasets: [DatasetUse] = [], carriesCounts: Bool, addsUp: Bool, growsWithDays: Bool? = nil,
        monthsBehind: MonthsBehind = 0, levels: LevelOffer? = nil, counts: CountedRecords? = nil
    ) {
        self.name = name
        self.summary = summary
        self.definition = definition
        self.unit = unit
        self.parameters = parameters
        self.datasets = datasets
        self.carriesCounts = carriesCounts
        self.addsUp = addsUp
        self.growsWithDays = growsWithDays
        self.monthsBehind = monthsBehind
        self.levels = levels
        self.counts = counts
    }
}

/// The units in which an indicator can be told.
public enum UnitOffer: String, Sendable, Hashable, Codable {
    case count, percent, index, money, days
    /// A rate per any number of the indicator's denominator.
    case rate
    /// Whatever unit the KPI states: for a figure published by somebody else.
    case stated
}

public struct ParameterDescription: Sendable, Hashable, Codable {
    public var name: String
    public var kind: ParameterKind
    public var required: Bool
    public var summary: String

    public init(_ name: String, _ kind: ParameterKind, required: Bool = false, summary: String) {
        self.name = name
        self.kind = kind
        self.required = required
        self.summary = summary
    }
}

public enum ParameterKind: String, Sendable, Hashable, Codable {
    case number, text, truth
    /// A list of texts.
    case texts
    /// The name of a dataset of the same file or of `partnership.yaml`.
    case dataset
    /// The name of a column of the dataset named by the parameter `dataset`.
    case column
    /// A condition on the records of the dataset named by the parameter `dataset`.
    case condition
    /// The name of a level of areas.
    case level
}

/// A dataset that an indicator reads, and the columns it needs of it.
public struct DatasetUse: Sendable, Hashable, Codable {
    public var name: String
    public var columns: [ColumnUse]

    public init(_ name: String, columns: [ColumnUse]) {
        self.name = name
        self.columns = columns
    }
}

public struct ColumnUse: Sendable, Hashable, Codable {
    public var name: String
    public var type: ColumnType

    public init(_ name: String, _ type: ColumnType) {
        self.name = name
        self.type = type
    }
}

/// The type of a dataset's column.
public enum ColumnType: String, Sendable, Hashable, Codable, CaseIterable {
    case text
    case number
    case whole
    case date
    /// A date with a time of day.
    case moment
    case truth
    /// The code or name of an area.
    case area
    /// A person's reference: replaced at load by a keyed hash; may be counted distinct, never grouped by or shown.
    case person
}
