import AlertStore
import Measures
import Testing

@Suite("A figure that is restated is seen")
struct RestatementTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var nights: [Observation]
        /// Before, after (nil for taken back) and whether provisional, as learned on the last night.
        var learned: (before: Double, after: Double?, wasProvisional: Bool)?
    }

    static let cases = [
        Case(testDescription: "told once", nights: [Observation(value: 3)]),
        Case(testDescription: "told the same", nights: [Observation(value: 3), Observation(value: 3)]),
        Case(
            testDescription: "another value", nights: [Observation(value: 3), Observation(value: 4)],
            learned: (3, 4, false)),
        Case(
            testDescription: "a provisional value revised",
            nights: [Observation(value: 3, provisional: true), Observation(value: 4)], learned: (3, 4, true)),
        Case(
            testDescription: "a provisional value confirmed",
            nights: [Observation(value: 3, provisional: true), Observation(value: 3)]),
        Case(
            testDescription: "learned on an earlier night",
            nights: [Observation(value: 3), Observation(value: 4), Observation(value: 4, provisional: true)]),
        Case(
            testDescription: "first told after being not due", nights: [Observation(absent: .notDue), Observation(value: 3)]),
        Case(
            testDescription: "taken back", nights: [Observation(value: 3), Observation(absent: .withheld)],
            learned: (3, nil, false)),
        Case(
            testDescription: "taken back on an earlier night",
            nights: [Observation(value: 3), Observation(absent: .withheld), Observation(absent: .missing)]),
        Case(
            testDescription: "a module that failed takes nothing back",
            nights: [Observation(value: 3), Observation(absent: .moduleFailed)]),
        Case(
            testDescription: "the same value after a failure",
            nights: [Observation(value: 3), Observation(absent: .moduleFailed), Observation(value: 3)]),
        Case(
            testDescription: "another value after a failure",
            nights: [Observation(value: 3), Observation(absent: .moduleFailed), Observation(value: 4)],
            learned: (3, 4, false)),
        Case(
            testDescription: "taken back during a failure",
            nights: [Observation(value: 3), Observation(absent: .moduleFailed), Observation(absent: .missing)],
            learned: (3, nil, false)),
        Case(
            testDescription: "another value after it was missing",
            nights: [Observation(value: 3), Observation(absent: .missing), Observation(value: 5)], learned: (3, 5, false)),
    ]

    @Test("told, revised, confirmed, taken back", arguments: cases)
    func learned(_ example: Case) throws {
        let store = try AlertStore(stateFolder: folder.state)
        var last = RunID(rawValue: 0)
        for (night, cell) in example.nights.enumerated() {
            last = try store.commit(Sample.record(day: night, [Sample.single(cell)])).run
        }
        let expected = example.learned.map { learned in
            Restatement(
                kpi: "burglary", level: Sample.ward, area: Sample.areas[0], period: Sample.first, unit: .count,
                before: learned.before, after: learned.after, wasProvisional: learned.wasProvisional)
        }
        #expect(try store.restatements(of: last) == (expected.map { [$0] } ?? []))
    }

    @Test("a new unit is a new definition, not a restatement")
    func unit() throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record([Sample.single(Observation(value: 3))]))
        let run = try store.commit(Sample.record(day: 1, [Sample.single(Observation(value: 0.3), unit: .percent)])).run
        #expect(try store.restatements(of: run).isEmpty)
    }

    @Test("each cell is held against its own past")
    func neighbours() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let first = try store.commit(Sample.record()).run
        let second = try store.commit(
            Sample.record(day: 1, [Sample.block { Observation(value: Double($0 * 10 + $1 + ($0 == 2 ? 1 : 0))) }])).run
        #expect(try store.restatements(of: first).isEmpty)
        let told = try store.restatements(of: second)
        #expect(told.map(\.area) == Array(repeating: Sample.areas[2], count: 4))
        #expect(told.map(\.period) == (0..<4).map(Sample.first.moved(by:)))
        #expect(told.map(\.before) == [20, 21, 22, 23])
        #expect(told.map(\.after) == [21, 22, 23, 24])
    }
}
