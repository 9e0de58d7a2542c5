import Definitions
import Diagnostics
import Measures
import ModuleKit
import RuleTesting

/// A small partnership whose rules are tested.
enum SmallTown {
    static func definitions() throws -> Definitions {
        let offers = ModuleOffers(["violence": .manifest(manifest)])
        let files = [
            SourceFile(path: "partnership.yaml", text: partnership), SourceFile(path: "violence.yaml", text: violence),
        ]
        let loaded = DefinitionsLoader(modules: offers, asOf: CalendarDate(daysSince1970: 19_900)).load(files, from: "Rules")
        guard let definitions = loaded.definitions else { throw Unsound(report: loaded.report.rendered(as: .text)) }
        return definitions
    }

    struct Unsound: Error { var report: String }

    /// The tests of a text, which has to be sound, and what came of each.
    static func outcomes(_ text: String) async throws -> RuleTestResults {
        let definitions = try definitions()
        let (tests, report) = RuleTestReader(definitions).read([SourceFile(path: "a.yaml", text: text)])
        return RuleTestResults(outcomes: await RuleTestRunner(definitions).outcomes(of: tests), problems: report)
    }

    private static let manifest = Manifest(
        id: "violence", title: "Violence",
        indicators: [
            IndicatorDescription(
                name: "incidents", summary: "Incidents", definition: "Incidents", unit: .count, carriesCounts: true,
                addsUp: true),
            IndicatorDescription(
                name: "share", summary: "Share", definition: "Share", unit: .percent, carriesCounts: true, addsUp: false),
        ])

    private static let partnership = """
        beacon: 1
        partnership: Safer Town Partnership
        areas:
          borough:
            E06: {name: Town}
          wards:
            E05a: {name: Woodside, lsoa_2021: [E01a]}
            E05b: {name: Madeley, lsoa_2021: [E01b]}
        audiences:
          internal: {title: Internal}
        groups:
          group: {title: Group, audience: internal}
        boards:
          board: {title: Board, audience: internal}

        """

    private static let violence = """
        beacon: 1
        priority: violence
        title: Violence
        module: violence
        lead: group
        kpis:
          incidents:
            title: Incidents
            indicator: incidents
            unit: count
            grains: [quarter, financial year]
            by: [borough, ward]
            better: lower
          share:
            title: Share
            indicator: share
            unit: percent
            grains: [quarter]
          charges:
            title: Share with a charge
            indicator: share
            unit: percent
            grains: [quarter]
            matures: 6 months
        rules:
          rise:
            title: Incidents rise
            owner: Analyst
            severity: high
            on: financial year
            when: change(incidents) > 10%
            given: significant(change(incidents))
            clear: change(incidents) < 5%
            message: "{area}: {year_before(incidents)} → {incidents}"
            respond: Convene
          high_share:
            title: Share is high
            owner: Analyst
            severity: low
            on: quarter
            when: share > 10%
            message: "{area}: {share}"
            respond: Review
          few_charges:
            title: Few have a charge
            owner: Analyst
            severity: low
            on: quarter
            when: charges < 10%
            message: "{area}: {charges}"
            respond: Review

        """
}
