import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// How many of the sources that are expected have returned a figure of a KPI.
struct ReturnedSources {
    var kpi: KPI
    var area: Area
    var period: Period
    var sources: Observation.Sources

    /// `13 of 286 sources missing in January to March 2024`; nil where none is.
    var shortfall: String? {
        guard sources.received < sources.expected else { return nil }
        return
            "\(sources.expected - sources.received) of \(PlainText.counted(sources.expected, "source")) missing in \(period.title)"
    }
}

extension ListMaker {
    /// The datasets that come by the period, of the KPIs that concern a group, as an audience may see them.
    func editions(of group: Body, _ figures: PublishedFigures) -> [DatasetEditions] {
        editions(of: Set(input.definitions.kpis(of: group).flatMap(\.datasets)), figures)
    }

    /// Those of these datasets, as an audience may see them.
    func editions(of datasets: Set<String>, _ figures: PublishedFigures) -> [DatasetEditions] {
        input.editions.filter { datasets.contains($0.dataset) }.map { $0.disclosed(by: figures.policy) }
    }

    /// The sources in of those expected, of the figures in the periods that the standings judge; each once.
    func returnedSources(of standings: [JudgedStanding]) -> [ReturnedSources] {
        var told: Set<FigurePlace> = []
        return standings.flatMap { sources(behind: $0) }.filter { told.insert($0.place).inserted }.map(\.returned)
    }

    /// What a standing has to do without, in words: sources that are missing behind the figures that it reads, editions of the same
    /// months that are late, and one way of counting on both sides of a comparison.
    func shortfalls(of standing: JudgedStanding) -> [String] {
        var told: Set<String> = []
        let sources = sources(behind: standing, everyPeriod: true).compactMap(\.returned.shortfall)
        let datasets = Set(standing.kpis.flatMap(\.datasets))
        let references = standing.evaluation.evaluation.program.figuresRead
        let periods = [standing.standing.period] + references.map { Self.period($0, of: standing) }
        let late = input.editions.filter { datasets.contains($0.dataset) }.compactMap { dataset -> String? in
            let words = dataset.lateWords(within: periods)
            return words.isEmpty ? nil : "\(dataset.title) not in: \(words.joined(separator: ", "))"
        }
        let steps = references.flatMap { reference -> [String] in
            let kpi = standing.kpis[reference.series]
            let read = Self.period(reference, of: standing)
            return kpi.declaration.steps.filter { $0.parts(standing.standing.period, from: read) }.map { step in
                "\(kpi.title) is counted otherwise from \(step.at.title): \(step.because)"
            }
        }
        return (steps + sources + late).filter { told.insert($0).inserted }
    }

    private static func period(_ reference: FigureReference, of standing: JudgedStanding) -> Period {
        switch reference.period {
        case .earlier(let steps): standing.standing.period.moved(by: -steps)
        case .fixed(let fixed): fixed
        }
    }

    /// - Parameter everyPeriod: whether figures of the periods compared with are told too.
    private func sources(
        behind standing: JudgedStanding, everyPeriod: Bool = false
    ) -> [(place: FigurePlace, returned: ReturnedSources)] {
        let evaluation = standing.evaluation.evaluation
        return evaluation.program.figuresRead.compactMap { reference in
            let series = evaluation.program.series[reference.series]
            guard everyPeriod || reference.period == .earlier(0), series.level == nil,
                let sources = evaluation.observed(reference, area: standing.area, period: standing.period).sources
            else { return nil }
            let period = Self.period(reference, of: standing)
            let kpi = standing.kpis[reference.series]
            return (
                FigurePlace(kpi: kpi.id, level: standing.standing.level, area: standing.standing.area, period: period),
                ReturnedSources(kpi: kpi, area: standing.areaDefinition, period: period, sources: sources)
            )
        }
    }
}
