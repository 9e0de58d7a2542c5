public import Definitions
public import Measures
import RuleLanguage

/// Runs the rules' programs over observations. Pure: the same definitions and observations give the same verdicts.
public struct Judge {
    private let definitions: Definitions
    private let observations: ObservationSet
    private let asOf: CalendarDate

    public init(_ definitions: Definitions, over observations: ObservationSet, asOf: CalendarDate) {
        self.definitions = definitions
        self.observations = observations
        self.asOf = asOf
    }

    /// Every rule at each of its levels, in the order of the definitions.
    public func evaluations() -> [RuleEvaluation] {
        definitions.priorities.flatMap { priority in
            priority.rules.flatMap { rule in rule.levels.compactMap { evaluation(of: rule, at: $0, priority) } }
        }
    }

    /// Nil where the rule judges no area of the level.
    public func evaluation(of rule: Rule, at level: AreaLevel, _ priority: Priority) -> RuleEvaluation? {
        let kpis = rule.program.series.compactMap { priority.kpi($0.name) }
        guard kpis.count == rule.program.series.count else { return nil }
        let areas = definitions.partnership.geography.areas(at: level).map(\.code).filter { area in
            (rule.areas?.contains(area) ?? true) && kpis.allSatisfy { $0.areas?.contains(area) ?? true }
        }
        guard !areas.isEmpty else { return nil }
        let blocks = kpis.map { observations[ObservationSet.Key(kpi: $0.id, level: level, grain: rule.grain)] }
        let last = Period.latestClosed(rule.grain, on: asOf)
        let first = blocks.compactMap { $0?.first }.min() ?? last
        let count = max(1, last.ordinal - first.ordinal + 1)
        let frame = EvaluationFrame(
            areas: areas, first: last.moved(by: 1 - count), periodCount: count)
        let inputs = zip(kpis, blocks).map { kpi, block in
            SeriesInput(
                observations: block.map { rows(of: $0, for: areas) } ?? nothing(of: kpi, at: level, frame),
                target: frame.periods.map { period in kpi.target?.expected(at: period) },
                benchmark: frame.periods.map { period in kpi.benchmark?.figures[period] })
        }
        return RuleEvaluation(
            rule: rule, level: level, evaluation: Evaluation(rule.program, over: frame, inputs: inputs),
            betters: kpis.map(\.better))
    }

    /// The block with the areas of the frame only, in its order.
    private func rows(of block: ObservationBlock, for areas: [AreaCode]) -> ObservationBlock {
        guard block.areas != areas else { return block }
        var chosen = ObservationBlock(
            kpi: block.kpi, level: block.level, unit: block.unit, areas: areas, first: block.first,
            periodCount: block.periodCount, filledWith: Observation(absent: .missing))
        for (row, area) in areas.enumerated() {
            guard let source = block.areas.firstIndex(of: area) else { continue }
            for period in 0..<block.periodCount { chosen[row, period] = block[source, period] }
        }
        return chosen
    }

    private func nothing(of kpi: KPI, at level: AreaLevel, _ frame: EvaluationFrame) -> ObservationBlock {
        ObservationBlock(
            kpi: kpi.id, level: level, unit: kpi.unit, areas: frame.areas, first: frame.first,
            periodCount: frame.periodCount, filledWith: Observation(absent: .missing))
    }
}
