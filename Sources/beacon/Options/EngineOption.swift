import ArgumentParser
import Foundation

/// The engines that there are a dialect for. What a person writes of an engine, by name, stands in this file alone.
enum Engine: String, ExpressibleByArgument, CaseIterable {
    case duckdb

    static let standard = Engine.duckdb
    static let help: ArgumentHelp = "The query engine: duckdb."
}

enum EngineLocation {
    /// The program named by `BEACON_DUCKDB`; else the first `duckdb` on `PATH`; else the one that `make setup` put into
    /// `.tools/bin` of the package in whose build folder this executable lies.
    static var program: String? {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["BEACON_DUCKDB"], !named.isEmpty { return named }
        let onPath = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/duckdb" }
        return (onPath + [installed].compactMap(\.self)).first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static var installed: String? {
        guard var folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() else {
            return nil
        }
        while folder.path != "/", !folder.lastPathComponent.hasPrefix(".build") { folder.deleteLastPathComponent() }
        guard folder.path != "/" else { return nil }
        return folder.deletingLastPathComponent().appending(path: ".tools/bin/duckdb").path
    }
}
