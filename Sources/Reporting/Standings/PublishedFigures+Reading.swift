import Definitions
import Disclosure
import Measures
import RuleLanguage

extension PublishedFigures {
    /// What the audience sees of an observation of a KPI.
    func disclosed(_ observation: Observation, of kpi: KPI, area: AreaCode, period: Period) -> DisclosedObservation {
        disclosed(observation, of: kpi.id, area: area, period: period)
    }

    /// What the audience sees of a figure that a program reads, seen from an area and a period of its frame.
    ///
    /// - Parameter kpis: for each of the program's series.
    func disclosed(
        _ reference: FigureReference, of evaluation: Evaluation, _ kpis: [KPI], area: Int, period: Int
    ) -> DisclosedObservation {
        let exact = evaluation.observed(reference, area: area, period: period)
        guard !policy.isOpen else { return .shown(exact) }
        return disclosed(
            exact, of: kpis[reference.series], area: self.area(of: reference.series, in: evaluation, area: area),
            period: evaluation.period(of: reference, seenFrom: period))
    }

    /// What the audience sees of the figure of one of the program's series in an area and a period of its frame.
    func disclosed(_ series: Int, of evaluation: Evaluation, _ kpis: [KPI], area: Int, period: Int) -> DisclosedObservation {
        disclosed(FigureReference(series: series, period: .earlier(0)), of: evaluation, kpis, area: area, period: period)
    }

    /// The area whose figure a series holds: that of the frame, or the one that holds it at the series' own level.
    private func area(of series: Int, in evaluation: Evaluation, area: Int) -> AreaCode {
        let code = evaluation.frame.areas[area]
        return evaluation.program.series[series].level.flatMap { geography.area(holding: code, at: $0) } ?? code
    }
}

extension DisclosedObservation {
    /// Why it is withheld; nil where it is shown.
    // Swift 6.3.1 stops with an ownership error where its optimizer puts this into loops over figures.
    @inline(never)
    var reasonToWithhold: WithholdingReason? { if case .withheld(let reason) = self { reason } else { nil } }
}

extension KPI {
    /// Whether its figures are as a source published them: the standard indicator `published` only hands them on.
    var isPublished: Bool { indicator == "published" }
}
