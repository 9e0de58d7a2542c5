import AlertStore
import Measures
import RuleLanguage
import Testing

@Suite("Verdicts are stored packed, and told of every night")
struct VerdictTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a verdict is found by area and period, and nothing outside the column")
    func found() {
        let column = Sample.column()
        #expect(column[Sample.areas[0], Sample.first] == .didNotFire)
        #expect(column[Sample.areas[1], Sample.first] == .fired)
        #expect(column[Sample.areas[1], Sample.first.moved(by: 1)] == .notAssessed(.moduleFailed))
        #expect(column[Sample.areas[2], Sample.first] == nil)
        #expect(column[Sample.areas[0], Sample.first.moved(by: 2)] == nil)
        #expect(column[Sample.areas[0], Period(grain: .quarter, ordinal: Sample.first.ordinal)] == nil)
    }

    @Test("each night's verdicts can be told, and unchanged ones are stored once")
    func nights() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let steady = Sample.column("steady")
        let before = Sample.column("moving", codes: [0, 0, 0, 0])
        let after = Sample.column("moving", codes: [0, 1, 2, 18])
        let first = try store.commit(Sample.record(verdicts: [before, steady])).run
        let second = try store.commit(Sample.record(day: 1, verdicts: [after, steady]))
        let third = try store.commit(Sample.record(day: 2, verdicts: [after, steady])).run
        #expect(second.verdictColumns == 1)
        #expect(try store.verdicts(after: first) == [before, steady])
        #expect(try store.verdicts(after: second.run) == [after, steady])
        #expect(try store.verdicts(after: third) == [after, steady])
        #expect(try store.verdicts(of: "moving", at: Sample.ward, after: first) == before)
        #expect(try store.verdicts(of: "moving", at: AreaLevel("borough"), after: first) == nil)
    }

    @Test("a rule that is gone has no verdicts from then on, and has its old ones still")
    func gone() throws {
        let store = try AlertStore(stateFolder: folder.state)
        let first = try store.commit(Sample.record()).run
        let second = try store.commit(Sample.record(day: 1, verdicts: [])).run
        let third = try store.commit(Sample.record(day: 2)).run
        #expect(try store.verdicts(after: first) == [Sample.column()])
        #expect(try store.verdicts(after: second).isEmpty)
        #expect(try store.verdicts(after: third) == [Sample.column()])
    }
}
