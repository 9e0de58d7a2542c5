import Foundation
import ModuleKit
import Testing

/// Record steps as the wire writes them, letter for letter.
struct RecordStepCodingTests {
    static let forms: [(RecordStep, String)] = [
        (RecordStep("since", .gap(of: ["child"])), #"{"name":"since","of":["child"],"step":"gap"}"#),
        (
            RecordStep("in_90_days", .count(of: ["child", "area"], withinDays: 90), among: "kind == \"m\""),
            #"{"among":"kind == \"m\"","days":90,"name":"in_90_days","of":["child","area"],"step":"count"}"#
        ),
        (
            RecordStep("cell", .grid(longitude: "lon", latitude: "lat", metres: 100)),
            #"{"latitude":"lat","longitude":"lon","metres":100,"name":"cell","step":"grid"}"#
        ),
    ]

    @Test(arguments: forms)
    func aStepIsWrittenAndReadAlike(_ step: RecordStep, _ text: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(step), as: UTF8.self) == text)
        #expect(try JSONDecoder().decode(RecordStep.self, from: Data(text.utf8)) == step)
    }

    @Test func aQueryWithoutStepsNamesNone() throws {
        var query = Query("q", of: "d", by: [.column("a")], measures: [Measure("n", .count)])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bare = String(decoding: try encoder.encode(query), as: UTF8.self)
        #expect(
            bare
                == #"{"dataset":"d","groupings":[{"by":"column","column":"a"}],"measures":[{"function":"count","name":"n"}],"name":"q"}"#
        )
        #expect(try JSONDecoder().decode(Query.self, from: Data(bare.utf8)) == query)
        query.steps = Self.forms.map(\.0)
        #expect(try JSONDecoder().decode(Query.self, from: try encoder.encode(query)) == query)
    }

    @Test func theExampleOfTheModulesPageIsAQuery() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Plugins/README.md")
        let page = try String(contentsOf: folder.standardizedFileURL, encoding: .utf8)
        let start = try #require(page.range(of: "```json\n{\"name\": \"repeat/ward/quarter\""))
        let text = page[start.lowerBound...].dropFirst(8).prefix { $0 != "`" }
        let query = try JSONDecoder().decode(Query.self, from: Data(text.utf8))
        #expect(
            query
                == Query(
                    "repeat/ward/quarter", of: "missing_episodes",
                    steps: [RecordStep("in_90_days", .count(of: ["child"], withinDays: 90))], where: "in_90_days >= 3",
                    by: [.area(level: "ward"), .period(grain: "quarter")],
                    measures: [Measure("children", .distinct("child"))]))
    }

    static let bad = [
        #"{"name":"a","step":"gap"}"#, #"{"name":"a","step":"leap","of":["b"]}"#, #"{"name":"a","step":"count","of":["b"]}"#,
        #"{"step":"gap","of":["b"]}"#, #"{"name":"a","step":"grid","longitude":"x","latitude":"y"}"#,
    ]

    @Test(arguments: bad)
    func aStepThatLacksAFieldIsRefused(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(RecordStep.self, from: Data(text.utf8)) }
    }
}
