import Measures

/// Finds the situations in which a program's conditions hold, from what its units allow: counts, rates and days are never negative, a
/// relative change is never under −100%, a place is never before the first. Sound and not complete: what it finds impossible is
/// impossible; where it can't tell, it takes anything to be possible.
struct SituationFinder {
    /// More than these are not told apart; then anything is taken to be possible.
    private static let most = 128

    private let program: RuleProgram
    /// For each register the first that computes the same.
    private let same: [Int]

    init(_ program: RuleProgram) {
        self.program = program
        var first: [Instruction.Operation: Int] = [:]
        var same: [Int] = []
        for (place, instruction) in program.instructions.enumerated() {
            let operation = instruction.operation.reading { same[$0] }
            let known = first[operation] ?? place
            first[operation] = known
            same.append(known)
        }
        self.same = same
    }

    /// The situations in which a condition is met, or is known not to be; empty where there is none, nil where there are too many to tell.
    func situations(of register: Int, is wanted: Bool = true) -> [Situation]? {
        switch program.instructions[register].operation {
        case .and(let left, let right): wanted ? both(left, right, wanted) : either(left, right, wanted)
        case .or(let left, let right): wanted ? either(left, right, wanted) : both(left, right, wanted)
        case .not(let operand): situations(of: operand, is: !wanted)
        case .compare(let comparison, let left, let right):
            situations(wanted ? comparison : comparison.opposite, left, right)
        default: [.when(.term(same[register]), .exactly(wanted ? 1 : 0))]
        }
    }

    /// As `situations(of:is:)`, of several conditions that are met at once.
    func situations(ofAll registers: [Int]) -> [Situation]? {
        var found: [Situation]? = [.anything]
        for register in registers { found = joined(found, situations(of: register)) }
        return found?.filter(isPossible)
    }

    private func both(_ left: Int, _ right: Int, _ wanted: Bool) -> [Situation]? {
        joined(situations(of: left, is: wanted), situations(of: right, is: wanted))
    }

    private func either(_ left: Int, _ right: Int, _ wanted: Bool) -> [Situation]? {
        guard let first = situations(of: left, is: wanted), let second = situations(of: right, is: wanted) else { return nil }
        return first.count + second.count <= Self.most ? first + second : nil
    }

    func joined(_ left: [Situation]?, _ right: [Situation]?) -> [Situation]? {
        // What is empty stays so, whatever the other is.
        if left?.isEmpty == true || right?.isEmpty == true { return [] }
        guard let left, let right, left.count * right.count <= Self.most else { return nil }
        return left.flatMap { first in right.compactMap { first.joined(with: $0) } }
    }

    private func situations(_ comparison: BinaryOperator, _ left: Int, _ right: Int) -> [Situation] {
        let (first, second) = (domain(left), domain(right))
        let difference = first.joined(.minus, second)
        let wanted = ValueRange.all(comparison, 0)
        let possible = wanted.filter { !$0.intersection(difference).isEmpty }
        if possible.isEmpty { return [] }
        if let bound = constant(right) { return situations(of: left, comparison, bound) }
        if let bound = constant(left) { return situations(of: right, comparison.mirrored, bound) }
        let (a, b) = (same[left], same[right])
        // One order for both ways of writing it.
        guard a != b else { return ValueRange.all(comparison, 0).contains { !$0.intersection(.exactly(0)).isEmpty } ? [.anything] : [] }
        return a < b
            ? possible.map { .when(.difference(a, b), $0) }
            : possible.map { .when(.difference(b, a), $0.negated) }
    }

    private func situations(of register: Int, _ comparison: BinaryOperator, _ bound: Double) -> [Situation] {
        if case .negative(let inner) = program.instructions[register].operation {
            return situations(of: inner, comparison.mirrored, -bound)
        }
        return ValueRange.all(comparison, bound).map { $0.intersection(domain(register)) }.filter { !$0.isEmpty }
            .map { .when(.term(same[register]), $0) }
    }

    /// A figure that is compared is there: a situation that wants it missing too does not exist.
    private func isPossible(_ situation: Situation) -> Bool {
        let missing = situation.ranges.compactMap { entry -> FigureReference? in
            guard case .term(let register) = entry.subject, entry.range == .exactly(1),
                case .missing(let series, let period) = program.instructions[register].operation
            else { return nil }
            return FigureReference(series: series, period: period)
        }
        guard !missing.isEmpty else { return true }
        return situation.ranges.allSatisfy { entry in
            let registers =
                switch entry.subject {
                case .term(let register): [register]
                case .difference(let left, let right): [left, right]
                }
            return registers.flatMap(figuresNeeded).allSatisfy { !missing.contains($0) }
        }
    }

    private func figuresNeeded(_ register: Int) -> [FigureReference] {
        switch program.instructions[register].operation {
        // These speak of a figure that may be absent; a target and a benchmark do not read it.
        case .missing, .age, .target, .tolerance, .benchmark: []
        case let operation:
            operation.figuresRead + program.instructions[register].operands.flatMap(figuresNeeded)
        }
    }

    private func constant(_ register: Int) -> Double? {
        let range = domain(register)
        return range.low == range.high && range.low.isFinite ? range.low : nil
    }

    /// What a register's figure may be, from its unit and term alone.
    func domain(_ register: Int) -> ValueRange {
        let instruction = program.instructions[register]
        switch instruction.operation {
        case .constant(let value): return .exactly(value)
        case .negative(let operand): return domain(operand).negated
        case .arithmetic(let operation, let left, let right): return domain(left).joined(operation, domain(right))
        case .change(let pair): return domain(of: pair.series).low >= 0 ? ValueRange(low: -1, high: .infinity) : .everything
        case .difference: return .everything
        case .rank: return ValueRange(low: 1, high: .infinity)
        case .shareOfTotal: return ValueRange(low: 0, high: 1)
        case .age, .base, .smallest: return .notNegative
        case .target, .tolerance: return .everything
        default: return instruction.operation.series.map(domain(of:)) ?? .everything
        }
    }

    private func domain(of series: Int) -> ValueRange {
        switch program.series[series].unit {
        case .count, .rate, .days, .percent: .notNegative
        case .change: ValueRange(low: -1, high: .infinity)
        case .points, .index, .money: .everything
        }
    }

    /// The text and the unit of a term, for a message.
    func text(of register: Int) -> String {
        let instruction = program.instructions[register]
        return program.source.text(of: instruction.part, instruction.range)
    }
}

extension Instruction.Operation {
    /// The same operation over other registers.
    fileprivate func reading(_ register: (Int) -> Int) -> Instruction.Operation {
        switch self {
        case .arithmetic(let sign, let left, let right): .arithmetic(sign, register(left), register(right))
        case .compare(let sign, let left, let right): .compare(sign, register(left), register(right))
        case .and(let left, let right): .and(register(left), register(right))
        case .or(let left, let right): .or(register(left), register(right))
        case .not(let operand): .not(register(operand))
        case .negative(let operand): .negative(register(operand))
        case .beyond(let side, let series, let figure, let reference, let level):
            .beyond(side, series: series, figure: register(figure), reference: register(reference), level: level)
        default: self
        }
    }
}

extension BinaryOperator {
    /// The comparison that holds where this one does not.
    fileprivate var opposite: BinaryOperator {
        switch self {
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        case .equal: .notEqual
        case .notEqual: .equal
        default: self
        }
    }

    /// The comparison with its sides exchanged.
    var mirrored: BinaryOperator {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: self
        }
    }
}
