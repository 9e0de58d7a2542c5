import Foundation
import Testing

@Suite struct CommandScriptTests {
    static let folder = CommandSandbox.root.appending(path: "Tests/BeaconTests/Scripts")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }()

    @Test func thereAreScripts() {
        #expect(Self.names.count > 10)
    }

    @Test(arguments: names) func script(name: String) throws {
        let file = Self.folder.appending(path: "\(name).txt")
        let expected = try String(contentsOf: file, encoding: .utf8)
        let played = try CommandScript(expected).played(in: CommandSandbox()).text
        guard ProcessInfo.processInfo.environment["BEACON_RECORD"] != nil else {
            #expect(played == expected, "\(difference(expected, played))")
            return
        }
        try played.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name): look at it, and run the tests again")
    }

    private func difference(_ expected: String, _ played: String) -> String {
        let (left, right) = (expected.components(separatedBy: "\n"), played.components(separatedBy: "\n"))
        for line in 0..<max(left.count, right.count) {
            let (first, second) = (
                line < left.count ? left[line] : "(nothing)", line < right.count ? right[line] : "(nothing)"
            )
            if first != second { return "line \(line + 1)\n  wanted: \(first)\n  played: \(second)" }
        }
        return "no difference"
    }
}
