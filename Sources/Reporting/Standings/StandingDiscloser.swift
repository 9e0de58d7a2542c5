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
    let figures: PublishedFigures

    private var policy: DisclosurePolicy { figures.policy }

    /// - Returns: nil for a standing that is on no list; still withheld where its figures are, so that being withheld
    ///   tells nothing of how the rule stands.
    func disclosed(_ judged: JudgedStanding) -> DisclosedStanding? {
        let history = judged.standing.section == .quiet ? nil : judged.standing.history
        if let reason = reasonToWithhold(judged, history) { return .withheld(reason) }
        guard let section = ListSection(judged.standing.section), let kpi = judged.kpis.first else { return nil }
        let isRounded = policy.roundTo > 1 && !judged.kpis.allSatisfy(\.isPublished)
        let told = isRounded ? RoundedStanding(judged, figures: figures) : nil
        let evaluation = told?.evaluation ?? judged.evaluation.evaluation
        let place = told?.area ?? judged.area
        let explanation = told?.explanation ?? judged.explanation
        // A message told anew is of the period judged.
        let periods = isRounded ? [judged.standing.period] : judged.standing.periodsTold
        let areaName = judged.areaDefinition.name
        return .shown(
            ListedStanding(
                rule: judged.standing.rule, area: judged.areaDefinition, section: section, state: judged.standing.state,
                verdict: judged.standing.verdict, period: judged.standing.period, since: judged.standing.since,
                message: told.map { $0.message(areaName: areaName) } ?? judged.standing.message,
                explanation: isRounded || tellsOfWithheldAreas(judged) ? nil : explanation,
                comparison: ComparisonWords(judged, explanation: explanation),
                figure: evaluation.observed(0, area: place, period: judged.period),
                denominators: DenominatorVintages(evaluation, area: place, periods: periods, kpis: judged.kpis),
                kpi: kpi,
                target: evaluation.target(0, period: judged.period),
                benchmark: evaluation.benchmark(0, period: judged.period)?.value,
                isProvisional: judged.standing.isProvisional, isMade: judged.isMade, isRounded: isRounded,
                trend: TrendReading(judged, figures: figures, history: history).trend,
                funnel: judged.evaluation.evaluation.program.outlierSeries.map {
                    FunnelReading(judged: judged, series: $0, figures: figures)
                }))
    }

    /// Whether the workings hold a figure made of other areas', one of which the audience may not see.
    private func tellsOfWithheldAreas(_ judged: JudgedStanding) -> Bool {
        let evaluation = judged.evaluation.evaluation
        guard evaluation.program.comparesAreas, policy.withholdUpTo > 0 else { return false }
        return evaluation.frame.areas.indices.contains { area in
            evaluation.program.figuresJudged.contains { reference in
                figures.disclosed(reference, of: evaluation, judged.kpis, area: area, period: judged.period).observation
                    == nil
            }
        }
    }

    private func reasonToWithhold(_ judged: JudgedStanding, _ history: AlertHistory?) -> WithholdingReason? {
        guard policy.withholdUpTo > 0 || policy.roundTo > 1 else { return nil }
        let evaluation = judged.evaluation.evaluation
        let references = evaluation.program.figuresRead
        for period in firstPeriodTold(judged, history)...judged.period {
            for reference in references {
                let seen = figures.disclosed(reference, of: evaluation, judged.kpis, area: judged.area, period: period)
                if let reason = seen.reasonToWithhold { return reason }
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
