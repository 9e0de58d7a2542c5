import Diagnostics
import Measures
import Testing

@testable import Definitions

@Suite("What KPIs and rules say, key by key")
struct DefinitionTextTests {
    private static func texts(_ file: String) -> [DefinitionText] {
        DefinitionText.texts(of: [SourceFile(path: "violence.yaml", text: file)])
    }

    static let file = """
        beacon: 1
        priority: violence
        kpis:
          incidents:
            title: Incidents   # a remark
            grains: [month, quarter]
            target: {value: 10%, by: 2026/27, from: {value: 0%, at: 2023/24}}
        rules:
          rise:
            when: "change(incidents) > 10%"
            message: >
              {area}
              rises
        """

    @Test("every key on one line, without layout, quotes and remarks")
    func read() {
        let texts = Self.texts(Self.file)
        #expect(
            texts == [
                DefinitionText(
                    .init(.kpi, "incidents"), of: "violence",
                    entries: [
                        "title": "Incidents", "grains": "month, quarter",
                        "target": "{value: 10%, by: 2026/27, from: {value: 0%, at: 2023/24}}",
                    ]),
                DefinitionText(
                    .init(.rule, "rise"), of: "violence",
                    entries: ["when": "change(incidents) > 10%", "message": "{area} rises"]),
            ])
    }

    @Test(
        "layout, quotes, remarks and the order of keys make no other text",
        arguments: [
            "when: change(incidents)   > 10%\n    message: '{area} rises'",
            "message: \"{area} rises\"\n    when: change(incidents) > 10% # more",
        ])
    func layout(rule: String) {
        let file = "priority: violence\nrules:\n  rise:\n    \(rule)\n"
        #expect(Self.texts(file) == Self.texts(Self.file).filter { $0.name.kind == .rule })
    }

    @Test(
        "a file without a priority, or that is no YAML, has none",
        arguments: ["partnership: P", "- 1", "a: [", "", "priority: [x]"])
    func none(file: String) {
        #expect(Self.texts(file).isEmpty)
    }

    @Test("the keys that an edit changed")
    func changed() throws {
        let day = try #require(CalendarDate("2024-06-02"))
        func keys(_ before: [String: String]?, _ after: [String: String]?) -> [String] {
            DefinitionEdit(.init(.rule, "rise"), of: "violence", foundOn: day, before: before, after: after).changedKeys
        }
        #expect(keys(["when": "a", "title": "T"], ["when": "b", "title": "T"]) == ["when"])
        #expect(keys(["when": "a"], ["when": "a", "given": "g"]) == ["given"])
        #expect(keys(["when": "a", "clear": "c"], ["when": "b"]) == ["clear", "when"])
        #expect(keys(nil, ["when": "a"]) == ["when"] && keys(["when": "a"], nil) == ["when"])
    }
}
