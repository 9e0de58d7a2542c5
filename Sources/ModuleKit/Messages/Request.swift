public import Measures

/// A KPI as its module sees it: an indicator with parameters, and what to tell it for.
public struct IndicatorRequest: Sendable, Hashable, Codable {
    public var kpi: String
    public var indicator: String
    public var parameters: [String: ParameterValue]
    /// As YAML writes it: `count`, `per 1,000 people`.
    public var unit: String
    public var grains: [String]
    public var levels: [String]
    /// The datasets that hold figures, with how often one comes for each area: a grain. A sum of figures is whole only where
    /// every one of them is there, while records that are not there are none. Nil where there are none such.
    public var figures: [String: String]?
    /// How many areas of the smaller level there are, for an indicator that is told for the levels that hold such areas.
    public var parts: PartNumbers?

    public init(
        kpi: String, indicator: String, parameters: [String: ParameterValue] = [:], unit: Unit, grains: [Grain],
        levels: [AreaLevel], figures: [String: Grain]? = nil, parts: PartNumbers? = nil
    ) {
        self.parts = parts
        self.figures = figures?.mapValues(\.rawValue)
        self.kpi = kpi
        self.indicator = indicator
        self.parameters = parameters
        self.unit = unit.description
        self.grains = grains.map(\.rawValue)
        self.levels = levels.map(\.rawValue)
    }
}

public enum ParameterValue: Sendable, Hashable {
    case number(Double)
    case text(String)
    case truth(Bool)
    case texts([String])
}

extension ParameterValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .texts(try container.decode([String].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .truth(let truth): try container.encode(truth)
        case .texts(let texts): try container.encode(texts)
        }
    }
}

/// What `compute` is asked for one KPI: a frame per level and grain, and the tables that its queries brought.
public struct ComputeRequest: Sendable, Hashable {
    public var request: IndicatorRequest
    public var frames: [Frame]
    /// By the query's name.
    public var tables: [String: Table]

    public init(request: IndicatorRequest, frames: [Frame], tables: [String: Table]) {
        self.request = request
        self.frames = frames
        self.tables = tables
    }
}

/// The areas and periods for which observations are wanted.
///
/// Only periods whose records are in are named: a period that is not here is missing, not due, or before the
/// series begins, and that is the host's to say. So a group without a row in a table is a true zero.
public struct Frame: Sendable, Hashable, Codable {
    public var level: String
    public var grain: String
    public var areas: [String]
    /// Ordinals of the grain's periods, ascending.
    public var periods: [Int]

    public init(level: AreaLevel, grain: Grain, areas: [AreaCode], periods: [Int]) {
        self.level = level.rawValue
        self.grain = grain.rawValue
        self.areas = areas.map(\.rawValue)
        self.periods = periods
    }
}

/// What a module answers for one frame of one KPI: observations in no particular order. Areas and periods that it
/// leaves out are missing.
public struct ComputedObservations: Sendable, Hashable {
    public struct Row: Sendable, Hashable {
        public var area: String
        public var period: Int
        public var observation: Observation

        public init(area: String, period: Int, observation: Observation) {
            self.area = area
            self.period = period
            self.observation = observation
        }
    }

    public var kpi: String
    public var level: String
    public var grain: String
    public var rows: [Row]
    /// What the reader should know beside the figures: an inconsistency between parts and total, say.
    public var notes: [String]

    public init(kpi: String, frame: Frame, rows: [Row], notes: [String] = []) {
        self.kpi = kpi
        level = frame.level
        grain = frame.grain
        self.rows = rows
        self.notes = notes
    }

    init(kpi: String, level: String, grain: String, rows: [Row], notes: [String]) {
        self.kpi = kpi
        self.level = level
        self.grain = grain
        self.rows = rows
        self.notes = notes
    }
}
