import Alerting
public import Definitions
import Measures
import ModuleKit
import RuleLanguage

/// Runs rule tests: a pure function of definitions and tests.
public struct RuleTestRunner: Sendable {
    private let definitions: Definitions
    /// By id, with the priority that each belongs to.
    private let rules: [String: (rule: Rule, priority: Priority)]
    private let kpis: [String: (kpi: KPI, contracts: [DatasetContract])]

    public init(_ definitions: Definitions) {
        self.definitions = definitions
        rules = Dictionary(
            definitions.priorities.flatMap { priority in priority.rules.map { ($0.id, ($0, priority)) } },
            uniquingKeysWith: { first, _ in first })
        kpis = Dictionary(
            definitions.priorities.flatMap { priority in
                priority.kpis.map { kpi in
                    (kpi.id, (kpi, kpi.datasets.compactMap { definitions.dataset($0, of: priority) }))
                }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// What one test came to, an outcome an expectation.
    public func outcomes(of test: RuleTest) async -> [ExpectationOutcome] {
        var recorded: [RecordedTransition] = []
        var previous: CalendarDate?
        var memory = FigureMemory()
        var outcomes: [ExpectationOutcome] = []
        for night in test.nights {
            let asOf = night.asOf ?? dayAfter(night, from: test.first)
            let observations = observations(of: night, from: test.first, asOf)
            let learned = test.nights.count > 1 ? memory.learn(observations, on: asOf) : LearnedFigures()
            let judge = Judge(definitions, over: observations, asOf: asOf)
            let evaluations = await self.evaluations(judge, night)
            // The life of the alerts is told only where something is asked of it.
            var advance: Advance?
            if test.nights.count > 1 || night.expectations.contains(where: { $0.alert != nil }) {
                let told = Advance(
                    evaluations.values.sorted { ($0.rule.id, $0.level) < ($1.rule.id, $1.level) }, recorded: recorded,
                    learned: learned, defined: Set(rules.keys), asOf: asOf, previous: previous, geography: definitions.partnership.geography)
                recorded += told.added.map { RecordedTransition($0, asOf: asOf) }
                advance = told
            }
            previous = asOf
            let alerts = advance.map { AlertLives($0, recorded) }
            outcomes += night.expectations.compactMap { expectation in
                evaluations[Judged(rule: expectation.rule, level: expectation.level)].flatMap {
                    outcome(of: expectation, $0, alerts)
                }
            }
        }
        return outcomes
    }

    /// The tests side by side, in their order.
    ///
    /// - Parameter rules: the rules whose expectations are held against what they say; none for all.
    public func outcomes(of tests: [RuleTest], only rules: Set<String> = []) async -> [TestOutcomes] {
        await withTaskGroup(of: (Int, TestOutcomes).self) { group in
            for (place, test) in tests.enumerated() {
                group.addTask {
                    var wanted = test
                    if !rules.isEmpty {
                        for night in wanted.nights.indices {
                            wanted.nights[night].expectations.removeAll { !rules.contains($0.rule) }
                        }
                    }
                    return (place, TestOutcomes(test: test, outcomes: await self.outcomes(of: wanted)))
                }
            }
            var found: [(Int, TestOutcomes)] = []
            for await one in group { found.append(one) }
            return found.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private struct Judged: Hashable {
        var rule: String
        var level: AreaLevel
    }

    /// Rules that are judged by one task: fewer are not worth one.
    private static let rulesATask = 500

    /// Every rule of which something is expected, side by side where there are many.
    private func evaluations(_ judge: Judge, _ night: RuleTest.Night) async -> [Judged: RuleEvaluation] {
        var seen: Set<Judged> = []
        let wanted = night.expectations.map { Judged(rule: $0.rule, level: $0.level) }.filter { seen.insert($0).inserted }
        return await withTaskGroup(of: [(Judged, RuleEvaluation)].self) { group in
            for start in stride(from: 0, to: wanted.count, by: Self.rulesATask) {
                group.addTask {
                    wanted[start..<min(start + Self.rulesATask, wanted.count)].compactMap { key in
                        rules[key.rule].flatMap { judge.evaluation(of: $0.rule, at: key.level, $0.priority) }.map { (key, $0) }
                    }
                }
            }
            var evaluations: [Judged: RuleEvaluation] = [:]
            for await part in group { evaluations.merge(part) { first, _ in first } }
            return evaluations
        }
    }

    /// A day on which everything given is closed.
    private func dayAfter(_ night: RuleTest.Night, from first: Period) -> CalendarDate {
        let count = night.series.map(\.figures.count).max() ?? 1
        return first.moved(by: max(count, 1) - 1).lastDay.advanced(byDays: 1)
    }

    /// The figures as a run on the night would have them: later periods unknown, those whose data are not due yet not due.
    /// Areas of which nothing is given have no history.
    private func observations(of night: RuleTest.Night, from first: Period, _ asOf: CalendarDate) -> ObservationSet {
        var blocks: [ObservationSet.Key: ObservationBlock] = [:]
        for series in night.series {
            guard let (kpi, contracts) = kpis[series.kpi] else { continue }
            let key = ObservationSet.Key(kpi: kpi.id, level: series.level, grain: first.grain)
            let areas = kpi.areas(at: series.level, in: definitions.partnership.geography)
            let count = night.series.filter { $0.kpi == kpi.id && $0.level == series.level }.map(\.figures.count).max() ?? 0
            var block =
                blocks[key]
                ?? ObservationBlock(
                    kpi: kpi.id, level: series.level, unit: kpi.unit, areas: areas, first: first, periodCount: count,
                    filledWith: Observation(absent: .beforeHistory))
            guard let row = areas.firstIndex(of: series.area) else { continue }
            // What comes after the figures is not known yet; what is not given at all has no history.
            for place in series.figures.count..<count { block[row, place] = Observation(absent: .notDue) }
            for (place, figure) in series.figures.enumerated() {
                block[row, place] =
                    night.asOf.map { asOf in
                        known(figure, of: first.moved(by: place), kpi, contracts, on: asOf)
                    } ?? figure
            }
            blocks[key] = block
        }
        return ObservationSet(blocks.values)
    }

    private func known(
        _ figure: Observation, of period: Period, _ kpi: KPI, _ contracts: [DatasetContract], on asOf: CalendarDate
    ) -> Observation {
        guard kpi.isMature(period, on: asOf), contracts.allSatisfy({ $0.isDue(period, on: asOf) }) else { return Observation(absent: .notDue) }
        var known = figure
        known.provisional = figure.provisional || contracts.contains { $0.isProvisional(period, on: asOf) }
        return known
    }

    private func outcome(
        of expectation: RuleTest.Expectation, _ evaluation: RuleEvaluation, _ alerts: AlertLives?
    ) -> ExpectationOutcome? {
        let frame = evaluation.frame
        let place = expectation.period.ordinal - frame.first.ordinal
        let name = definitions.partnership.geography.area(expectation.area)?.name ?? expectation.area.rawValue
        guard let area = frame.areas.firstIndex(of: expectation.area), (0..<frame.periodCount).contains(place) else {
            return nil
        }
        return ExpectationOutcome(
            expectation: expectation, evaluation: evaluation, name: name, area: area, place: place,
            verdict: evaluation.evaluation.verdict(area: area, period: place),
            alert: alerts?.state(of: expectation.rule, in: expectation.area, expectation.period),
            states: alerts?.states(of: expectation.rule, in: expectation.area) ?? [],
            message: expectation.message == nil
                ? "" : evaluation.evaluation.message(area: area, period: place, areaName: name))
    }
}
