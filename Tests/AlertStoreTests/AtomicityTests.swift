import Alerting
import Foundation
import Measures
import Testing

@testable import AlertStore

@Suite("A run is stored whole or not at all")
struct AtomicityTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    struct Interrupted: Error {}

    @Test("a run that fails at any step leaves no trace, and succeeds afterwards", arguments: CommitStep.allCases)
    func failing(at step: CommitStep) throws {
        let store = try AlertStore(stateFolder: folder.state)
        try store.commit(Sample.record())
        let before = try store.dump()
        let next = Sample.record(
            day: 1, input: "input-2",
            [Sample.block { Observation(value: Double($0 + $1 + 1000)) }, Sample.block(kpi: "arson")],
            verdicts: [Sample.column(codes: [0, 0, 0, 0]), Sample.column("arson_rise")],
            transitions: [Sample.transition(.resolved, period: 1)], notices: [Sample.notice("second")])
        #expect(throws: AlertStoreError.self) {
            try store.commit(next) { if $0 == step { throw Interrupted() } }
        }
        #expect(try store.dump() == before)
        let receipt = try store.commit(next)
        #expect(receipt.isNew && receipt.blocks == 2 && receipt.transitions == 1 && receipt.notices == 1)
    }

    /// What night `number` stores: every part tells the number.
    static func night(_ number: Int) -> RunRecord {
        Sample.record(
            day: number, input: "\(number)",
            (0..<8).map { kpi in
                Sample.block(kpi: "kpi_\(kpi)", periods: 60) { _, _ in Observation(value: Double(number)) }
            },
            verdicts: [Sample.column(codes: Array(repeating: UInt8(number % 2), count: 120))],
            transitions: [Sample.transition(.firing, rule: "rule_\(number)")],
            notices: [Sample.notice("\(number)")], channels: ["folder"])
    }

    @Test("a process killed while it commits leaves one of its nights, whole, and the next goes on from there")
    func killed() async throws {
        var reached = 0
        for milliseconds in [40, 75, 110, 160, 230] {
            let state = folder.state
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [state = state as String, milliseconds = milliseconds as Int] in
                let store = try AlertStore(stateFolder: state)
                // The first night is stored before the clock runs: a busy machine must not be killed before it has begun.
                var number = try store.runs().count + 1
                try store.commit(AtomicityTests.night(number))
                Thread.detachNewThread {
                    usleep(UInt32(milliseconds) * 1000)
                    kill(getpid(), SIGKILL)
                }
                while true {
                    number += 1
                    try store.commit(AtomicityTests.night(number))
                }
            }
            let store = try AlertStore(stateFolder: state)
            #expect(store.check().isEmpty)
            let memory = try store.memory()
            let number = try store.runs().count
            #expect(number > reached)
            reached = number
            #expect(memory.lastCommitted.map(\.inputFingerprint) == (number == 0 ? nil : "\(number)"))
            #expect(memory.transitions.map(\.transition.rule) == (0..<number).map { "rule_\($0 + 1)" })
            #expect(memory.waitingNotices == number)
            let blocks = try store.latestObservations(for: store.observationKeys()).all
            #expect(blocks == (number == 0 ? [] : Self.night(number).observations.all))
            store.close()
        }
        #expect(reached >= 5)
    }
}
