import Foundation

/// The engine's program for the tests: `BEACON_DUCKDB`, else the project's own tools, else `PATH`.
enum EngineFinder {
    static let program: String? = {
        let environment = ProcessInfo.processInfo.environment
        var candidates = [environment["BEACON_DUCKDB"]].compactMap { $0 }
        candidates += ancestors(of: #filePath).map { "\($0)/.tools/bin/duckdb" }
        candidates += (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/duckdb" }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    static var isThere: Bool { program != nil }

    /// The folders above a path, the nearest first.
    static func ancestors(of path: String) -> [String] {
        var url = URL(fileURLWithPath: path)
        var folders: [String] = []
        while url.path != "/" {
            url.deleteLastPathComponent()
            folders.append(url.path)
        }
        return folders
    }
}
