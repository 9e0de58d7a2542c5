public import Measures

/// What figures that are withheld are to those that rest on other figures too, such as limits and ranks.
public enum WithheldFigures: Sendable, Hashable {
    /// They are none: a source that keeps them leaves nothing else to judge by.
    case absent
    /// They are there, and may be anything: no result rests on what they are, nor on their absence.
    case anything
}

extension Evaluation {
    /// The program run anew over other figures of the same areas and periods, such as those that one reader sees.
    ///
    /// - Parameters:
    ///   - areas: the places in the frame of the areas that are judged; nil for all.
    ///   - withheld: what figures are that `figure` gives as withheld.
    ///   - figure: what takes the place of a figure: of a series, of the area at a place of this frame (for a series that is read of the area
    ///     that holds it, that one's figure), and of a period, which may lie before the frame.
    public func rerun(
        areas: [Int]? = nil, withheld: WithheldFigures = .absent,
        _ figure: (_ series: Int, _ area: Int, _ period: Period, _ known: Observation) -> Observation
    ) -> Evaluation {
        let rows = areas ?? Array(frame.areas.indices)
        let chosen = EvaluationFrame(
            areas: rows.map { frame.areas[$0] }, first: frame.first, periodCount: frame.periodCount)
        let inputs = inputs.enumerated().map { series, input in
            let known = input.observations
            var block = ObservationBlock(
                kpi: known.kpi, level: known.level, unit: known.unit, areas: chosen.areas, first: known.first,
                periodCount: known.periodCount, filledWith: Observation(absent: .missing))
            for (row, area) in rows.enumerated() {
                for column in 0..<known.periodCount {
                    block[row, column] = figure(series, area, known.first.moved(by: column), known[area, column])
                }
            }
            var changed = input
            changed.observations = block
            return changed
        }
        return Evaluation(program, over: chosen, inputs: inputs, withheld: withheld)
    }

    /// Whether a figure is one of those that may be anything.
    func mayBeAnything(_ series: Int, _ area: Int, _ period: Int, _ reference: PeriodReference = .earlier(0)) -> Bool {
        withheld == .anything && state(series, area, period, reference) == .withheld
    }

    /// As `mayBeAnything`, of any figure of the series' row in a stretch of its columns.
    func mayBeAnything(_ series: Int, _ area: Int, columns: Range<Int>) -> Bool {
        guard withheld == .anything else { return false }
        let known = columns.clamped(to: 0..<periodCount(of: series))
        return known.contains { inputs[series].observations.state(area, $0) == .withheld }
    }
}

extension Evaluation {
    /// Whether all that the rule works out for an area and a period is as in another run of it, over the same frame.
    public func agrees(with other: Evaluation, area: Int, period: Int) -> Bool {
        agrees(with: other, program.instructions.indices, area, period)
    }

    /// As `agrees`, of what the rule's message tells.
    public func messageAgrees(with other: Evaluation, area: Int, period: Int) -> Bool {
        let told = program.message.compactMap { piece in if case .figure(let register) = piece { register } else { nil } }
        return agrees(with: other, told, area, period)
    }

    private func agrees(with other: Evaluation, _ registers: some Sequence<Int>, _ area: Int, _ period: Int) -> Bool {
        let place = area * frame.periodCount + period
        return registers.allSatisfy { result($0, place) == other.result($0, place) }
    }
}
