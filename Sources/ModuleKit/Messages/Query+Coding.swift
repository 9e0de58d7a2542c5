// The wire's form of groupings and measures is written by hand, so that it reads well in every language and does not
// follow the names of Swift's cases.

extension Query: Codable {
    private enum Keys: String, CodingKey { case name, dataset, steps, filter, groupings, measures }

    /// `steps` and `filter` are left out where there are none.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(name, forKey: .name)
        try container.encode(dataset, forKey: .dataset)
        if !steps.isEmpty { try container.encode(steps, forKey: .steps) }
        try container.encodeIfPresent(filter, forKey: .filter)
        try container.encode(groupings, forKey: .groupings)
        try container.encode(measures, forKey: .measures)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        self.init(
            try container.decode(String.self, forKey: .name), of: try container.decode(String.self, forKey: .dataset),
            steps: try container.decodeIfPresent([RecordStep].self, forKey: .steps) ?? [],
            where: try container.decodeIfPresent(String.self, forKey: .filter),
            by: try container.decode([Grouping].self, forKey: .groupings),
            measures: try container.decode([Measure].self, forKey: .measures))
    }
}

extension Grouping: Codable {
    private enum Keys: String, CodingKey { case by, level, grain, column }
    private enum Kind: String, Codable { case area, part, sender, period, column }

    /// `{"by": "area", "level": "ward"}`, so too `part` and `sender`, `{"by": "period", "grain": "quarter"}`, `{"by": "column", "column": "mode"}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .area(let level):
            try container.encode(Kind.area, forKey: .by)
            try container.encode(level, forKey: .level)
        case .part(let level):
            try container.encode(Kind.part, forKey: .by)
            try container.encode(level, forKey: .level)
        case .sender(let level):
            try container.encode(Kind.sender, forKey: .by)
            try container.encode(level, forKey: .level)
        case .period(let grain):
            try container.encode(Kind.period, forKey: .by)
            try container.encode(grain, forKey: .grain)
        case .column(let name):
            try container.encode(Kind.column, forKey: .by)
            try container.encode(name, forKey: .column)
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        switch try container.decode(Kind.self, forKey: .by) {
        case .area: self = .area(level: try container.decode(String.self, forKey: .level))
        case .part: self = .part(level: try container.decode(String.self, forKey: .level))
        case .sender: self = .sender(level: try container.decode(String.self, forKey: .level))
        case .period: self = .period(grain: try container.decode(String.self, forKey: .grain))
        case .column: self = .column(try container.decode(String.self, forKey: .column))
        }
    }
}

extension Measure: Codable {
    private enum Keys: String, CodingKey { case name, function, of, at }
    private enum Kind: String, Codable {
        case count
        case countWhere = "count where"
        case distinct, sum, average, median, quantile, minimum, maximum
    }

    /// `{"name": "n", "function": "count"}`, `{"name": "miles", "function": "sum", "of": "vehicle_miles"}`; a
    /// quantile has its part besides, `"at": 0.9`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(name, forKey: .name)
        let (kind, expression, part) = parts
        try container.encode(kind, forKey: .function)
        try container.encodeIfPresent(expression, forKey: .of)
        try container.encodeIfPresent(part, forKey: .at)
    }

    private var parts: (Kind, String?, Double?) {
        switch function {
        case .count: (.count, nil, nil)
        case .countWhere(let condition): (.countWhere, condition, nil)
        case .distinct(let expression): (.distinct, expression, nil)
        case .sum(let expression): (.sum, expression, nil)
        case .average(let expression): (.average, expression, nil)
        case .median(let expression): (.median, expression, nil)
        case .quantile(let expression, let part): (.quantile, expression, part)
        case .minimum(let expression): (.minimum, expression, nil)
        case .maximum(let expression): (.maximum, expression, nil)
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let name = try container.decode(String.self, forKey: .name)
        func of() throws -> String { try container.decode(String.self, forKey: .of) }
        let function: Function =
            switch try container.decode(Kind.self, forKey: .function) {
            case .count: .count
            case .countWhere: .countWhere(try of())
            case .distinct: .distinct(try of())
            case .sum: .sum(try of())
            case .average: .average(try of())
            case .median: .median(try of())
            case .quantile: .quantile(try of(), try container.decode(Double.self, forKey: .at))
            case .minimum: .minimum(try of())
            case .maximum: .maximum(try of())
            }
        self.init(name, function)
    }
}
