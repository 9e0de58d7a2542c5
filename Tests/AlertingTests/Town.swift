import Alerting
import Diagnostics
import Measures
import RuleLanguage

@testable import Definitions

/// A small partnership with one rule, over figures that a test writes down.
struct Town {
    static let borough = AreaLevel("borough")
    static let ward = AreaLevel("ward")
    static let whole = AreaCode("E06")
    static let woodside = AreaCode("E05a")
    static let madeley = AreaCode("E05b")
    private static let names = [woodside: "Woodside", madeley: "Madeley"]

    var when = "change(incidents) > 10%"
    var given: [String] = []
    var clear: String?
    var forPeriods = 1
    var keepPeriods = 1
    var id = "rise"
    var wards: [AreaCode] = [Town.woodside, Town.madeley]
    var missing = Rule.MissingPolicy.hold
    var better = KPI.Better.lower
    var levels = [Town.borough]
    var areas: [AreaCode]?
    var grain = Grain.financialYear
    /// The period of the first figure.
    var first = Period(grain: .financialYear, ordinal: 2015)
    var asOf = "2024-06-01"

    func definitions() throws -> Definitions {
        let span = SourceFile(path: "a.yaml", text: "a").span(0..<1)
        let declaration = KPIDeclaration(
            name: "incidents", unit: .count, grains: Grain.allCases, carriesCounts: true, addsUpOverPeriods: true,
            hasTarget: true)
        let kpi = KPI(
            id: "incidents", title: "Incidents", indicator: "incidents", parameters: [:], unit: .count,
            grains: Grain.allCases,
            levels: [Self.borough, Self.ward], areas: nil, better: better, theme: nil, source: nil,
            target: Target(value: 50),
            benchmark: nil, datasets: [], declaration: declaration, span: span)
        let program = try RuleCompiler.compile(
            RuleSource(grain: grain, when: when, given: given, clear: clear, message: "{area}: {incidents}"),
            kpis: [declaration],
            unguarded: true
        ).get()
        let rule = Rule(
            id: id, title: "Rise", owner: nil, review: nil, severity: .high, grain: grain, levels: levels, areas: areas,
            forPeriods: forPeriods, keepPeriods: keepPeriods, missing: missing, respond: nil, theme: nil, source: nil,
            unguarded: "a test",
            groups: ["group"],
            priority: "violence", program: program, span: span,
            places: Rule.Places(when: span, given: [], clear: nil, message: span))
        let geography = Geography(
            levels: [Self.borough, Self.ward],
            areas: [
                Area(code: Self.whole, name: "Telford", level: Self.borough)
            ] + wards.map { Area(code: $0, name: Self.names[$0] ?? $0.rawValue, level: Self.ward) }, placements: [])
        return Definitions(
            partnership: Partnership(name: "P", geography: geography, audiences: [], bodies: [], datasets: []),
            priorities: [
                Priority(
                    id: "violence", title: "Violence", module: "violence", lead: "group", source: "", themes: [],
                    datasets: [],
                    kpis: [kpi], rules: [rule], path: "a.yaml")
            ])
    }

    /// A row of figures from `first` on; nil is missing.
    func block(_ values: [Double?], provisional: Set<Int> = []) -> ObservationBlock {
        block(
            at: Self.borough,
            [
                Self.whole: values.enumerated().map { place, value in
                    value.map { Observation(value: $0, count: $0, provisional: provisional.contains(place)) }
                        ?? Observation(absent: .missing)
                }
            ])
    }

    func block(at level: AreaLevel, _ rows: [AreaCode: [Observation]]) -> ObservationBlock {
        let areas = rows.keys.sorted()
        var block = ObservationBlock(
            kpi: "incidents", level: level, unit: .count, areas: areas, first: first,
            periodCount: rows.values.map(\.count).max() ?? 0,
            filledWith: Observation(absent: .missing))
        for (row, area) in areas.enumerated() {
            for (place, value) in (rows[area] ?? []).enumerated() { block[row, place] = value }
        }
        return block
    }

    func judge(_ blocks: ObservationBlock..., on day: String? = nil) throws -> [RuleEvaluation] {
        Judge(try definitions(), over: ObservationSet(blocks), asOf: date(day ?? asOf)).evaluations()
    }

    func advance(
        _ blocks: ObservationBlock..., recorded: [RecordedTransition] = [], learned: LearnedFigures = LearnedFigures(),
        renamedBefore: [RecordedRenaming] = [], on day: String? = nil
    ) throws -> Advance {
        let evaluations = Judge(try definitions(), over: ObservationSet(blocks), asOf: date(day ?? asOf)).evaluations()
        return Advance(
            evaluations, recorded: recorded, learned: learned, renamedBefore: renamedBefore, defined: [id],
            asOf: date(day ?? asOf), geography: try definitions().partnership.geography)
    }

    func date(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(daysSince1970: 0) }

    /// What the store holds after a run.
    func recording(_ advance: Advance, on day: String? = nil, after recorded: [RecordedTransition] = [])
        -> [RecordedTransition]
    {
        recorded + advance.added.map { RecordedTransition($0, asOf: date(day ?? asOf)) }
    }
}
