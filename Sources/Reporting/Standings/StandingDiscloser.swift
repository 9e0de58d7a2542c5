import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// Brings standings into the form that one audience may see.
///
/// A standing is withheld as a whole (message, explanation, section, since when, chart) where a figure that it tells
/// of is withheld: those that its rule reads in the period judged, and for an alert also those of every period from the
/// one before it began, since "new", "worse" and "since" tell of these too.
/// Rules were judged on true values; this changes no verdict.
struct StandingDiscloser {
    let policy: DisclosurePolicy

    init(policy: DisclosurePolicy) {
        self.policy = policy
    }

    /// - Parameter audience: nil for one that the definitions do not name: it sees nothing small.
    init(audience: Audience?) {
        policy =
            audience.map { DisclosurePolicy(withholdUpTo: $0.withholdUpTo, roundTo: $0.roundTo) }
            ?? DisclosurePolicy(withholdUpTo: 9, roundTo: 5)
    }

    /// - Returns: nil for a standing that is on no list; still withheld where its figures are, so that being withheld
    ///   tells nothing of how the rule stands.
    func disclosed(_ judged: JudgedStanding) -> DisclosedStanding? {
        let history = judged.standing.section == .quiet ? nil : judged.standing.history
        if let reason = reasonToWithhold(judged, history) { return .withheld(reason) }
        guard let section = ListSection(judged.standing.section), let kpi = judged.kpis.first else { return nil }
        let isRounded = policy.roundTo > 1 && !judged.kpis.allSatisfy(\.isPublished)
        let told = isRounded ? RoundedStanding(judged, policy: policy) : nil
        let evaluation = told?.evaluation ?? judged.evaluation.evaluation
        let place = told?.area ?? judged.area
        let explanation = told?.explanation ?? judged.standing.explanation
        let areaName = judged.areaDefinition.name
        return .shown(
            ListedStanding(
                rule: judged.standing.rule, area: judged.areaDefinition, section: section, state: judged.standing.state,
                verdict: judged.standing.verdict, period: judged.standing.period, since: judged.standing.since,
                message: told.map { $0.message(areaName: areaName) } ?? judged.standing.message,
                explanation: isRounded || tellsOfWithheldAreas(judged) ? nil : explanation,
                comparison: ComparisonWords(judged, explanation: explanation),
                figure: evaluation.observed(0, area: place, period: judged.period), kpi: kpi,
                target: evaluation.target(0, period: judged.period),
                benchmark: evaluation.benchmark(0, period: judged.period)?.value,
                isProvisional: judged.standing.isProvisional, isMade: judged.isMade, isRounded: isRounded,
                trend: TrendReading(judged, policy: policy, history: history).trend,
                funnel: judged.evaluation.evaluation.program.outlierSeries.map {
                    FunnelReading(judged: judged, series: $0, policy: policy)
                }))
    }

    /// Whether the workings hold a figure made of other areas', one of which the audience may not see.
    private func tellsOfWithheldAreas(_ judged: JudgedStanding) -> Bool {
        let evaluation = judged.evaluation.evaluation
        guard evaluation.program.comparesAreas, policy.withholdUpTo > 0 else { return false }
        return evaluation.frame.areas.indices.contains { area in
            evaluation.program.figuresJudged.contains { reference in
                let kpi = judged.kpis[reference.series]
                let exact = evaluation.observed(reference, area: area, period: judged.period)
                return policy.disclosed(exact, unit: kpi.unit, isPublished: kpi.isPublished).observation == nil
            }
        }
    }

    private func reasonToWithhold(_ judged: JudgedStanding, _ history: AlertHistory?) -> WithholdingReason? {
        guard policy.withholdUpTo > 0 || policy.roundTo > 1 else { return nil }
        let references = judged.evaluation.evaluation.program.figuresRead
        for period in firstPeriodTold(judged, history)...judged.period {
            for reference in references {
                let kpi = judged.kpis[reference.series]
                let observation = judged.evaluation.evaluation.observed(reference, area: judged.area, period: period)
                if case .withheld(let reason) = policy.disclosed(observation, unit: kpi.unit, isPublished: kpi.isPublished) {
                    return reason
                }
            }
        }
        return nil
    }

    /// The earliest period of which the section and "since" say something.
    private func firstPeriodTold(_ judged: JudgedStanding, _ history: AlertHistory?) -> Int {
        guard let section = ListSection(judged.standing.section), ListSection.alerts.contains(section), let history else {
            return judged.period
        }
        let states = history.states.prefix(judged.period + 1)
        let lastOpen = states.lastIndex(where: \.isOpen) ?? judged.period
        let before = states[..<lastOpen].lastIndex { !$0.isOpen } ?? 0
        return max(0, min(before, judged.period - 1))
    }
}

extension KPI {
    /// Whether its figures are as a source published them: the standard indicator `published` only hands them on.
    var isPublished: Bool { indicator == "published" }
}
