import Diagnostics
import Measures
import Statistics

extension RuleCompiler {
    /// The base at which an unguarded change is told how often chance alone satisfies it, where the KPI states no usual level.
    private static let usualBase = 100.0

    /// The first change or difference that `when` holds against a threshold, and the threshold where it is a constant.
    func judgedChange(under when: Int) -> (register: Int, threshold: Double?)? {
        for register in 0...when {
            guard case .compare(_, let left, let right) = instructions[register].operation,
                let change = [left, right].lazy.compactMap({ self.change(under: $0) }).first ?? spelledChange(register)
            else { continue }
            return (change, [left, right].compactMap { constant($0) }.first.map(abs))
        }
        return nil
    }

    /// What is wrong with a rule that judges a change with neither a size nor a chance guard on the same series.
    func unguardedChange(under when: Int, guards: [RuleProgram.Guard]) -> LanguageFinding? {
        guard let judged = judgedChange(under: when) else { return nil }
        let series = instructions[judged.register].operation.series
        let isGuarded = guards.contains { found in
            found.kind != .condition && operations(under: found.register).contains { $0.isGuard && $0.series == series }
        }
        guard !isGuarded else { return nil }
        let change = instructions[judged.register]
        let base = series.flatMap { self.series[$0].kpi.typical[grain] } ?? Self.usualBase
        // A difference of counts is a rise by so many events; of other units, chance says nothing by counts alone.
        let rise: Double? =
            switch change.operation {
            case .change: judged.threshold ?? 0
            case .value where change.unit == .change: judged.threshold ?? 0
            case .difference where change.unit == .count: (judged.threshold ?? 0) / base
            default: nil
            }
        guard let rise, let chance = try? chanceOfRise(over: rise, base: base) else {
            return LanguageFinding(.unguardedDifference, at: change.range)
        }
        return LanguageFinding(
            .unguardedChange(
                chance: "\(DecimalText.grouped(chance * 100, places: 0))%",
                base: "\(DecimalText.shortest(base, upTo: 1)) events",
                carriesCounts: change.unit != .change || isComputed(change.operation)),
            at: change.range)
    }

    /// What an unguarded rule's messages tell the chance rate of; nil where it judges no change.
    func unguarded(under when: Int) -> RuleProgram.UnguardedChange? {
        guard let judged = judgedChange(under: when) else { return nil }
        let change = instructions[judged.register]
        switch (change.operation, judged.threshold) {
        case (.change(let pair), let threshold?):
            return RuleProgram.UnguardedChange(comparison: pair, bound: .relative(threshold))
        case (.difference(let pair), let threshold?) where change.unit == .count:
            return RuleProgram.UnguardedChange(comparison: pair, bound: .events(threshold))
        default: return RuleProgram.UnguardedChange()
        }
    }

    /// Whether a change is one that the rule works out, from counts maybe, rather than a figure that came as a change.
    private func isComputed(_ operation: Instruction.Operation) -> Bool {
        if case .change(let pair) = operation { series[pair.series].kpi.carriesCounts } else { false }
    }

    /// The first change or difference that a figure is made of; a KPI that is told as a change is one.
    private func change(under register: Int) -> Int? {
        switch instructions[register].operation {
        case .change, .difference: register
        case .value where instructions[register].unit == .change: register
        default: instructions[register].operands.lazy.compactMap { change(under: $0) }.first
        }
    }

    /// A comparison of a series with itself in another period (`x > 1.1 * year_before(x)`) is a change that is spelled out.
    private func spelledChange(_ comparison: Int) -> Int? {
        var read: [Int: Set<PeriodReference>] = [:]
        for operation in operations(under: comparison) {
            if let series = operation.series, let reference = operation.comparedPeriod {
                read[series, default: []].insert(reference)
            }
        }
        guard let series = read.filter({ $0.value.count > 1 }).keys.min() else { return nil }
        return instructions.indices.first { place in
            let operation = instructions[place].operation
            return operation.series == series && operation.comparedPeriod.map { $0 != .earlier(0) } == true
        }
    }

    private func constant(_ register: Int) -> Double? {
        switch instructions[register].operation {
        case .constant(let value): value
        case .negative(let inner): constant(inner).map { -$0 }
        default: nil
        }
    }
}

extension Instruction.Operation {
    /// Whether the operation tells how large, or how far from chance, a comparison is.
    fileprivate var isGuard: Bool {
        switch self {
        case .significant, .base, .smallest, .processControl, .unusual: true
        default: false
        }
    }

    /// For a figure of one series, the period that it stands for in a comparison; a window stands for its first.
    fileprivate var comparedPeriod: PeriodReference? {
        switch self {
        case .value(_, let reference): reference
        case .window(_, _, let steps): .earlier(max(steps - 1, 1))
        default: nil
        }
    }
}
