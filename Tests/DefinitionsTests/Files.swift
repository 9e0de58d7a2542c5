import Diagnostics
import Measures
import ModuleKit

@testable import Definitions

/// A small and valid set of definition files, in which a test replaces a line.
struct Files {
    var partnership = Files.partnership
    var violence = Files.violence
    var more: [SourceFile] = []
    var lookups = LookupTables.none
    var offers = ["violence": ModuleOffers.Offer.manifest(Files.manifest)]
    var asOf = CalendarDate(daysSince1970: 19_900)  // 2024-06-26

    /// The files with one stretch of the priority's text replaced.
    static func replacing(_ old: String, _ new: String) -> Files {
        var files = Files()
        files.violence = files.violence.replacing(old, with: new, maxReplacements: 1)
        return files
    }

    /// The files with one stretch of the partnership's text replaced.
    static func replacingInPartnership(_ old: String, _ new: String) -> Files {
        var files = Files()
        files.partnership = files.partnership.replacing(old, with: new, maxReplacements: 1)
        return files
    }

    func load() -> (definitions: Definitions?, report: DiagnosticReport) {
        let files = [
            SourceFile(path: "partnership.yaml", text: partnership), SourceFile(path: "violence.yaml", text: violence),
        ]
        return DefinitionsLoader(modules: ModuleOffers(offers), lookups: lookups, asOf: asOf).load(
            files + more, from: "Rules")
    }

    /// The report as a person reads it.
    var rendered: String { load().report.rendered(as: .text) }

    static let manifest = Manifest(
        id: "violence", title: "Violence",
        indicators: [
            IndicatorDescription(
                name: "incidents", summary: "Incidents", definition: "Incidents", unit: .count,
                parameters: [
                    ParameterDescription("under_age", .number, required: true, summary: "Age"),
                    ParameterDescription("offences", .texts, summary: "Offences"),
                ],
                datasets: [
                    DatasetUse(
                        "incidents", columns: [ColumnUse("date", .date), ColumnUse("area", .area), ColumnUse("age", .whole)])
                ],
                carriesCounts: true, addsUp: true),
            IndicatorDescription(
                name: "share", summary: "Share", definition: "Share", unit: .percent,
                parameters: [
                    ParameterDescription("dataset", .dataset, required: true, summary: "Dataset"),
                    ParameterDescription("column", .column, summary: "Column"),
                ], carriesCounts: true, addsUp: false),
            IndicatorDescription(
                name: "rate", summary: "Rate", definition: "Rate", unit: .rate, carriesCounts: false, addsUp: false),
        ])

    static let partnership = """
        beacon: 1
        partnership: Safer Town Partnership
        areas:
          borough:
            E06: {name: Town}
          wards:
            E05a: {name: Woodside, lsoa_2021: [E01a, E01b]}
            E05b: {name: Madeley, lsoa_2021: [E01c]}
        audiences:
          internal: {title: Internal}
        groups:
          duty-subgroup: {title: Duty subgroup, audience: internal, reports_to: board}
        boards:
          board: {title: Board, audience: internal}

        """

    static let violence = """
        beacon: 1
        priority: violence
        title: Serious violence
        module: violence
        lead: duty-subgroup
        themes: [Collaboration]
        datasets:
          incidents:
            files: violence/*.csv
            columns: {date: Date, area: LSOA, age: {header: Age, type: whole}}
        kpis:
          syv_incidents:
            title: Incidents
            indicator: incidents
            with: {under_age: 25}
            unit: count
            grains: [quarter]
            by: [borough, ward]
            better: lower
            theme: Collaboration
          syv_share:
            title: Share
            indicator: share
            with: {dataset: incidents, column: age}
            unit: percent
            grains: [quarter]
            target: {value: 10%, by: 2026/27, from: {value: 0%, at: 2023/24}, path: linear}
        rules:
          syv_rise:
            title: Incidents rise
            owner: Analyst
            review: 2027-03-31
            severity: high
            on: quarter
            when: change(syv_incidents) > 10%
            given: significant(change(syv_incidents))
            message: "{area}: {syv_incidents}"
            respond: Convene
          syv_low:
            title: Share is low
            owner: Analyst
            severity: low
            on: quarter
            when: syv_share < target(syv_share)
            message: "{syv_share}"
            respond: Review

        """
}
