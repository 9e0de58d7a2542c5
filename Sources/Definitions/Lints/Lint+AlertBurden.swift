import Diagnostics
import Measures
import RuleLanguage

extension Lint {
    /// From so many areas on the number is told; of fewer, the level of the test says enough.
    private static let manyAreas = 5

    /// How many false alarms a year chance alone brings over all the areas that a rule judges: at the KPI's usual level where that is stated, shared
    /// out evenly among the areas; at the most, otherwise. Of alternatives all are added up.
    static func alertBurden(
        _ rule: Rule, of priority: Priority, _ partnership: Partnership, _ collector: DiagnosticCollector
    ) {
        let geography = partnership.geography
        let judgedByLevel = rule.levels.map { judgedAreas(rule, at: $0, of: priority, geography) }
        guard judgedByLevel.reduce(0, +) >= Self.manyAreas else { return }
        var areas = 0
        var alarms = 0.0
        var isBound = false
        var isHeld = true
        var fewest: Double?
        for (level, judged) in zip(rule.levels, judgedByLevel) {
            let all = Double(max(1, geography.areas(at: level).count))
            guard judged > 0,
                let chance = rule.program.chanceOfAlarm(events: { $0.kpi.typical[rule.grain].map { $0 / all } })
            else { continue }
            areas += judged
            isBound = isBound || chance.isBound
            isHeld = isHeld && chance.families != nil
            fewest = [fewest, chance.fewestEvents].compactMap(\.self).max()
            var perPeriod = chance.rate * Double(judged)
            // Under no change at all, a false discovery rate holds the chance of any false alarm in the period, by each test that may fire.
            if let rate = rule.program.source.discoveryRate, let families = chance.families {
                perPeriod = min(rate * Double(families), perPeriod)
            }
            alarms += perPeriod * Self.separatePeriodsPerYear(rule.grain)
        }
        guard areas >= Self.manyAreas else { return }
        let controlled = rule.program.source.discoveryRate != nil
        collector.report(
            LintProblem.alertBurden(
                rule: rule.id, areas: areas, alarms: DecimalText.shortest(alarms, upTo: alarms < 1 ? 2 : 1),
                isBound: isBound, fewest: fewest.map { DecimalText.shortest($0, upTo: 0) },
                canBeControlled: alarms >= 1 && !controlled && isHeld),
            at: rule.places.when)
    }

    /// How many areas of a level a rule judges: its own, of those that each KPI is told for.
    private static func judgedAreas(
        _ rule: Rule, at level: AreaLevel, of priority: Priority, _ geography: Geography
    ) -> Int {
        let kpis = rule.program.series.filter { $0.level == nil }.compactMap { priority.kpi($0.name) }
        return geography.areas(at: level).count { area in
            (rule.areas?.contains(area.code) ?? true) && kpis.allSatisfy { $0.areas?.contains(area.code) ?? true }
        }
    }

    /// How many periods of a grain in a year share no month.
    private static func separatePeriodsPerYear(_ grain: Grain) -> Double {
        grain.overlaps ? 1 : 12 / Double(grain.monthsApart)
    }
}
