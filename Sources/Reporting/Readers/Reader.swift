import Alerting
import Definitions
import Disclosure
import Measures

/// A body that gets a folder of pages: what of, and what it may see of it.
struct Reader: Sendable {
    /// A priority with those of its KPIs that concern the reader.
    struct Part {
        var priority: Priority
        var kpis: [KPI]
    }

    let body: Body
    let audience: Audience?
    let sight: FigureSight
    /// The thematic groups whose work it reads of: the group itself, or those that report to a board.
    let groups: [Body]
    /// Their lists, as the reader may see them.
    let lists: [BreachList]
    let parts: [Part]
    /// Every standing that the reader may know and that is on a list.
    let rows: [AlertPlace: MergedRows.Entry]
    let withheld: Set<AlertPlace>
    /// How KPIs stand that have bounds, by KPI and area.
    private let measures: [[String]: ListedMeasure]

    /// Nil for a body that reads of no group.
    init?(_ body: Body, _ maker: ListMaker) {
        let groups = body.kind == .group ? [body] : maker.groups(reportingTo: body)
        guard !groups.isEmpty else { return nil }
        self.body = body
        self.groups = groups
        audience = maker.input.definitions.partnership.audience(body.audience)
        lists = groups.map { maker.list(of: $0, for: body) }
        sight = maker.sight(for: body)
        let kpis = Set(groups.flatMap { maker.input.definitions.kpis(of: $0) }.map(\.id))
        parts = maker.input.definitions.priorities.map { priority in
            Part(priority: priority, kpis: priority.kpis.filter { kpis.contains($0.id) })
        }.filter { !$0.kpis.isEmpty }
        var rows: [AlertPlace: MergedRows.Entry] = [:]
        let merged = MergedRows(lists)
        for section in ListSection.allCases {
            for entry in merged[section] {
                for row in [entry.row] + entry.row.folded {
                    rows[AlertPlace(rule: row.rule.id, area: row.area.code)] = MergedRows.Entry(row: row, groups: entry.groups)
                }
            }
        }
        self.rows = rows
        withheld = Set(
            lists.flatMap(\.withheld).flatMap { rule in rule.areas.map { AlertPlace(rule: rule.rule.id, area: $0.code) } })
        measures = Dictionary(
            lists.flatMap(\.measures).map { ([$0.priority, $0.kpi.id, $0.area.code.rawValue], $0) },
            uniquingKeysWith: { first, _ in first })
    }

    func measure(_ kpi: KPI, of priority: Priority, in area: AreaCode) -> ListedMeasure? {
        measures[[priority.id, kpi.id, area.rawValue]]
    }

    /// The rules of a priority of which the reader hears.
    func rules(of priority: Priority) -> [Rule] {
        priority.rules.filter { rule in groups.contains { rule.groups.contains($0.id) } }
    }
}
