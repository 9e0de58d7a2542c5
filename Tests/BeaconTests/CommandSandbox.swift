import Foundation

/// An empty folder in which a script's commands run, removed afterwards.
final class CommandSandbox {
    let folder: URL

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let fixtures = root.appending(path: "Tests/BeaconTests/Fixtures")

    /// The folder of the built programs: that of the test's own executable.
    static let products: URL = {
        let own = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        let candidates = [
            own, own.deletingLastPathComponent().deletingLastPathComponent(), root.appending(path: ".build/debug"),
        ]
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0.appending(path: "beacon").path) } ?? own
    }()

    /// The query engine's program: as `make setup` leaves it, or on the path.
    static let engineFolder = root.appending(path: ".tools/bin").path

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "beacon-test-\(UUID().uuidString)")
            .resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        // A test may have taken the right to write away.
        if let items = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) {
            for case let item as URL in items {
                // Never through a link: what it leads to is not the test's.
                guard (try? item.resourceValues(forKeys: [.isSymbolicLinkKey]).isSymbolicLink) == false else { continue }
                try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: item.path)
            }
        }
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs a line by `sh` and gives what it printed, both streams together, redacted, with the exit code where it isn't 0.
    func run(_ command: String) throws -> [String] {
        let capture = folder.appending(path: ".printed-\(UUID().uuidString)")
        try Data().write(to: capture)
        defer { try? FileManager.default.removeItem(at: capture) }
        let handle = try FileHandle(forWritingTo: capture)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = handle
        process.standardError = handle
        process.environment = environment
        try process.run()
        process.waitUntilExit()
        try handle.close()
        var lines = redacted(String(decoding: try Data(contentsOf: capture), as: UTF8.self))
            .components(separatedBy: "\n")
        while lines.last?.isEmpty == true { lines.removeLast() }
        let code = process.terminationStatus
        if process.terminationReason == .uncaughtSignal {
            lines.append("[signal \(code)]")
        } else if code != 0 {
            lines.append("[exit \(code)]")
        }
        return lines
    }

    private var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = "\(Self.products.path):\(Self.engineFolder):" + (environment["PATH"] ?? "/usr/bin:/bin")
        environment["FIXTURES"] = Self.fixtures.path
        environment["PROJECT"] = Self.root.path
        environment["LC_ALL"] = "C.UTF-8"
        environment["BEACON_RECORD"] = nil
        return environment
    }

    private func redacted(_ text: String) -> String {
        var text = text
        for (path, name) in [(folder.path, "FOLDER"), (Self.products.path, "PRODUCTS"), (Self.root.path, "PROJECT")] {
            text = text.replacingOccurrences(of: path, with: name)
        }
        for (pattern, name) in [
            ("seconds=[0-9.]+", "seconds=TIME"), ("process [0-9]+", "process PID"),
            ("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{4})?", "MOMENT"),
        ] {
            text = text.replacingOccurrences(of: pattern, with: name, options: .regularExpression)
        }
        return text
    }
}
