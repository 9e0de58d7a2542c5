import Alerting
import Diagnostics
import Measures
import ModuleKit
import RuleLanguage

@testable import Definitions

/// A town whose KPI has a `rag` as a test writes it, over figures that the test writes down.
struct StatusTown {
    static let whole = AreaCode("E06")
    static let woodside = AreaCode("E05a")
    static let borough = AreaLevel("borough")
    /// From the first quarter of 2022 on.
    static let first = Period(grain: .quarter, ordinal: 2022 * 4)

    /// Lines of the KPI's definition.
    var keys = ["better: lower"]
    var unit = "count"
    var levels = "borough"
    var asOf = "2023-07-20"

    /// By the target and its tolerance alone.
    static func usual(
        better: String = "lower", target: String = "{value: 100, tolerance: 10% of target, owner: Board, because: Agreed}"
    )
        -> StatusTown
    {
        StatusTown(keys: ["better: \(better)", "target: \(target)", "rag: {on: quarter}"])
    }

    private var files: [SourceFile] {
        [
            SourceFile(
                path: "partnership.yaml",
                text: """
                    beacon: 1
                    partnership: Town
                    areas:
                      borough: {E06: {name: Town}}
                      wards:
                        E05a: {name: Woodside, lsoa_2021: [E01a]}
                        E05b: {name: Madeley, lsoa_2021: [E01b]}
                    audiences: {internal: {title: Internal}}
                    groups: {group: {title: Group, audience: internal, reports_to: board}}
                    boards: {board: {title: Board, audience: internal}}

                    """),
            SourceFile(
                path: "violence.yaml",
                text: """
                    beacon: 1
                    priority: violence
                    title: Violence
                    module: violence
                    lead: group
                    kpis:
                      incidents:
                        title: Incidents
                        indicator: events
                        unit: \(unit)
                        grains: [quarter, rolling year]
                        by: [\(levels)]
                        \(keys.joined(separator: "\n    "))
                      checks:
                        title: Checks
                        indicator: events
                        unit: count
                        grains: [quarter]
                        by: [borough]

                    """),
        ]
    }

    /// What was wrong with the definitions.
    struct NotLoaded: Error { var words: String }

    func judge(_ blocks: [ObservationBlock]) throws -> Judge {
        let manifest = Manifest(
            id: "violence", title: "Violence",
            indicators: [
                IndicatorDescription(
                    name: "events", summary: "Events", definition: "Events", unit: .stated, carriesCounts: true, addsUp: true
                )
            ])
        let loaded = DefinitionsLoader(
            modules: ModuleOffers(["violence": .manifest(manifest)]), asOf: day
        ).load(files, from: "Rules")
        guard let definitions = loaded.definitions else { throw NotLoaded(words: loaded.report.rendered(as: .text)) }
        return Judge(definitions, over: ObservationSet(blocks), asOf: day)
    }

    private var day: CalendarDate { CalendarDate(asOf) ?? CalendarDate(daysSince1970: 0) }

    /// The statuses over a row of the borough's figures from the first quarter on.
    func statuses(_ row: [Observation], checks: [Observation] = []) throws -> [KPIStatus] {
        try judge([block("incidents", row), block("checks", checks)].compactMap(\.self)).statuses()
    }

    /// The only status of the last quarter of 2023, which is as long as the one before it, and as the one of the year before.
    func status(_ now: Observation, before: Observation = count(100), yearBefore: Observation = count(100)) throws
        -> KPIStatus?
    {
        var town = self
        town.asOf = "2024-01-20"
        let other = StatusTown.count(1)
        return try town.statuses([other, other, other, yearBefore, other, other, before, now]).first
    }

    static func count(_ value: Double) -> Observation { Observation(value: value, count: value) }

    /// Rounded by its source to the nearest ten.
    static func rounded(_ value: Double) -> Observation {
        Observation(value: value, bounds: Observation.Bounds(low: value - 5, high: value + 5))
    }

    private func block(_ kpi: String, _ row: [Observation]) -> ObservationBlock? {
        guard !row.isEmpty else { return nil }
        return Self.block(kpi, Self.borough, [(Self.whole, row)], unit: Unit(unit) ?? .count)
    }

    static func block(
        _ kpi: String, _ level: AreaLevel, _ rows: [(area: AreaCode, values: [Observation])], unit: Unit = .count
    ) -> ObservationBlock {
        var block = ObservationBlock(
            kpi: kpi, level: level, unit: unit, areas: rows.map(\.area), first: first,
            periodCount: rows.map(\.values.count).max() ?? 0, filledWith: Observation(absent: .missing))
        for (row, entry) in rows.enumerated() {
            for (place, value) in entry.values.enumerated() { block[row, place] = value }
        }
        return block
    }
}
