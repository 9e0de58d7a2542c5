import Measures
import Statistics

extension Evaluation {
    /// A figure of a register in words: `+9.6%`, `134 to 135`, `not known: missing`.
    func words(_ register: Int, _ cell: Int) -> String {
        let instruction = program.instructions[register]
        let found = result(register, cell)
        if instruction.isTruth { return Self.words(found.truth) }
        if found.isAbsent { return Self.unknownWords(found.reason) }
        // A published figure is told as published, with its rounding beside it; what follows from one, as its range.
        var isPublished = false
        if case .value = instruction.operation { isPublished = instruction.unit != .count }
        if case .benchmark = instruction.operation { isPublished = true }
        return Self.words(found, instruction.unit, asPublished: isPublished)
    }

    static func words(_ cell: Cell, _ unit: Unit?, asPublished: Bool) -> String {
        let value = words(cell.value, unit)
        guard cell.low < cell.high, !asPublished else { return value }
        let (low, high) = (words(cell.low, unit), words(cell.high, unit))
        return low == high ? low : "\(low) to \(high)"
    }

    static func words(_ value: Double, _ unit: Unit?) -> String {
        unit.map { Quantity(value, $0).description } ?? DecimalText.shortest(value, upTo: 4)
    }

    static func words(_ truth: Truth) -> String {
        switch truth {
        case .isTrue: "yes"
        case .isFalse: "no"
        case .unknown(let reason): "not known: \(reason.words)"
        }
    }

    private static func unknownWords(_ reason: UInt8) -> String {
        "not known: \((AbsenceReason(rawValue: reason) ?? .missing).words)"
    }

    /// The rule's message for an area and a period, with its figures put in.
    public func message(area: Int, period: Int, areaName: String) -> String {
        let cell = area * frame.periodCount + period
        return program.message.map { piece in
            switch piece {
            case .words(let words): words
            case .area: areaName
            case .period: frame.first.moved(by: period).title
            case .figure(let register): words(register, cell)
            }
        }.joined() + (chanceWords(area: area, period: period).map { " \($0)" } ?? "")
    }

    private static let notExcluded = "[unguarded: chance is not excluded]"

    /// For a rule without a guard: how often chance alone would satisfy it at counts like these. Nil for a rule with
    /// guards, and where no change is judged.
    private func chanceWords(area: Int, period: Int) -> String? {
        guard let unguarded = program.unguarded else { return nil }
        guard let comparison = unguarded.comparison, let bound = unguarded.bound else { return Self.notExcluded }
        let (now, before) = observations(comparison, area, period)
        guard let count = now.count, let baseCount = before.count else { return Self.notExcluded }
        let base = (count + baseCount) / 2
        let rise: Double =
            switch bound {
            case .relative(let part): part
            case .events(let events): base > 0 ? events / base : 0
            }
        guard let chance = try? chanceOfRise(over: rise, base: base) else { return Self.notExcluded }
        let rate = DecimalText.grouped(chance * 100, places: 0)
        return "[unguarded: chance alone does this in \(rate)% of unchanged series of this size]"
    }
}
