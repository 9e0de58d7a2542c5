import Measures
import ModuleKit
import Testing

@testable import Definitions

/// Levels of areas that an indicator can't be told for are refused by `check`.
@Suite("Levels that an indicator is told for")
struct LevelOfferTests {
    /// A KPI of one of two indicators: one compares LSOAs, the other counts records without a place.
    private static func files(_ kpi: String, senders: String = "") -> Files {
        var files = Files()
        files.violence = """
            beacon: 1
            priority: violence
            title: Serious violence
            module: violence
            lead: duty-subgroup
            datasets:
              crimes:
                files: crimes/*.csv
                extent: wider
                \(senders)
                columns: {date: Date, area: LSOA, force: Force}
            kpis:
              told:
                title: Told
                unit: percent
                grains: [quarter]
                \(kpi)

            """
        let small = ParameterDescription("small_area_level", .level, summary: "")
        let within = ParameterDescription("ranked_within", .level, summary: "")
        func holding(_ name: String, itself: Bool) -> IndicatorDescription {
            IndicatorDescription(
                name: name, summary: "", definition: "", unit: .percent, parameters: [small, within], carriesCounts: false,
                addsUp: false, levels: .holding(parameter: "small_area_level", standard: "lsoa", itself: itself))
        }
        let manifest = Manifest(
            id: "violence", title: "Violence",
            indicators: [
                holding("concentration", itself: false), holding("hotspots", itself: true),
                IndicatorDescription(
                    name: "unplaced_share", summary: "", definition: "", unit: .percent, parameters: [.dataset],
                    carriesCounts: true, addsUp: false, levels: .senders(parameter: "dataset")),
            ])
        files.offers = ["violence": .manifest(manifest)]
        return files
    }

    @Test(
        "what can be told passes",
        arguments: [
            ("indicator: concentration\n    by: [borough, ward, plan_area]", ""), ("indicator: concentration", ""),
            ("indicator: hotspots\n    by: [borough, lsoa]\n    with: {ranked_within: ward}", ""),
            ("indicator: concentration\n    with: {small_area_level: ward}", ""),
            ("indicator: unplaced_share\n    with: {dataset: crimes}", ""),
            (
                "indicator: unplaced_share\n    with: {dataset: crimes}\n    by: [borough, ward]",
                "senders: {column: force, of: {North: E05a, South: E05b}}"
            ),
        ])
    func told(_ kpi: String, _ senders: String) {
        let report = Self.files(kpi, senders: senders).rendered
        #expect(!report.contains("error"), "\(report)")
    }

    static let cases: [(String, String, String)] = [
        (
            "indicator: concentration\n    by: [ward, lsoa]", "",
            """
            violence.yaml:18:16: error[level-not-offered]: `concentration` compares areas of the level `lsoa`, and no area of `lsoa` holds such
                  by: [ward, lsoa]
                             ^~~~
              it can be told by: `borough`, `ward`, `plan_area`

            """
        ),
        (
            "indicator: hotspots\n    with: {small_area_level: ward, ranked_within: lsoa}", "",
            """
            violence.yaml:17:5: error[level-not-offered]: `hotspots` compares areas of the level `ward`, and no area of `lsoa` holds such
                  indicator: hotspots
                  ^~~~~~~~~
              it can be told by: `borough`

            """
        ),
        (
            "indicator: hotspots\n    with: {ranked_within: lsoa}\n    by: [borough, lsoa]", "",
            """
            violence.yaml:17:5: error[level-not-offered]: `hotspots` compares areas of the level `lsoa`, and no area of `lsoa` holds such
                  indicator: hotspots
                  ^~~~~~~~~
              it can be told by: `borough`, `ward`, `plan_area`

            """
        ),
        (
            "indicator: hotspots\n    with: {small_area_level: borough}\n    by: [ward]", "",
            """
            violence.yaml:19:10: error[level-not-offered]: `hotspots` compares areas of the level `borough`, and no area of `ward` holds such
                  by: [ward]
                       ^~~~
              it can be told by: `borough`

            """
        ),
        (
            "indicator: concentration\n    with: {small_area_level: borough}\n    by: [ward]", "",
            """
            violence.yaml:19:10: error[level-not-offered]: `concentration` compares areas of the level `borough`, and no area of `ward` holds such
                  by: [ward]
                       ^~~~
              `borough` is the largest level: name a smaller one

            """
        ),
        (
            "indicator: hotspots\n    with: {small_area_level: lsao}", "",
            """
            violence.yaml:18:30: error[unknown-level]: there is no level `lsao`
                  with: {small_area_level: lsao}
                                           ^~~~
              did you mean `lsoa`?

            """
        ),
        (
            "indicator: unplaced_share\n    with: {dataset: crimes}\n    by: [borough, ward]", "",
            """
            violence.yaml:19:19: error[level-not-offered]: `unplaced_share` counts records without a place, and `crimes` does not say of which `ward` they are
                  by: [borough, ward]
                                ^~~~
              it can be told by: `borough`

            """
        ),
        (
            "indicator: unplaced_share\n    with: {dataset: crimes}\n    by: [plan_area]",
            "senders: {column: force, of: {North: E05a, South: E05b}}",
            """
            violence.yaml:19:10: error[level-not-offered]: `unplaced_share` counts records without a place, and `crimes` does not say of which `plan_area` they are
                  by: [plan_area]
                       ^~~~~~~~~
              it can be told by: `borough`, `ward`

            """
        ),
    ]

    @Test("what can't be told is refused where it stands, with the levels that it can be told by", arguments: cases)
    func refused(_ kpi: String, _ senders: String, _ says: String) {
        #expect(Self.files(kpi, senders: senders).rendered.hasPrefix(says))
    }

    @Test("areas that know no LSOAs want another level of small areas")
    func noStandardLevel() {
        var files = Self.files("indicator: concentration\n    by: [force]")
        files.partnership = files.partnership.replacing(LookupAreaTests.listed, with: LookupAreaTests.lookedUp)
        files.lookups = LookupAreaTests.lookups
        #expect(
            files.rendered.contains(
                """
                violence.yaml:17:5: error[unknown-level]: `concentration` compares areas of the level `lsoa`, which `areas:` does not define
                      indicator: concentration
                      ^~~~~~~~~
                  name one in `small_area_level`: `force`, `ward`
                """))
    }
}
