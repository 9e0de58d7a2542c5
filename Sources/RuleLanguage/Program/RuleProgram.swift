public import Measures

/// A rule, checked and resolved: a flat list of instructions, and the registers in which its answers stand.
///
/// A class, since ten thousand rules are handed from stage to stage and nothing of one ever changes.
public final class RuleProgram: Sendable {
    public struct Guard: Sendable, Hashable {
        public var kind: GuardKind
        public var register: Int
        /// Which text of the rule it comes from, and where in it.
        public var part: RulePart
        public var range: Range<Int>
    }

    /// A piece of a message: words, or a figure to put in.
    public enum MessagePiece: Sendable, Hashable {
        case words(String)
        /// The name of the area, or the period.
        case area
        case period
        case figure(register: Int)
    }

    /// A change that is judged without a guard, by a rule that says so.
    public struct UnguardedChange: Sendable, Hashable {
        public enum Bound: Sendable, Hashable {
            /// A rise by this part of the earlier count.
            case relative(Double)
            /// A rise by so many events.
            case events(Double)
        }

        /// Nil where the change is spelled out, or of figures without counts; then no rate can be told.
        public var comparison: Comparison?
        public var bound: Bound?
    }

    public let grain: Grain
    /// What it reads, in the order of first use.
    public let series: [ProgramSeries]
    public let instructions: [Instruction]
    /// The register of `when`.
    public let when: Int
    public let guards: [Guard]
    /// The register of `clear`, nil where recovery is "when is false".
    public let clear: Int?
    public let message: [MessagePiece]
    /// The texts, for explanations.
    public let source: RuleSource
    /// Where the rule waives its guard: then every message states how often chance alone would satisfy it.
    public let unguarded: UnguardedChange?

    /// The registers that the verdict and the recovery rest on; what only the message tells is not among them.
    let judgedRegisters: [Int]
    /// The places of the series that the verdict rests on.
    public let judgedSeries: [Int]

    init(
        grain: Grain, series: [ProgramSeries], instructions: [Instruction], when: Int, guards: [Guard], clear: Int?,
        message: [MessagePiece], source: RuleSource, unguarded: UnguardedChange?
    ) {
        self.grain = grain
        self.series = series
        self.instructions = instructions
        self.when = when
        self.guards = guards
        self.clear = clear
        self.message = message
        self.source = source
        self.unguarded = unguarded
        judgedRegisters = Self.registers(under: [when] + guards.map(\.register) + (clear.map { [$0] } ?? []), of: instructions)
        judgedSeries = Set(judgedRegisters.flatMap { instructions[$0].operation.allSeries }).sorted()
    }

    /// The places of the series that a register is made of, in the order of its text.
    func series(under register: Int) -> [Int] {
        Self.registers(under: [register], of: instructions).flatMap { instructions[$0].operation.allSeries }
    }

    private static func registers(under answers: [Int], of instructions: [Instruction]) -> [Int] {
        var open = answers
        var isNeeded = [Bool](repeating: false, count: instructions.count)
        while let register = open.popLast() {
            guard !isNeeded[register] else { continue }
            isNeeded[register] = true
            open += instructions[register].operands
        }
        return isNeeded.indices.filter { isNeeded[$0] }
    }
}

extension RuleProgram: Hashable {
    /// Equal where text and program are.
    public static func == (left: RuleProgram, right: RuleProgram) -> Bool {
        left === right
            || left.source == right.source && left.series == right.series && left.instructions == right.instructions
                && left.guards == right.guards && left.unguarded == right.unguarded
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

/// The texts of a rule.
public struct RuleSource: Sendable, Hashable {
    public var grain: Grain
    public var when: String
    public var given: [String]
    public var clear: String?
    public var message: String
    /// What part of the areas that are told as beyond chance, in one period and level, may be so by chance; nil where each is judged alone.
    public var discoveryRate: Double?

    public init(
        grain: Grain, when: String, given: [String] = [], clear: String? = nil, message: String = "",
        discoveryRate: Double? = nil
    ) {
        self.grain = grain
        self.when = when
        self.given = given
        self.clear = clear
        self.message = message
        self.discoveryRate = discoveryRate
    }

    public func text(of part: RulePart) -> String {
        switch part {
        case .when: when
        case .given(let place): given.indices.contains(place) ? given[place] : ""
        case .clear: clear ?? ""
        case .message: message
        }
    }

    /// The part of a text that an instruction comes from.
    public func text(of part: RulePart, _ range: Range<Int>) -> String {
        let bytes = text(of: part).utf8
        let range = range.clamped(to: 0..<bytes.count)
        let (start, end) = (
            bytes.index(bytes.startIndex, offsetBy: range.lowerBound), bytes.index(bytes.startIndex, offsetBy: range.upperBound)
        )
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
