import Definitions
import Diagnostics
import Measures
import RuleLanguage
import YAMLText

extension NightScope {
    /// A night, its expectations held against the rules and the figures.
    func night(_ draft: Draft, _ known: Known) -> RuleTest.Night {
        var given: [String: Set<AreaCode>] = [:]
        for one in known.series { given[one.kpi, default: []].insert(one.area) }
        let last = lastPeriod(draft.asOf, known.series)
        return RuleTest.Night(
            asOf: draft.asOf, series: known.series,
            expectations: draft.expect.flatMap { entry in
                subject(entry.key).map { rule, area in
                    isSound(rule, area, entry.key, given: known.isWhole ? given : nil)
                        ? entry.value.compactMap { expectation($0, of: rule, in: area, upTo: last) } : []
                } ?? []
            })
    }

    /// The last period that is judged: of the longest series, or the last closed by the night.
    private func lastPeriod(_ asOf: CalendarDate?, _ series: [RuleTest.Series]) -> Period? {
        guard let first else { return nil }
        let longest = first.moved(by: (series.map(\.figures.count).max() ?? 0) - 1)
        return asOf.map { min(longest, Period.latestClosed(first.grain, on: $0)) } ?? longest
    }

    private func subject(_ key: YAMLScalar) -> (Rule, Area)? {
        let subject = Subject(key.text)
        guard let rule = reader.rules[subject.name] else {
            collector.report(
                RuleTestProblem.unknownRule(subject.name, known: reader.rules.keys.sorted()),
                at: key.span(ofUTF8Range: subject.nameRange))
            return nil
        }
        let areas = rule.levels.flatMap { reader.geography.areas(at: $0).map(\.code) }
            .filter { rule.areas?.contains($0) ?? true }
        return area(subject, among: areas, key).map { (rule, $0) }
    }

    /// Whether the test's figures are of the rule's grain, and all that it reads is given. What is given is nil where some of it could
    /// not be read, which has been told.
    private func isSound(_ rule: Rule, _ area: Area, _ key: YAMLScalar, given: [String: Set<AreaCode>]?) -> Bool {
        if let first, rule.grain != first.grain {
            collector.report(
                RuleTestProblem.ruleOfOtherGrain(
                    rule: rule.id, grain: rule.grain.rawValue, from: first.description), at: key.span)
            return false
        }
        guard let given else { return false }
        var isSound = true
        for place in rule.program.judgedSeries {
            let series = rule.program.series[place]
            let holder = series.level.map { reader.geography.area(holding: area.code, at: $0) } ?? area.code
            guard let holder, given[series.name]?.contains(holder) != true else { continue }
            let isNamed = holder != reader.defaultArea(of: series.name)
            let name = reader.geography.area(holder)?.name ?? holder.rawValue
            collector.report(
                RuleTestProblem.kpiNotGiven(kpi: isNamed ? "\(series.name) in \(name)" : series.name, rule: rule.id),
                at: key.span)
            isSound = false
        }
        return isSound
    }

    private func expectation(
        _ entry: (key: YAMLScalar, value: ExpectationDraft), of rule: Rule, in area: Area, upTo last: Period?
    ) -> RuleTest.Expectation? {
        guard let period = Period(entry.key.text) else {
            collector.report(RuleTestProblem.noSuchPeriod(entry.key.text), at: entry.key.span)
            return nil
        }
        guard let first, let last else { return nil }
        // A month names the rolling year or the year to date that ends with it.
        let judged = first.grain.overlaps && period.grain == .month ? Period(first.grain, holding: period.lastMonth) : period
        guard judged.grain == first.grain else {
            collector.report(
                RuleTestProblem.periodOfOtherGrain(entry.key.text, grain: first.grain.rawValue), at: entry.key.span)
            return nil
        }
        guard first <= last else {
            collector.report(RuleTestProblem.nothingClosed(first: first.description), at: entry.key.span)
            return nil
        }
        guard first <= judged, judged <= last else {
            collector.report(
                RuleTestProblem.periodNotGiven(
                    judged.description, first: first.description, last: last.description), at: entry.key.span)
            return nil
        }
        return RuleTest.Expectation(
            rule: rule.id, level: area.level, area: area.code, period: judged, verdict: entry.value.text.verdict,
            alert: entry.value.text.alert, message: entry.value.message, span: entry.key.span)
    }
}

extension RuleTestReader {
    /// The area that a KPI's name alone stands for.
    func defaultArea(of kpi: String) -> AreaCode? {
        kpis[kpi].flatMap { kpi in kpi.levels.lazy.compactMap { kpi.areas(at: $0, in: geography).first }.first }
    }
}
