import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// The one place at which the pages of measures and of areas ask what their reader sees of a figure.
struct FigureSight {
    let policy: DisclosurePolicy

    /// - Parameter place: the KPI, the area and the period of the figure.
    func seen(_ exact: Observation, of kpi: KPI, at place: FigurePlace) -> DisclosedObservation {
        policy.disclosed(exact, unit: kpi.unit, isPublished: kpi.isPublished)
    }

    /// Whether what rests on exact figures of a KPI, such as process limits, would tell more than the reader sees of them.
    func isRounding(_ kpi: KPI) -> Bool { policy.roundTo > 1 && !kpi.isPublished }

    /// Whether the reader sees every figure as it is.
    var isOpen: Bool { policy.isOpen }

    /// Whether the reader sees every figure that a rule read of an area over these periods, and so may know how it stood in them.
    func sees(_ judged: JudgedStanding, in periods: ClosedRange<Period>) -> Bool {
        guard !isOpen else { return true }
        let evaluation = judged.evaluation.evaluation
        let first = evaluation.frame.first.ordinal
        // Of what lies before the figures at hand nothing can be held against the policy.
        guard periods.lowerBound.ordinal >= first else { return false }
        return (periods.lowerBound.ordinal...periods.upperBound.ordinal).allSatisfy { ordinal in
            evaluation.program.figuresRead.allSatisfy { reference in
                let kpi = judged.kpis[reference.series]
                let exact = evaluation.observed(reference, area: judged.area, period: ordinal - first)
                let place = FigurePlace(
                    kpi: kpi.id, level: evaluation.program.series[reference.series].level ?? judged.standing.level,
                    area: judged.holder(of: reference.series),
                    period: evaluation.period(of: reference, seenFrom: ordinal - first))
                return seen(exact, of: kpi, at: place).observation != nil
            }
        }
    }
}

extension JudgedStanding {
    /// The area of which a series of the rule tells: the one judged, or the one that holds it.
    func holder(of series: Int) -> AreaCode {
        guard let level = evaluation.evaluation.program.series[series].level else { return standing.area }
        return geography.area(holding: standing.area, at: level) ?? standing.area
    }
}
