import Foundation
import Synchronization
import Testing

/// A command that brings the store of an older Beacon up to date, and marks an alert in it, is killed before calls by which it changes what is on
/// the disk. What is there then is whole, and the command done again leaves what an undisturbed one does.
@Suite(
    "An upgrade of the store that is cut off is finished by the next command",
    .enabled(if: FaultLibrary.isThere, "needs Linux"))
struct UpgradeFaultTests {
    /// Places at which a version's upgrade is cut off, spread over it evenly.
    private static let points = 25

    private static func setting(_ version: String) -> String {
        "mkdir -m 700 .state && python3 -c \"import sqlite3; c = sqlite3.connect('.state/beacon.sqlite'); "
            + "c.executescript(open('$PROJECT/Tests/AlertStoreTests/Schemas/\(version).sql').read()); c.commit()\""
    }

    private static let command = "beacon alerts note violence_rise 'see the minutes' --by Ann --as-of 2024-06-20"
    private static let questions = [
        "beacon store check", "beacon audit verify 2>/dev/null | sed 's/^[0-9]* entr[a-z]*, //; /^head/d'",
        "beacon alerts list --as-of 2024-06-20",
    ]

    @Test("at places all over it", arguments: ["v1", "v2", "v3", "v4", "v5", "v6"])
    func cutOff(_ version: String) throws {
        let whole = try CommandSandbox()
        #expect(try whole.run(Self.setting(version)) == [])
        let answers = try Self.questions.map { try whole.run($0) }
        #expect(answers[0] == ["the store is whole"])
        #expect(answers[1] == ["nothing was changed; held against 0 kept heads"])
        #expect(answers[2].count == 4)
        let count = "FAULT_PROGRAM=beacon FAULT_COUNT=$PWD/count LD_PRELOAD=\(FaultLibrary.path)"
        let said = try whole.run("\(count) \(Self.command)")
        #expect(said.count == 1 && said[0].hasPrefix("note ") && said[0].hasSuffix(" of violence_rise from 2024-06-20"))
        let calls = try #require(Int(try whole.run("cat count").first ?? ""))
        #expect(calls > Self.points)
        let places = (0..<Self.points).map { 1 + $0 * (calls - 1) / (Self.points - 1) }
        let faults = Mutex<[String]>([])
        let killed = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: places.count) { index in
            do {
                let sandbox = try CommandSandbox()
                _ = try sandbox.run(Self.setting(version))
                let point = "FAULT_PROGRAM=beacon FAULT_POINT=\(places[index]) LD_PRELOAD=\(FaultLibrary.path)"
                if try sandbox.run("\(point) \(Self.command)") != said { killed.withLock { $0 += 1 } }
                let left = try Self.questions.map { try sandbox.run($0) }
                let again = try sandbox.run(Self.command).first?.hasPrefix("note ") == true
                let after = try Self.questions.map { try sandbox.run($0) }
                guard left != answers || !again || after != answers else { return }
                faults.withLock { $0.append("call \(places[index]) of \(calls): \(left) \(again) \(after)") }
            } catch {
                faults.withLock { $0.append("call \(places[index]): \(error)") }
            }
        }
        #expect(faults.withLock { $0 } == [])
        #expect(killed.withLock { $0 } >= Self.points * 8 / 10)
    }
}
