import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// Brings standings into the form that one audience may see.
///
/// A standing is withheld as a whole (message, explanation, section, since when, chart) where a figure that it tells of is withheld, and
/// where it does not follow from what the audience sees (`SeenRule`). Rules were judged on true values; this changes no verdict.
struct StandingDiscloser {
    let sight: FigureSight

    private var figures: PublishedFigures { sight.figures }
    private var policy: DisclosurePolicy { figures.policy }

    /// - Returns: nil for a standing that is on no list; still withheld where its figures are, so that being withheld
    ///   tells nothing of how the rule stands.
    ///
    /// - Parameter isKnownOpen: whether the reader was told that the alert stands open.
    func disclosed(_ judged: JudgedStanding, isKnownOpen: Bool = false) -> DisclosedStanding? {
        guard !policy.isOpen else { return shown(judged) }
        if let reason = reasonToWithhold(judged) { return .withheld(reason) }
        return switch sight.rules[judged].telling(judged, isKnownOpen: isKnownOpen) {
        case .told: shown(judged)
        case .withheld: .withheld(.smallCount)
        case .byRecordAlone: shown(judged.asNotAssessed)
        }
    }

    private func shown(_ judged: JudgedStanding) -> DisclosedStanding? {
        let history = judged.standing.section == .quiet ? nil : judged.standing.history
        guard let section = ListSection(judged.standing.section), let kpi = judged.kpis.first else { return nil }
        let isRounded = judged.kpis.contains(where: sight.isRounding)
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
                explanation: isRounded || !policy.isOpen && !sight.rules[judged].tellsWorkings(judged) ? nil : explanation,
                comparison: ComparisonWords(judged, explanation: explanation),
                figure: evaluation.observed(0, area: place, period: judged.period),
                denominators: DenominatorVintages(evaluation, area: place, periods: periods, kpis: judged.kpis),
                kpi: kpi,
                target: evaluation.target(0, period: judged.period),
                benchmark: evaluation.benchmark(0, period: judged.period)?.value,
                isProvisional: judged.standing.isProvisional, isMade: judged.isMade, isRounded: isRounded,
                isRange: Self.isRange(evaluation, area: place, period: judged.period),
                trend: TrendReading(judged, sight: sight, history: history).trend,
                funnel: judged.evaluation.evaluation.program.outlierSeries.map {
                    FunnelReading(judged: judged, series: $0, figures: figures)
                }, opened: judged.standing.opened, restsOnAbsence: judged.standing.restsOnAbsence))
    }

    private static func isRange(_ evaluation: Evaluation, area: Int, period: Int) -> Bool {
        evaluation.program.figuresRead.contains { reference in
            evaluation.observed(reference, area: area, period: period).bounds.map { $0.low < $0.high } ?? false
        }
    }

    private func reasonToWithhold(_ judged: JudgedStanding) -> WithholdingReason? {
        let evaluation = judged.evaluation.evaluation
        return evaluation.program.figuresRead.lazy.compactMap { reference in
            figures.disclosed(reference, of: evaluation, judged.kpis, area: judged.area, period: judged.period).reasonToWithhold
        }.first
    }
}
