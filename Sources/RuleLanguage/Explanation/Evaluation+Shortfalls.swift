import Measures

extension Evaluation {
    /// The comparisons that kept `when` from being met: of a conjunction those that were not, of a disjunction all.
    func shortfalls(at place: ExplainedPlace) -> [Explanation.Shortfall] {
        guard result(program.when, place.cell).truth == .isFalse else { return [] }
        return unmet(program.when, place).compactMap { shortfall($0, at: place) }
    }

    private func unmet(_ register: Int, _ place: ExplainedPlace) -> [Int] {
        guard result(register, place.cell).truth == .isFalse else { return [] }
        switch program.instructions[register].operation {
        case .compare: return [register]
        case .and(let left, let right), .or(let left, let right): return unmet(left, place) + unmet(right, place)
        default: return []
        }
    }

    private func shortfall(_ register: Int, at place: ExplainedPlace) -> Explanation.Shortfall? {
        let instruction = program.instructions[register]
        guard case .compare(let comparison, let left, let right) = instruction.operation else { return nil }
        let (figure, threshold) = (result(left, place.cell), result(right, place.cell))
        let unit = program.instructions[left].unit ?? program.instructions[right].unit
        let gap = abs(figure.value - threshold.value)
        var words = ""
        if gap == 0 {
            words = "just at it"
        } else if gap.isFinite, comparison != .equal, comparison != .notEqual {
            words = Self.gap(gap, unit, isRising: comparison == .greater || comparison == .greaterOrEqual)
        }
        if !words.isEmpty, let needed = needed(comparison, left, threshold, at: place) { words += "; \(needed)" }
        return Explanation.Shortfall(
            text: program.source.text(of: instruction.part, instruction.range), figure: self.words(left, place.cell),
            threshold: self.words(right, place.cell), gap: gap.isFinite ? gap : nil, words: words)
    }

    private static func gap(_ gap: Double, _ unit: Unit?, isRising: Bool) -> String {
        let size: String
        switch unit {
        // Two percents differ by points, and so do two changes.
        case .percent, .change, .points:
            size = Quantity(gap, .points).description.replacing("+", with: "")
        case .some(let unit): size = Quantity(gap, unit).description
        case nil: size = DecimalText.shortest(gap, upTo: 4)
        }
        return "\(size) \(isRising ? "short" : "over")"
    }

    /// For a change: the figure at which it would be met.
    private func needed(
        _ comparison: BinaryOperator, _ left: Int, _ threshold: Cell, at place: ExplainedPlace
    ) -> String? {
        guard case .change(let pair) = program.instructions[left].operation, threshold.low == threshold.high else {
            return nil
        }
        let before = observation(pair.series, place.area, place.period, pair.earlier)
        guard before.state == .reported, before.bounds == nil, let earlier = before.value, earlier > 0 else { return nil }
        let bound = earlier * stretch(pair, place.period) * (1 + threshold.value)
        let relation =
            switch comparison {
            case .greater: "over"
            case .greaterOrEqual: "at least"
            case .less: "under"
            default: "at most"
            }
        return "it takes \(relation) \(Quantity(bound, program.series[pair.series].unit))"
    }

    /// A cell's figure for programs.
    static func figure(_ cell: Cell, _ unit: Unit?) -> Explanation.Figure {
        let isThere = !cell.isAbsent
        let isOpen = isThere && cell.low < cell.high
        func told(_ value: Double) -> Double? { value.isFinite ? value : nil }
        return Explanation.Figure(
            value: isThere ? told(cell.value) : nil, low: isOpen ? told(cell.low) : nil,
            high: isOpen ? told(cell.high) : nil, unit: unit?.description,
            absent: isThere ? nil : AbsenceReason(rawValue: cell.reason)?.code)
    }
}
