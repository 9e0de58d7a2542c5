import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage

extension ListMaker {
    /// The verdicts on past periods that are otherwise now, of the rules that go to a group.
    ///
    /// - Parameter withheld: of these no verdict is told.
    private func rejudgements(
        of group: Body, _ sight: FigureSight, withheld: Set<AlertPlace>
    ) -> [ListedRejudgement] {
        input.rejudged.compactMap { rejudged in
            let rule = rejudged.now.rule
            guard rule.groups.contains(group.id),
                !withheld.contains(AlertPlace(rule: rule.id, area: rejudged.areaCode)),
                let priority = input.definitions.priorities.first(where: { $0.id == rule.priority })
            else { return nil }
            let series = rejudged.now.evaluation.program.series
            let kpis = series.compactMap { series in priority.kpis.first { $0.id == series.name } }
            guard kpis.count == series.count else { return nil }
            return ListedRejudgement(rejudged, in: area(rejudged.areaCode, rejudged.now.level), kpis: kpis, sight: sight)
        }
    }

    /// The restated figures of the KPIs that concern a group, those that change a verdict before the others, then in the order of the
    /// definitions and of the areas, by period; and the verdicts that they change. What an audience may not see of the one, no other tells.
    func revision(
        of group: Body, _ sight: FigureSight, withheld: Set<AlertPlace>
    ) -> (figures: [ListedRestatement], verdicts: [ListedRejudgement]) {
        let verdicts = rejudgements(of: group, sight, withheld: withheld)
        var restated = restatements(of: group, sight.figures)
        let hidden = Set(restated.filter { $0.told == nil }.map(\.place))
        let told = verdicts.filter { $0.restated.isDisjoint(with: hidden) }
        var byFigure: [FigurePlace: [ListedRejudgement]] = [:]
        for verdict in told {
            for place in verdict.restated { byFigure[place, default: []].append(verdict) }
        }
        for place in restated.indices where restated[place].told != nil {
            restated[place].verdicts = byFigure[restated[place].place] ?? []
        }
        // That a figure changed which a reader does not see would tell of the records behind it, as far as a ward and a month.
        if !sight.isOpen { restated.removeAll { $0.told == nil } }
        // What changes a verdict is read first.
        return (restated.filter { !$0.verdicts.isEmpty } + restated.filter(\.verdicts.isEmpty), told)
    }

    private func restatements(of group: Body, _ figures: PublishedFigures) -> [ListedRestatement] {
        guard !input.restatements.isEmpty else { return [] }
        let places = Self.places(input.definitions.partnership.geography.areas.map(\.code))
        let byKPI = Dictionary(grouping: input.restatements, by: \.place.kpi)
        return input.definitions.kpis(of: group).flatMap { kpi in
            let sorted = (byKPI[kpi.id] ?? []).sorted { left, right in
                let (first, second) = (places[left.place.area] ?? .max, places[right.place.area] ?? .max)
                if first != second { return first < second }
                let grains = (left.place.period.grain, right.place.period.grain)
                return grains.0 == grains.1 ? left.place.period < right.place.period : grains.0 < grains.1
            }
            return Self.protected(
                sorted.map {
                    ListedRestatement($0, of: kpi, in: area($0.place.area, $0.place.level), figures: figures)
                })
        }
    }

    /// By how much a whole was restated tells the part that was: a year its quarter, a borough its ward. So of one KPI nothing is told of
    /// another level or grain about months of which a restated figure is withheld.
    private static func protected(_ figures: [ListedRestatement]) -> [ListedRestatement] {
        struct Kind: Hashable {
            var level: AreaLevel
            var grain: Grain

            init(_ place: FigurePlace) { (level, grain) = (place.level, place.period.grain) }
        }
        var hidden: [Kind: Set<Month>] = [:]
        for figure in figures where figure.told == nil {
            hidden[Kind(figure.place), default: []].formUnion(figure.period.months)
        }
        guard !hidden.isEmpty else { return figures }
        return figures.map { figure in
            let tells = hidden.contains { kind, months in
                kind != Kind(figure.place) && figure.period.months.contains(where: months.contains)
            }
            var figure = figure
            if tells { figure.told = nil }
            return figure
        }
    }

    /// Whether a group's list tells of restated figures. (Whether its readers may see them is another matter.)
    func hasRestatements(_ group: Body) -> Bool {
        let kpis = Set(input.definitions.kpis(of: group).map(\.id))
        return input.restatements.contains { kpis.contains($0.place.kpi) }
    }

    private func area(_ code: AreaCode, _ level: AreaLevel) -> Area {
        input.definitions.partnership.geography.area(code) ?? Area(code: code, name: code.rawValue, level: level)
    }
}

extension Definitions {
    /// The KPIs that concern a group: those of the priorities that it leads, and those that its rules read.
    func kpis(of group: Body) -> [KPI] {
        priorities.flatMap { priority -> [KPI] in
            let leads = priority.lead == group.id
            let read = Set(
                priority.rules.filter { $0.groups.contains(group.id) }.flatMap { $0.program.series.map(\.name) })
            return priority.kpis.filter { leads || read.contains($0.id) }
        }
    }
}
