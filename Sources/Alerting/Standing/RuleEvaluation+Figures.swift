import Definitions
import Measures
import RuleLanguage

extension RuleEvaluation {
    /// The places of the figures on which the verdict for an area and a period rests.
    func figuresJudged(area: Int, _ period: Period, in geography: Geography) -> [FigurePlace] {
        let program = evaluation.program
        let areas = program.comparesAreas ? frame.areas : [frame.areas[area]]
        return program.figuresJudged.flatMap { reference -> [FigurePlace] in
            let series = program.series[reference.series]
            let told: Period =
                switch reference.period {
                case .earlier(let steps): period.moved(by: -steps)
                case .fixed(let fixed): fixed
                }
            return areas.compactMap { area in
                let holder = series.level.map { geography.area(holding: area, at: $0) } ?? area
                return holder.map {
                    FigurePlace(kpi: series.name, level: series.level ?? level, area: $0, period: told)
                }
            }
        }
    }

    /// Whether a figure that the verdict rests on may still be revised. What rests on whether figures are there, and not on what they
    /// say, waits for no revision.
    func isProvisional(area: Int, period: Int) -> Bool {
        evaluation.isProvisional(area: area, period: period) && !evaluation.program.judgesPresenceAlone
    }
}
