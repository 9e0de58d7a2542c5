import Definitions
import Measures
import Testing

@testable import Reporting

@Suite("The report on a year tells what was edited in the definitions")
struct DefinitionChangesTests {
    static let day = CalendarDate(daysSince1970: 19_700)
    static let other = CalendarDate(daysSince1970: 19_705)

    static func edit(
        _ kind: DefinitionText.Kind, _ id: String, of priority: String = "violence", _ before: [String: String]?,
        _ after: [String: String]?, on day: CalendarDate = day
    ) -> DefinitionEdit {
        DefinitionEdit(.init(kind, id), of: priority, foundOn: day, before: before, after: after)
    }

    private static func changes(
        _ edits: [DefinitionEdit], for body: String = "violence-group", editedOn: [CalendarDate] = [day],
        knownSince: CalendarDate? = CalendarDate(daysSince1970: 19_000)
    ) throws -> DefinitionChanges {
        let maker = ListMaker(try MadePartnership().input)
        let reader = try #require(maker.input.definitions.partnership.body(body).flatMap { Reader($0, maker) })
        return DefinitionChanges(
            AnnualInput(
                year: YearChangeTests.year, marks: [], editedOn: editedOn, edits: edits, textsKnownSince: knownSince),
            for: reader, maker.input.definitions)
    }

    /// What was edited, and what the group and the board are told.
    static let edits: [(DefinitionEdit, group: [String], board: [String])] = [
        (
            edit(.rule, "rise", ["title": "Rises", "when": "a > 10%"], ["title": "Rises", "when": "a > 20%"]),
            ["Rises Rule, Condition: a > 10% → a > 20%"], ["Rises Rule, Condition: a > 10% → a > 20%"]
        ),
        (
            edit(.rule, "rise", ["title": "Rises", "respond": "Meet"], ["title": "Climbs", "respond": "Call"]),
            ["Climbs Rule, Response: Meet → Call", "Climbs Rule, Title: Rises → Climbs"],
            ["Climbs Rule, Response: Meet → Call", "Climbs Rule, Title: Rises → Climbs"]
        ),
        // Spaces mean nothing in an expression.
        (edit(.rule, "rise", ["when": "a > 10%"], ["when": "a  >10%"]), [], []),
        (
            edit(.rule, "rise", ["when": "a > 1"], ["when": "a > 1", "given": "b"]), ["rise Rule, Guard: None → b"],
            ["rise Rule, Guard: None → b"]
        ),
        (
            edit(.kpi, "incidents", ["target": "{value: 10}"], [:]), ["incidents Measure, Target: {value: 10} → None"],
            ["incidents Measure, Target: {value: 10} → None"]
        ),
        // No policy was held against the usual level.
        (
            edit(.kpi, "incidents", ["typical": "{year: 3}"], ["typical": "{year: 4}"]),
            ["incidents Measure, Usual level: {year: 3} → {year: 4}"], []
        ),
        (
            edit(.rule, "gone", ["title": "Gone", "when": "a > 1"], nil), ["Gone Rule, Removed: a > 1 → None"],
            ["Gone Rule, Removed: a > 1 → None"]
        ),
        (
            edit(.rule, "rise", nil, ["title": "New", "when": "a > 1"]), ["New Rule, Added: None → a > 1"],
            ["New Rule, Added: None → a > 1"]
        ),
        // Another group's.
        (
            edit(.rule, "many_collisions", of: "roads", ["when": "a"], ["when": "b"]), [],
            ["many_collisions Rule, Condition: a → b"]
        ),
        (
            edit(.kpi, "collisions", of: "roads", ["unit": "count"], ["unit": "percent"]), [],
            ["collisions Measure, Unit: count → percent"]
        ),
        (edit(.rule, "gone", of: "roads", ["when": "a"], nil), [], ["gone Rule, Removed: a → None"]),
        (edit(.rule, "gone", of: "no-such", ["when": "a"], nil), [], []),
    ]

    @Test("each changed key, before and after, to those whom the definition concerns", arguments: edits)
    func told(_ example: (DefinitionEdit, group: [String], board: [String])) throws {
        for (body, wanted) in [("violence-group", example.group), ("safer-board", example.board)] {
            let changes = try Self.changes([example.0], for: body)
            #expect(
                changes.rows.map {
                    "\($0.changedTitle) \($0.changedKind), \($0.changedKey): \($0.changedBefore) → \($0.changedAfter)"
                }
                    == wanted)
            // A day of which no row tells is told as one on which something else was edited.
            #expect(changes.notes.count == (wanted.isEmpty ? 1 : 0))
        }
    }

    @Test("what was edited before texts were kept is told as not known")
    func unknown() throws {
        let note = "Definitions were edited before the runs of 9 December 2023. What they said before is not stored."
        #expect(Self.day.title == "9 December 2023")
        #expect(try Self.changes([], knownSince: nil).notes == [note])
        #expect(try Self.changes([], knownSince: Self.day).notes == [note])
        #expect(try Self.changes([], editedOn: []).notes.isEmpty)
        let both = try Self.changes([], editedOn: [Self.day, Self.other], knownSince: Self.day).notes
        #expect(
            both.count == 2 && both[0] == note
                && both[1].hasPrefix("The definition files were edited before the runs of 14 December 2023 too"))
    }
}
