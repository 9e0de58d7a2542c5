import Foundation
import ModuleHost
import Testing

@Suite("A killed host")
struct KilledHostTests {
    @Test("leaves no module behind, even one that sees nothing", .enabled(if: ProcessInfo.isLinuxWithParentDeath))
    func leavesNothing() async throws {
        let host = Process()
        host.executableURL = URL(filePath: try #require(HostExecutable.path)).deletingLastPathComponent()
            .appending(path: "LonelyHost")
        host.arguments = [try Fixtures.misbehaving.find("sleeps").path]
        let output = Pipe()
        host.standardOutput = output
        try host.run()
        let words = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let module = ProcessWatch(saidIn: words)
        kill(host.processIdentifier, SIGKILL)
        host.waitUntilExit()
        #expect(await module?.isGone() == true)
    }
}

extension ProcessInfo {
    /// The parent-death signal is asked for by util-linux.
    static let isLinuxWithParentDeath = FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
}
