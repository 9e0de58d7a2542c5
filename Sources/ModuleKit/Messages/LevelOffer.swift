/// The levels of areas for which an indicator can be told, where it is not all of them. `beacon check` refuses the others.
public enum LevelOffer: Sendable, Hashable {
    /// The levels whose areas hold areas of a smaller level, among which the indicator compares. The parameter names the smaller
    /// level, which is `standard` where it is left out; `itself` where the indicator is told at that level too.
    case holding(parameter: String, standard: String, itself: Bool)
    /// The whole and, where the dataset that the parameter names says who sends it, the level of the senders' areas: what is told of
    /// records that may have no place.
    case senders(parameter: String)
}

extension LevelOffer: Codable {
    private enum Keys: String, CodingKey { case told, parameter, standard, itself }
    private enum Kind: String, Codable { case holding, senders }

    /// `{"told": "holding", "parameter": "small_area_level", "standard": "lsoa", "itself": true}`, `{"told": "senders",
    /// "parameter": "dataset"}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .holding(let parameter, let standard, let itself):
            try container.encode(Kind.holding, forKey: .told)
            try container.encode(parameter, forKey: .parameter)
            try container.encode(standard, forKey: .standard)
            try container.encode(itself, forKey: .itself)
        case .senders(let parameter):
            try container.encode(Kind.senders, forKey: .told)
            try container.encode(parameter, forKey: .parameter)
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let parameter = try container.decode(String.self, forKey: .parameter)
        self =
            switch try container.decode(Kind.self, forKey: .told) {
            case .holding:
                .holding(
                    parameter: parameter, standard: try container.decode(String.self, forKey: .standard),
                    itself: try container.decode(Bool.self, forKey: .itself))
            case .senders: .senders(parameter: parameter)
            }
    }
}

extension LevelOffer {
    /// The smaller level among whose areas the indicator compares; nil where it compares none.
    public func smallLevel(_ parameters: [String: ParameterValue]) -> String? {
        guard case .holding(let parameter, let standard, _) = self else { return nil }
        guard case .text(let named) = parameters[parameter] else { return standard }
        return named
    }
}
