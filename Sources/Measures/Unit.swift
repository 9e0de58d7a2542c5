/// What a figure is a figure of. Units are the types of the rule language: two figures of different units are
/// never compared, added or confused.
public enum Unit: Sendable, Hashable {
    /// Events or things counted.
    case count
    /// A level: a part of a whole. Held as a fraction, so 10% is 0.1; told as `10%`.
    case percent
    /// A relative change between two figures. Held as a fraction, so +10% is 0.1; told as `+10%`.
    case change
    /// A difference between two percents. Held as a fraction, so 3 points is 0.03; told as `3 points`.
    case points
    /// A count per so many of something, over a stretch of time.
    case rate(Rate)
    /// A weighted figure without a unit of its own.
    case index
    /// Pounds sterling.
    case money
    case days

    public struct Rate: Sendable, Hashable {
        /// How many of the denominator: 1,000, 10,000, 1,000,000,000.
        public var per: Double
        /// What the denominator counts, in the plural: `people`, `vehicle miles`.
        public var of: String
        public var time: TimeBase

        public init(per: Double, of: String, time: TimeBase = .period) {
            self.per = per
            self.of = of
            self.time = time
        }
    }

    /// Over how long a rate counts its events.
    public enum TimeBase: String, Sendable, Hashable, CaseIterable {
        /// The observation's own period: a quarterly rate counts a quarter's events.
        case period
        case month
        case quarter
        case year
    }

    /// Whether a difference of two figures of this unit has another unit.
    public var difference: Unit { self == .percent ? .points : self }
}

extension Unit: CustomStringConvertible {
    /// The unit as YAML writes it: `count`, `percent`, `per 1,000 people a year`.
    public var description: String {
        switch self {
        case .count: "count"
        case .percent: "percent"
        case .change: "change"
        case .points: "points"
        case .rate(let rate):
            "per \(Unit.spelled(rate.per)) \(rate.of)\(rate.time == .period ? "" : " a \(rate.time.rawValue)")"
        case .index: "index"
        case .money: "money"
        case .days: "days"
        }
    }

    /// Reads what `description` writes; nil for anything else.
    public init?(_ text: String) {
        switch text {
        case "count": self = .count
        case "percent": self = .percent
        case "change": self = .change
        case "points": self = .points
        case "index": self = .index
        case "money": self = .money
        case "days": self = .days
        default:
            var words = text.split(separator: " ").map(String.init)
            guard words.count >= 3, words[0] == "per", let per = Unit.number(words[1]) else { return nil }
            var time = TimeBase.period
            if words.count >= 5, words[words.count - 2] == "a", let base = TimeBase(rawValue: words[words.count - 1]),
                base != .period
            {
                time = base
                words.removeLast(2)
            }
            self = .rate(Rate(per: per, of: words[2...].joined(separator: " "), time: time))
        }
    }

    private static let spelledNumbers: [(Double, String)] = [(1_000_000_000, "billion"), (1_000_000, "million")]

    static func spelled(_ number: Double) -> String {
        spelledNumbers.first { $0.0 == number }?.1 ?? DecimalText.grouped(number, places: 0)
    }

    private static func number(_ word: String) -> Double? {
        if let spelled = spelledNumbers.first(where: { $0.1 == word }) { return spelled.0 }
        let digits = word.filter { $0 != "," }
        guard let value = Int(digits: digits), value > 0,
            DecimalText.grouped(Double(value), places: 0) == word || digits == word
        else { return nil }
        return Double(value)
    }
}
