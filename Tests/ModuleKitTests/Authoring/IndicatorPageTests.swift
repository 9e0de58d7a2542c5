import Foundation
import ModuleKit
import Testing

@testable import ChildExploitation
@testable import DomesticAbuse
@testable import HighHarmAreas
@testable import RoadSafety
@testable import SeriousYouthViolence

/// `Plugins/indicators.md` is what the modules say of themselves. `BEACON_RECORD=1` writes it anew, and fails.
@Suite("The page of indicators")
struct IndicatorPageTests {
    static let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Plugins/indicators.md")

    static let modules: [any PriorityModule] = [
        ChildExploitationModule(), DomesticAbuseModule(), HighHarmAreasModule(), SeriousYouthViolenceModule(),
        RoadSafetyModule(),
    ]

    static var text: String {
        var parts = [
            """
            # Indicators

            Made from the modules' manifests; a test holds them together. What an indicator leaves out, and where it departs from its source, stands
            in the doc comment of its file. Units, grains and targets are the KPI's to state: [Rules/README.md](../Rules/README.md).
            """,
            "## Every module",
        ]
        parts += StandardIndicators.all.map(\.description.page)
        for module in modules {
            parts.append("## \(module.manifest.title) (`\(module.manifest.id)`)")
            parts += module.indicators.map(\.description.page)
        }
        return parts.joined(separator: "\n\n") + "\n"
    }

    @Test("is the one that the modules tell")
    func page() throws {
        guard ProcessInfo.processInfo.environment["BEACON_RECORD"] == nil else {
            try Data(Self.text.utf8).write(to: Self.page)
            Issue.record("indicators.md was written; run again without BEACON_RECORD")
            return
        }
        let kept = String(decoding: try Data(contentsOf: Self.page), as: UTF8.self)
        #expect(kept == Self.text, "Plugins/indicators.md differs; record it anew, and look at the difference")
    }

    @Test("tells parameters, datasets and what lies behind, and keeps a bar within its cell")
    func indicator() {
        let description = IndicatorDescription(
            name: "again", summary: "Things again", definition: "Things of the period that were there before.", unit: .count,
            parameters: [.dataset, ParameterDescription("of", .texts, summary: "One | two.")],
            datasets: [DatasetUse("things", columns: [ColumnUse("date", .date), ColumnUse("thing", .person)])],
            carriesCounts: true, addsUp: false, monthsBehind: 12)
        #expect(
            description.page == #"""
                ### `again`

                Things again. Things of the period that were there before.

                Unit: count; carries counts; does not add up; needs 12 months behind a period.

                | parameter | kind | |
                |---|---|---|
                | `dataset` (required) | dataset | The records to read. |
                | `of` | texts | One \| two. |

                | dataset | columns |
                |---|---|
                | `things` | `date` (date), `thing` (person) |
                """#)
    }
}
