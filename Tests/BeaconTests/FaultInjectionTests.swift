import Foundation
import Synchronization
import Testing

/// What kills the command at a call of its own; built for Linux alone.
enum FaultLibrary {
    static let path = CommandSandbox.products.appending(path: "libFaultPoints.so").path

    static var isThere: Bool { FileManager.default.fileExists(atPath: path) }
}

/// A run is killed before one of the calls by which it changes what is on the disk, and run again: what is there then must be what an
/// undisturbed run leaves. The calls are counted, so each test kills at the same places every time.
@Suite("A run killed anywhere is finished by the next", .enabled(if: FaultLibrary.isThere, "needs Linux"))
struct FaultInjectionTests {
    /// Places at which a night is cut off at most: every call where there are no more.
    private static let mostPoints = 130

    /// Rules that send mail too, and a mail program that keeps what it is given.
    private static let setting = [
        "mkdir Rules && cp $FIXTURES/small/*.yaml Rules && cp -r $FIXTURES/small/data data",
        #"printf 'delivery:\n  channels: {files: {kind: folder}, post: {kind: mail, from: beacon@example.org}}\n  routes:\n    files: {channel: files}\n    leads: {channel: post, of: violence-group, to: [lead@example.org]}\n' >> Rules/partnership.yaml"#,
        #"printf '#!/bin/sh\ncat >> mails\n' > sendmail && chmod +x sendmail"#,
    ]

    private static let firstNight = "beacon run --quiet --data data --as-of 2024-05-31 --sendmail ./sendmail"
    /// Figures are restated, so that alerts move and readers are told.
    private static let nextNight =
        "sed -i 's/^N1,.*//; /^$/d' data/incidents-2022.csv; "
        + "beacon run --quiet --data data --as-of 2024-08-31 --sendmail ./sendmail"

    /// What readers have: the lists, the notices, and the mails, each once however often it was handed over.
    private static let shown =
        "cd out && find -L latest notices -type f | sort | xargs sha256sum; cd ..; sed -n 's/^Message-ID: //p' mails | sort -u; "
        + "beacon notify --dry-run"

    @Test("the first night, from nothing")
    func first() throws {
        try cutOff(Self.firstNight, after: [])
    }

    @Test("a night in which figures are restated and alerts move")
    func next() throws {
        try cutOff(Self.nextNight, after: [Self.firstNight])
    }

    private func cutOff(_ night: String, after before: [String]) throws {
        let whole = try CommandSandbox()
        for command in Self.setting + before { #expect(try whole.run(command) == []) }
        let origin = whole.folder.path
        try #require(try whole.run("cp -a . ../\(whole.folder.lastPathComponent)-origin") == [])
        let kept = "\(origin)-origin"
        defer { try? FileManager.default.removeItem(atPath: kept) }
        let count = "FAULT_PROGRAM=beacon FAULT_COUNT=$PWD/count LD_PRELOAD=\(FaultLibrary.path)"
        #expect(try whole.run(Self.with(count, night)) == [])
        let wanted = try whole.run(Self.shown)
        let calls = try #require(Int(try whole.run("cat count").first ?? ""))
        #expect(calls >= 100)
        let points = min(calls, Self.mostPoints)
        let places = (0..<points).map { 1 + $0 * (calls - 1) / (points - 1) }
        let faults = Mutex<[String]>([])
        let killed = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: places.count) { index in
            do {
                let sandbox = try CommandSandbox()
                _ = try sandbox.run("cp -a \(kept)/. .")
                let point = "FAULT_PROGRAM=beacon FAULT_POINT=\(places[index]) LD_PRELOAD=\(FaultLibrary.path)"
                // The shell's own words on the signal are not what is tested.
                let printed = try sandbox.run(Self.with(point, night))
                if printed.contains(where: { $0.contains("137") || $0.contains("signal 9") || $0.contains("Killed") }) {
                    killed.withLock { $0 += 1 }
                }
                let again = try sandbox.run(night.components(separatedBy: "; ").last ?? night)
                let told = try sandbox.run(Self.shown)
                if !again.isEmpty || told != wanted {
                    let lines = again + told.filter { !wanted.contains($0) } + wanted.filter { !told.contains($0) }
                    faults.withLock { $0.append("call \(places[index]) of \(calls): \(lines.joined(separator: "\n"))") }
                }
            } catch {
                faults.withLock { $0.append("call \(places[index]): \(error)") }
            }
        }
        #expect(faults.withLock { $0 } == [])
        // Most of the places lie in the run; which thread writes first may move a few.
        #expect(killed.withLock { $0 } >= points * 9 / 10)
    }

    /// The night's last command with variables of the environment.
    private static func with(_ variables: String, _ night: String) -> String {
        var commands = night.components(separatedBy: "; ")
        commands[commands.count - 1] = "\(variables) \(commands[commands.count - 1])"
        return commands.joined(separator: "; ")
    }
}
