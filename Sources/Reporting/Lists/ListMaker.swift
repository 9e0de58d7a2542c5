import Alerting
import Definitions
import Disclosure
import Measures

/// Makes the lists of one input, each standing in the form that the reader's audience may see.
struct ListMaker {
    let input: ReportInput
    /// In the order of a list within its section.
    let judged: [JudgedStanding]
    /// The places of each rule's standings among them.
    private let placesByRule: [String: [Int]]
    let published: AudienceFigures

    init(_ input: ReportInput) {
        self.input = input
        let index = StandingIndex(input.evaluations, definitions: input.definitions)
        let rules = Self.places(input.definitions.rules.map(\.id))
        let areas = Self.places(input.definitions.partnership.geography.areas.map(\.code))
        judged = input.standings.compactMap(index.judged).enumerated().sorted { left, right in
            let (first, second) = (left.element.standing, right.element.standing)
            if first.rule.severity != second.rule.severity { return first.rule.severity > second.rule.severity }
            let ranks = [first, second].map { (rules[$0.rule.id] ?? .max, areas[$0.area] ?? .max) }
            return (ranks[0].0, ranks[0].1, left.offset) < (ranks[1].0, ranks[1].1, right.offset)
        }.map(\.element)
        placesByRule = Dictionary(grouping: judged.indices) { [judged] in judged[$0].standing.rule.id }
        published = AudienceFigures(input)
    }

    /// How a rule stands in each of its areas.
    func judged(_ rule: String) -> [JudgedStanding] { (placesByRule[rule] ?? []).map { judged[$0] } }

    /// How a rule stands in an area; nil where nobody judges it.
    func judged(_ rule: String, in area: AreaCode) -> JudgedStanding? {
        judged(rule).first { $0.standing.area == area }
    }

    /// What a body may see of the figures of the run.
    func sight(for reader: Body) -> FigureSight { published[reader.audience] }

    static func places<Name: Hashable>(_ names: [Name]) -> [Name: Int] {
        Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A group's list, as a body may see it.
    func list(of group: Body, for reader: Body) -> BreachList {
        let audience = input.definitions.partnership.audience(reader.audience)
        return list(of: group, for: reader, audience, sight(for: reader))
    }

    /// A group's list with every true figure, for the person who runs Beacon.
    func openList(of group: Body) -> BreachList {
        list(of: group, for: group, nil, published.all)
    }

    private func list(of group: Body, for reader: Body, _ audience: Audience?, _ sight: FigureSight) -> BreachList {
        let figures = sight.figures
        let discloser = StandingDiscloser(sight: sight)
        let own = judged.filter { $0.standing.rule.groups.contains(group.id) }
        var rows: [ListSection: [ListedStanding]] = [:]
        var withheld: [WithheldRule] = []
        var withheldPlaces: Set<AlertPlace> = []
        /// The standings of which the reader may know.
        var told: [JudgedStanding] = []
        for standing in own {
            let known = input.told.alert(standing.standing.rule.id, in: standing.standing.area, to: reader.id)
            switch discloser.disclosed(standing, isKnownOpen: known?.isOpen ?? false) {
            case .shown(var listed)?:
                listed.shortfalls = shortfalls(of: standing)
                mark(&listed, standing.standing, for: group, isOpen: figures.policy.isOpen)
                if figures.policy.isOpen { listed.past = past(of: standing, known) }
                rows[listed.section, default: []].append(listed)
                told.append(standing)
            case .withheld?:
                withheldPlaces.insert(AlertPlace(rule: standing.standing.rule.id, area: standing.standing.area))
                if let place = withheld.firstIndex(where: { $0.rule.id == standing.standing.rule.id }) {
                    withheld[place].areas.append(standing.areaDefinition)
                } else {
                    let judged = judged(standing.standing.rule.id).map(\.standing.level)
                    withheld.append(
                        WithheldRule(
                            rule: standing.standing.rule, areas: [standing.areaDefinition],
                            judged: Dictionary(judged.map { ($0, 1) }, uniquingKeysWith: +)))
                }
            case nil: told.append(standing)
            }
        }
        let revision = revision(of: group, sight, withheld: withheldPlaces)
        return BreachList(
            partnership: input.definitions.partnership.name, group: group, reader: reader, audience: audience,
            asOf: input.asOf, rows: Folding(geography: input.definitions.partnership.geography).folded(rows),
            withheld: withheld,
            measures: measures(of: group, figures), editions: editions(of: group, figures),
            sources: returnedSources(of: told),
            restatements: revision.figures, rejudged: revision.verdicts,
            definitionsWereEdited: input.definitionsWereEdited,
            expired: expired(of: group, told: told, isOpen: figures.policy.isOpen),
            ended: ended(for: reader, onListOf: group, besides: rows.values.flatMap(\.self), withheld: withheldPlaces),
            closed: figures.policy.isOpen ? input.closed.filter { $0.groups.contains(group.id) } : [],
            watched: Watched(
                rules: Set(own.map(\.standing.rule.id)).count, areas: Set(own.map(\.standing.area)).count,
                judgements: own.count),
            notes: ListNotes(input, for: group, isOpen: figures.policy.isOpen))
    }

    /// The groups that report to a body, directly or through others, in the order of the definitions.
    func groups(reportingTo body: Body) -> [Body] {
        var reached: Set<String> = [body.id]
        var grew = true
        while grew {
            grew = false
            for other in input.definitions.partnership.bodies where !reached.contains(other.id) {
                guard other.reportsTo.contains(where: reached.contains) else { continue }
                reached.insert(other.id)
                grew = true
            }
        }
        return input.definitions.partnership.groups.filter { $0.id != body.id && reached.contains($0.id) }
    }

    /// The groups whose lists a body reads: its own first, then those copied to it.
    func groups(readBy body: Body) -> [Body] {
        input.definitions.partnership.groups.filter { $0.id == body.id } + groups(copiedTo: body).filter { $0.id != body.id }
    }

    /// The groups whose lists are copied to a body.
    func groups(copiedTo body: Body) -> [Body] {
        input.definitions.partnership.groups.filter { $0.reportsTo.contains(body.id) }
    }
}
