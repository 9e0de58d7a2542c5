public import Definitions
public import Measures
import RuleLanguage

/// Runs the rules' programs over observations. Pure: the same definitions and observations give the same verdicts.
public struct Judge: Sendable {
    let definitions: Definitions
    private let observations: ObservationSet
    private let asOf: CalendarDate
    /// By priority, then by id.
    private let kpis: [String: [String: KPI]]
    private let areas: [AreaLevel: [AreaCode]]

    public init(_ definitions: Definitions, over observations: ObservationSet, asOf: CalendarDate) {
        self.definitions = definitions
        self.observations = observations
        self.asOf = asOf
        kpis = Dictionary(
            definitions.priorities.map { priority in
                (priority.id, Dictionary(priority.kpis.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
            }, uniquingKeysWith: { first, _ in first })
        areas = Dictionary(grouping: definitions.partnership.geography.areas, by: \.level).mapValues { $0.map(\.code) }
    }

    /// Every rule at each of its levels, in the order of the definitions.
    public func evaluations() -> [RuleEvaluation] {
        definitions.priorities.flatMap(evaluations)
    }

    /// As `evaluations`, the rules side by side.
    public func evaluationsSideBySide() -> [RuleEvaluation] {
        let rules = definitions.priorities.flatMap { priority in priority.rules.map { (rule: $0, priority: priority) } }
        return SideBySide.map(rules) { entry in
            entry.rule.levels.compactMap { evaluation(of: entry.rule, at: $0, entry.priority) }
        }.flatMap(\.self)
    }

    private func evaluations(of priority: Priority) -> [RuleEvaluation] {
        priority.rules.flatMap { rule in rule.levels.compactMap { evaluation(of: rule, at: $0, priority) } }
    }

    /// Nil where the rule judges no area of the level.
    public func evaluation(of rule: Rule, at level: AreaLevel, _ priority: Priority) -> RuleEvaluation? {
        evaluation(of: rule.program, at: level, among: rule.areas, priority).map { evaluation in
            RuleEvaluation(
                rule: rule, level: level, evaluation: evaluation,
                betters: rule.program.series.map { kpis[priority.id]?[$0.name]?.better ?? .neither })
        }
    }

    /// A program, run over the areas of a level. Nil where it judges none of them.
    func evaluation(
        of program: RuleProgram, at level: AreaLevel, among chosen: [AreaCode]?, _ priority: Priority
    ) -> Evaluation? {
        let series = program.series
        let kpis = series.compactMap { self.kpis[priority.id]?[$0.name] }
        guard kpis.count == series.count else { return nil }
        let areas = (self.areas[level] ?? []).filter { area in
            (chosen?.contains(area) ?? true)
                && zip(series, kpis).allSatisfy { $0.level != nil || $1.areas?.contains(area) ?? true }
        }
        guard !areas.isEmpty else { return nil }
        let blocks = zip(series, kpis).map { series, kpi in
            observations[ObservationSet.Key(kpi: kpi.id, level: series.level ?? level, grain: program.grain)]
        }
        let last = Period.latestClosed(program.grain, on: asOf)
        let first = blocks.compactMap { $0?.first }.min() ?? last
        let count = max(1, last.ordinal - first.ordinal + 1)
        let frame = EvaluationFrame(areas: areas, first: last.moved(by: 1 - count), periodCount: count)
        return Evaluation(
            program, over: frame,
            inputs: kpis.indices.map { input(of: kpis[$0], series[$0].level, at: level, blocks[$0], frame) })
    }

    private func input(
        of kpi: KPI, _ parent: AreaLevel?, at level: AreaLevel, _ block: ObservationBlock?, _ frame: EvaluationFrame
    ) -> SeriesInput {
        let rows = parent.map { parent in frame.areas.map { holder(of: $0, at: parent) } } ?? frame.areas
        let benchmarks = kpi.benchmark.map { frame.periods.map($0.period) } ?? []
        return SeriesInput(
            observations: block.map { self.rows(of: $0, rows, for: frame.areas) } ?? nothing(of: kpi, at: level, frame),
            target: kpi.target.map { target in frame.periods.map(target.expected) } ?? [],
            tolerance: kpi.target.map { target in
                frame.periods.map { target.worstTolerated(at: $0, better: kpi.better) }
            } ?? [],
            benchmark: benchmarks.map { period in period.flatMap { kpi.benchmark?.figures[$0] } },
            benchmarkPeriods: benchmarks)
    }

    /// The area of a level that holds another; nil where no single one does.
    private func holder(of area: AreaCode, at level: AreaLevel) -> AreaCode? {
        definitions.partnership.geography.area(holding: area, at: level)
    }

    /// For each of the areas the block's row of the area named beside it. An area without such a row has no value.
    private func rows(of block: ObservationBlock, _ rows: [AreaCode?], for areas: [AreaCode]) -> ObservationBlock {
        guard block.areas != areas || rows != areas else { return block }
        var chosen = ObservationBlock(
            kpi: block.kpi, level: block.level, unit: block.unit, areas: areas, first: block.first,
            periodCount: block.periodCount, filledWith: Observation(absent: .noValue))
        for (row, area) in rows.enumerated() {
            let source = area.flatMap { block.areas.firstIndex(of: $0) }
            for period in 0..<block.periodCount {
                // An area that the block should hold and does not is missing; one that no area holds has no value.
                if let source {
                    chosen[row, period] = block[source, period]
                } else if area != nil {
                    chosen[row, period] = Observation(absent: .missing)
                }
            }
        }
        return chosen
    }

    private func nothing(of kpi: KPI, at level: AreaLevel, _ frame: EvaluationFrame) -> ObservationBlock {
        ObservationBlock(
            kpi: kpi.id, level: level, unit: kpi.unit, areas: frame.areas, first: frame.first,
            periodCount: frame.periodCount, filledWith: Observation(absent: .missing))
    }
}
