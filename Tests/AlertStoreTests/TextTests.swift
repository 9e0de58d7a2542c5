import Definitions
import Measures
import Testing

@testable import AlertStore

@Suite("What KPIs and rules said is kept, and what was edited is told")
struct TextTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static func rule(_ when: String, _ id: String = "rise") -> DefinitionText {
        DefinitionText(.init(.rule, id), of: "violence", entries: ["title": "Rises", "when": when])
    }

    private func store(nights: [(day: Int, texts: [DefinitionText]?)]) throws -> AlertStore {
        let store = try AlertStore(stateFolder: folder.state)
        for (place, night) in nights.enumerated() {
            var record = Sample.record(day: night.day, input: "\(place)")
            record.texts = night.texts
            try store.commit(record)
        }
        return store
    }

    /// The nights, and each edit as `day: before → after`.
    static let courses: [([(day: Int, texts: [DefinitionText]?)], [String])] = [
        ([(0, [rule("a")])], []),
        ([(0, [rule("a")]), (1, [rule("a")])], []),
        ([(0, [rule("a")]), (1, [rule("b")])], ["1: a → b"]),
        ([(0, [rule("a")]), (1, nil), (2, [rule("b")])], ["2: a → b"]),
        ([(0, [rule("a")]), (1, [rule("b")]), (2, [rule("c")])], ["1: a → b", "2: b → c"]),
        ([(0, [rule("a")]), (1, [rule("b")]), (1, [rule("c")])], ["1: a → c"]),
        ([(0, [rule("a")]), (1, [rule("b")]), (1, [rule("a")])], []),
        ([(0, [rule("a")]), (1, [])], ["1: a → gone"]),
        ([(0, [rule("a")]), (1, []), (2, [rule("a")])], ["1: a → gone", "2: none → a"]),
        ([(0, [rule("a")]), (1, [rule("a"), rule("n", "new")])], ["1: none → n"]),
        ([(0, nil), (1, [rule("a")])], []),
    ]

    @Test("edits by the night that found them", arguments: courses)
    func edits(_ course: ([(day: Int, texts: [DefinitionText]?)], [String])) throws {
        let store = try store(nights: course.0)
        let found = try store.definitionEdits()
        let told = found.edits.map { edit in
            "\(edit.foundOn.daysSince1970 - Sample.asOf(0).daysSince1970): \(edit.before?["when"] ?? "none") → \(edit.after?["when"] ?? "gone")"
        }
        #expect(told == course.1)
        let first = course.0.first { $0.texts != nil }
        #expect(found.knownSince == first.map { Sample.asOf($0.day) })
        #expect(try store.holdsTexts() && store.check().isEmpty)
    }

    @Test("the same texts add no row, and a text that can't be read is found")
    func rows() throws {
        let store = try store(nights: [
            (0, [Self.rule("a"), Self.rule("n", "other")]), (1, [Self.rule("a"), Self.rule("n", "other")]),
        ])
        #expect(try store.count("told_text") == 2)
        try store.execute("UPDATE told_text SET text = '[' WHERE id = 'rise'")
        #expect(store.check().map(\.place) == ["told_text"])
    }

    @Test("a store of an older Beacon knows of none, and takes up what the next run tells")
    func older() throws {
        let store = try store(nights: [(0, nil)])
        #expect(try !store.holdsTexts() && store.definitionEdits().knownSince == nil)
        var record = Sample.record(day: 0, input: "0")
        record.texts = [Self.rule("a")]
        #expect(try store.commit(record).texts == 1)
        #expect(try store.commit(record).addsNothing)
    }
}
