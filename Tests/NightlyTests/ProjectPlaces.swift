import Foundation

/// Where a test finds the project's rules, programs and the real data beside the project.
enum ProjectPlaces {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let rules = root.appending(path: "Rules").path

    /// The folder of the built programs.
    static let products: String = {
        let own = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        let candidates = [own, root.appending(path: ".build/debug")]
        let found = candidates.first {
            FileManager.default.isExecutableFile(atPath: $0.appending(path: "beacon-module-road-safety").path)
        }
        return (found ?? own).path
    }()

    /// The query engine's program; nil where there is none.
    static let engine: String? = {
        let environment = ProcessInfo.processInfo.environment
        let named = [environment["BEACON_DUCKDB"], root.appending(path: ".tools/bin/duckdb").path].compactMap(\.self)
        let onPath = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/duckdb" }
        return (named + onPath).first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Real open data, where it lies beside the project.
    static let data: String? = {
        let folder = root.deletingLastPathComponent().appending(path: "shared/data").path
        return FileManager.default.fileExists(atPath: "\(folder)/police/west-mercia") ? folder : nil
    }()
}

extension ProjectPlaces {
    /// Whether the national file is there.
    static let national = data.map { FileManager.default.fileExists(atPath: "\($0)/national/street.parquet") } ?? false
}
