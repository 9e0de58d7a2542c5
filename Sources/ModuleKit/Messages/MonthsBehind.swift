import Measures

/// How many months must lie behind a period before it can be judged. Where a parameter says how far an indicator looks back, so many as
/// the KPI states, not as many as could be stated: else a KPI that looks back three months would wait for a year.
public enum MonthsBehind: Sendable, Hashable {
    case months(Int)
    /// As many as the parameter of this name says, and `more` besides: -1 where the period's last month is one of them.
    case parameter(String, more: Int = 0)
    /// As many as always hold the days that the parameter of this name says.
    case days(parameter: String)
}

extension MonthsBehind: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self = .months(value) }
}

extension MonthsBehind {
    /// The months for a KPI with these parameters; none where the parameter is not there, which is told of it itself.
    public func months(_ parameters: [String: ParameterValue]) -> Int {
        func whole(_ name: String) -> Int? {
            guard case .number(let number) = parameters[name], (0...36_600).contains(number) else { return nil }
            return Int(number)
        }
        switch self {
        case .months(let months): return months
        case .parameter(let name, let more): return whole(name).map { max(0, $0 + more) } ?? 0
        case .days(let name): return whole(name).map(Month.fewest(holding:)) ?? 0
        }
    }

    /// Whether it is none, whatever the parameters.
    var isNone: Bool { self == .months(0) }

    /// The parameter that it follows.
    public var parameter: String? {
        switch self {
        case .months: nil
        case .parameter(let name, _), .days(let name): name
        }
    }
}

extension MonthsBehind: Codable {
    private enum Keys: String, CodingKey { case parameter, more, days }

    /// `12`, `{"parameter": "months", "more": -1}`, `{"days": "days"}`.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .months(let months):
            var container = encoder.singleValueContainer()
            try container.encode(months)
        case .parameter(let name, let more):
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(name, forKey: .parameter)
            if more != 0 { try container.encode(more, forKey: .more) }
        case .days(let name):
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(name, forKey: .days)
        }
    }

    public init(from decoder: any Decoder) throws {
        if let months = try? decoder.singleValueContainer().decode(Int.self) {
            self = .months(months)
            return
        }
        let container = try decoder.container(keyedBy: Keys.self)
        if let name = try container.decodeIfPresent(String.self, forKey: .days) {
            self = .days(parameter: name)
        } else {
            self = .parameter(
                try container.decode(String.self, forKey: .parameter),
                more: try container.decodeIfPresent(Int.self, forKey: .more) ?? 0)
        }
    }
}
