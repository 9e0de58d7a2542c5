import Alerting
import Definitions
import Diagnostics
import Foundation
import GRDB
import Measures
import Testing

@testable import AlertStore

@Suite("Any later change of runs, transitions and marks is found, and said where")
struct AuditTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Entries 1 and 2 are runs, 3 a silence, 4 an acknowledgement, 5 its end, 6 an erasure, 7 a run, 8 a pruning.
    private func store() throws -> AlertStore {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        try store.commit(
            Sample.record(
                day: 1, [Sample.single(Observation(value: 1))],
                transitions: [
                    Sample.transition(.firing, period: 1), Sample.transition(.firing, rule: "arson_rise"),
                ]))
        try store.add(MarkTests.silence, at: Sample.time)
        try store.add(MarkTests.known, at: Sample.time)
        try store.endMark(2, on: Sample.asOf(4), by: "Dee", because: "done", at: Sample.time)
        try store.erase(.words, ofMark: 1, on: Sample.asOf(4), by: "Eve", because: "asked", at: Sample.time)
        try store.commit(
            Sample.record(
                day: 5, [Sample.single(Observation(value: 2))], transitions: [Sample.transition(.resolved, period: 2)]))
        try store.prune(keepingFrom: Sample.asOf(3), at: Sample.time)
        return store
    }

    struct Change: Sendable, CustomTestStringConvertible {
        var testDescription: String { statement }
        var statement: String
        var found: [String]

        init(_ statement: String, _ found: String...) {
            self.statement = statement
            self.found = found
        }
    }

    static let changes = [
        // Edited.
        Change("UPDATE run SET as_of = as_of - 1 WHERE id = 2", "entry 2 (run 2): the run 2 is not as it was stored"),
        Change("UPDATE run SET started = started + 1 WHERE id = 1", "entry 1 (run 1): the run 1 is not as it was stored"),
        Change("UPDATE run SET counts = '{}' WHERE id = 3", "entry 7 (run 3): the run 3 is not as it was stored"),
        Change("UPDATE run SET input_fingerprint = 'x' WHERE id = 1", "entry 1 (run 1): the run 1 is not as it was stored"),
        Change(
            "UPDATE transition SET state = 'withdrawn' WHERE id = 3", "entry 2 (run 2): the run 2 is not as it was stored"),
        Change("UPDATE transition SET area = 'W9' WHERE id = 1", "entry 1 (run 1): the run 1 is not as it was stored"),
        Change(
            "UPDATE transition SET run = 3 WHERE id = 3",
            "entry 2 (run 2): the run 2 is not as it was stored", "entry 7 (run 3): the run 3 is not as it was stored"),
        Change(
            "UPDATE meaning SET text = 'c > d' WHERE id = 1",
            "entry 1 (run 1): the run 1 is not as it was stored", "entry 2 (run 2): the run 2 is not as it was stored",
            "entry 7 (run 3): the run 3 is not as it was stored"),
        Change("UPDATE mark SET until = until + 100 WHERE id = 1", "entry 3 (mark 1): the mark 1 is not as it was stored"),
        Change("UPDATE mark SET rule = NULL WHERE id = 2", "entry 4 (mark 2): the mark 2 is not as it was stored"),
        Change("UPDATE mark SET at = at + 1 WHERE id = 3", "entry 5 (mark 3): the mark 3 is not as it was stored"),
        Change("UPDATE mark SET author = words WHERE id = 2", "entry 4 (mark 2): the mark 2 is not as it was stored"),
        Change("UPDATE pruning SET removed = '{}'", "entry 8 (pruning 1): the pruning 1 is not as it was stored"),
        Change(
            "UPDATE words SET text = 'patrols not sent' WHERE text = 'patrols sent'",
            "mark 2: its text is not what was written"),
        Change("UPDATE words SET text = 'Bob' WHERE text = 'Ben'", "mark 2: its author is not what was written"),
        Change("UPDATE words SET salt = NULL, text = NULL WHERE text = 'Ben'", "mark 2: its author was erased by nobody"),
        Change(
            "UPDATE words SET digest = zeroblob(32), salt = NULL, text = NULL WHERE text = 'Ben'",
            "entry 4 (mark 2): the mark 2 is not as it was stored", "mark 2: its author was erased by nobody"),
        Change(
            "UPDATE words SET salt = x'00', text = 'no reason' WHERE text IS NULL",
            "mark 1: its text is not what was written"),
        // Deleted.
        Change("DELETE FROM transition WHERE id = 2", "entry 2 (run 2): the run 2 is not as it was stored"),
        Change("DELETE FROM mark WHERE id = 3", "entry 5 (mark 3): the mark 3 is gone"),
        Change(
            "DELETE FROM mark WHERE id = 4", "entry 6 (mark 4): the mark 4 is gone", "mark 1: its text was erased by nobody"
        ),
        Change("DELETE FROM run WHERE id = 2", "entry 2 (run 2): the run 2 is gone"),
        Change(
            "DELETE FROM chain WHERE place = 5",
            "entry 6 (mark 4): entry 5 before it is gone", "entry 6 (mark 4): it does not follow from the entry before it",
            "mark 3: no entry of the chain stands for it"),
        Change(
            "DELETE FROM chain WHERE place IN (1, 2)",
            "entry 3 (mark 1): entries 1 to 2 before it are gone",
            "entry 3 (mark 1): it does not follow from the entry before it",
            "run 1: no entry of the chain stands for it", "run 2: no entry of the chain stands for it"),
        Change(
            "DELETE FROM chain WHERE place = 5; DELETE FROM mark WHERE id = 3",
            "entry 6 (mark 4): entry 5 before it is gone", "entry 6 (mark 4): it does not follow from the entry before it"),
        // Put in.
        Change(
            "INSERT INTO mark (kind, at, day, group_of, author) SELECT 'silence', at, day, NULL, author FROM mark WHERE id = 1",
            "mark 5: no entry of the chain stands for it"),
        Change(
            "INSERT INTO transition SELECT 99, run, rule, 'W2', grain, period, state, meaning FROM transition WHERE id = 1",
            "entry 1 (run 1): the run 1 is not as it was stored"),
        Change(
            "INSERT INTO run SELECT 9, as_of, started, finished, counts, versions, input_fingerprint, definitions_fingerprint FROM run WHERE id = 1",
            "run 9: no entry of the chain stands for it"),
        // Moved.
        Change(
            "UPDATE chain SET place = -5 WHERE place = 5; UPDATE chain SET place = 5 WHERE place = 4; UPDATE chain SET place = 4 WHERE place = -5",
            "entry 4 (mark 3): it does not follow from the entry before it",
            "entry 5 (mark 2): it does not follow from the entry before it",
            "entry 6 (mark 4): it does not follow from the entry before it"),
        Change(
            "UPDATE chain SET content = (SELECT content FROM chain WHERE place = 3) WHERE place = 4",
            "entry 4 (mark 2): the mark 2 is not as it was stored",
            "entry 4 (mark 2): it does not follow from the entry before it"),
        Change(
            "UPDATE chain SET digest = zeroblob(32) WHERE place = 4",
            "entry 4 (mark 2): it does not follow from the entry before it",
            "entry 5 (mark 3): it does not follow from the entry before it"),
        // Cut off, which only a kept head shows.
        Change(
            "DELETE FROM chain WHERE place = 8; DELETE FROM pruning",
            "run 1: its figures, verdicts, names, texts or notices are not those that were stored",
            "entry 8: it was kept as the head, and the chain ends at 7"),
    ]

    @Test("a change is found where it was made", arguments: changes)
    func change(_ change: Change) throws {
        let store = try store()
        let head = try #require(try store.auditHead())
        #expect(head.place == 8 && AuditHead(place: 8, digestText: head.digestText) == head)
        #expect(try store.verifyAudit(against: [head]).isEmpty)
        try store.execute("PRAGMA foreign_keys = OFF")
        try store.execute(change.statement.replacing("group_of", with: "body"))
        let found = try store.verifyAudit(against: [head]).map { "\($0.place): \($0.words)" }
        #expect(found.filter { !$0.hasPrefix("entry 8: it is not the head") } == change.found)
    }

    /// Run 1 tells figures, verdicts, names and a notice; run 2 figures and verdicts that are otherwise.
    static let contentChanges = [
        Change("DELETE FROM observation WHERE run = 2; DELETE FROM edition WHERE run = 2", "run 2: \(otherwise)"),
        Change(
            "UPDATE observation SET value = 99 WHERE run = 2; UPDATE edition SET digest = zeroblob(32) WHERE run = 2",
            "run 2: \(otherwise)"),
        Change(
            "DELETE FROM verdict WHERE run = 2; UPDATE verdict SET until_run = NULL", "run 2: \(otherwise)"),
        Change("UPDATE verdict SET until_run = NULL WHERE run = 1", "run 2: \(otherwise)"),
        Change("UPDATE verdict SET codes = zeroblob(4), digest = zeroblob(32) WHERE run = 1", "run 1: \(otherwise)"),
        Change("UPDATE notice SET content = replace(content, '18', '17')", "run 1: \(otherwise)"),
        Change("UPDATE told_rule SET severity = 'low'", "run 1: \(otherwise)"),
        Change("UPDATE told_area SET name = 'Elsewhere'", "run 1: \(otherwise)"),
        Change("UPDATE block SET kpi = 'zz'", "run 1: \(otherwise)", "run 2: \(otherwise)"),
        Change("UPDATE block SET level = 'borough'", "run 1: \(otherwise)", "run 2: \(otherwise)"),
        Change("UPDATE block SET grain = 'quarter'", "run 1: \(otherwise)", "run 2: \(otherwise)"),
        Change(
            "UPDATE area_list SET codes = replace(codes, 'W1', 'W9')", "run 1: \(otherwise)", "run 2: \(otherwise)"),
        Change("UPDATE edition SET cells = cells + 1 WHERE run = 2", "run 2: \(otherwise)"),
        Change("DELETE FROM stretch WHERE run = 2", "run 2: \(otherwise)"),
        Change("UPDATE stretch SET digest = zeroblob(32) WHERE run = 1", "run 1: \(otherwise)"),
        Change("UPDATE told_text SET text = '{}' WHERE id = 'burglary_rise'", "run 1: \(otherwise)"),
        Change("UPDATE told_text SET run = 2 WHERE id = 'burglary'", "run 1: \(otherwise)", "run 2: \(otherwise)"),
        Change("DELETE FROM told_text WHERE id = 'burglary'", "run 1: \(otherwise)"),
        Change("UPDATE outbox SET channel = 'fax' WHERE channel = 'mail'", "run 1: \(otherwise)"),
        Change("DELETE FROM outbox WHERE channel = 'folder'", "run 1: \(otherwise)"),
        Change("UPDATE told_alert SET reader = 'board'", known),
        Change("UPDATE told_alert SET item = '{}'", known),
        Change("UPDATE told_alert SET list = 'other'", known),
        Change("UPDATE told_alert SET run = 2", known),
        Change("DELETE FROM told_alert", known),
        Change("UPDATE told_line SET line = 'other'", known),
        Change("DELETE FROM told_line", known),
        Change("UPDATE renamed_rule SET rule = 'arson_rise'", known),
        Change("DELETE FROM renamed_rule", known),
        Change("UPDATE run_content SET making = 1 WHERE run = 2", "run 2: \(otherwise)"),
        Change("UPDATE run_content SET making = 9 WHERE run = 1", "run 1: \(otherwise)"),
        Change("UPDATE run_content SET told = NULL WHERE run = 1", "entry 1 (run 1): the run 1 is not as it was stored"),
        Change("DELETE FROM run_content WHERE run = 2", "entry 2 (run 2): the run 2 is not as it was stored"),
        Change(
            "UPDATE run_content SET digest = zeroblob(32) WHERE run = 1",
            "entry 1 (run 1): the run 1 is not as it was stored", "run 1: \(otherwise)"),
    ]
    private static let known =
        "told_alert, told_line, renamed_rule: what readers know by the notices is not what was stored"
    private static let otherwise = "its figures, verdicts, names, texts or notices are not those that were stored"

    @Test("what a run added beside its transitions is found where it was changed", arguments: contentChanges)
    func contentChange(_ change: Change) throws {
        let store = try AlertStore(stateFolder: folder.state)
        var first = Sample.record()
        first.rules = [ToldRule(rule: "burglary_rise", title: "Rise", priority: "p", severity: .high, groups: ["g"])]
        first.areas = [ToldArea(area: Sample.areas[0], name: "Arleston", level: Sample.ward)]
        first.texts = [
            DefinitionText(.init(.kpi, "burglary"), of: "p", entries: ["title": "Burglary"]),
            DefinitionText(.init(.rule, "burglary_rise"), of: "p", entries: ["title": "Rise"]),
        ]
        first.renamings = [RecordedRenaming(former: "burglary_up", rule: "burglary_rise", day: Sample.asOf(0))]
        first.notices = [OutgoingNotice(Sample.notice(), by: ["folder", "mail"], lines: ["2 figures"])]
        try store.commit(first)
        var second = first
        second.renamings = []
        second.asOf = Sample.asOf(1)
        second.figures = FigureDigests(ObservationSet([Sample.single(Observation(value: 1))]))
        second.verdicts = [Sample.column(codes: [2, 2, 0, 2])]
        try store.commit(second)
        #expect(try store.verifyAudit().isEmpty)
        try store.execute("PRAGMA foreign_keys = OFF")
        try store.execute(change.statement)
        #expect(try store.verifyAudit().map { "\($0.place): \($0.words)" } == change.found)
    }

    @Test("what was let go of unsent is an entry of its own, and a notice that is gone without one is missed")
    func dropped() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record(notices: [Sample.notice("a"), Sample.notice("b")]))
        #expect(try store.dropWaiting(for: "mail", at: Sample.time) == 2)
        #expect(try store.verifyAudit().isEmpty)
        try store.execute("DELETE FROM outbox WHERE notice = 'b'")
        #expect(try store.verifyAudit().map { "\($0.place): \($0.words)" } == ["run 1: \(Self.otherwise)"])
        try store.execute("UPDATE dropping SET notices = '[\"a\"]'")
        #expect(
            try store.verifyAudit().map(\.place) == ["entry 2 (dropping 1)", "run 1"])
    }

    @Test("what readers know is verified after a pruning too, and of what runs told before it only that stands")
    func prunedContent() throws {
        let store = try AlertStore(stateFolder: folder.state)
        for day in 0..<5 {
            try store.commit(
                Sample.record(
                    day: day, [Sample.single(Observation(value: Double(day)))], notices: [Sample.notice("\(day)")],
                    channels: ["folder"]))
            try store.markDelivered("\(day)", by: "folder", at: Sample.time)
        }
        #expect(try store.prune(keepingFrom: Sample.asOf(3), at: Sample.time).notices == 2)
        #expect(try store.verifyAudit().isEmpty && store.check().isEmpty)
        try store.execute("DELETE FROM told_alert")
        #expect(try store.verifyAudit().map { "\($0.place): \($0.words)" } == [Self.known])
    }

    /// Somebody who can write to the store can also make the whole chain anew, and no chain can show that by itself.
    @Test("a chain made anew over changed rows shows by the head that was kept elsewhere, and by nothing else")
    func madeAnew() throws {
        let store = try store()
        let heads = [try #require(try store.auditHead())]
        try store.execute("UPDATE transition SET state = 'resolved' WHERE id = 1")
        try store.database.write { database in
            let rows = try Row.fetchAll(database, sql: "SELECT \(AuditEntry.columns) FROM chain ORDER BY place").map(
                AuditEntry.init)
            try database.execute(sql: "DELETE FROM chain")
            for row in rows { try AuditChain.append(try #require(AuditKind(rawValue: row.kind)), row.subject, in: database) }
        }
        #expect(try store.verifyAudit().isEmpty)
        #expect(try store.verifyAudit(against: heads).map(\.words) == ["it is not the head that was kept"])
    }

    @Test("a run that adds nothing adds no entry, and a commit that fails none either")
    func sparing() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        let head = try store.auditHead()
        try store.commit(Sample.record())
        #expect(try store.auditHead() == head && head?.place == 1)
        struct Interrupted: Error {}
        #expect(throws: AlertStoreError.self) {
            try store.commit(Sample.record(day: 1)) { if $0 == .end { throw Interrupted() } }
        }
        #expect(try store.auditHead() == head && store.verifyAudit().isEmpty)
    }
}
