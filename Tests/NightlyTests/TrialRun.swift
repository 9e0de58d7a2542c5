import AlertStore
import Alerting
import Foundation
import Measures
import Nightly
import Testing
import Warehouse

/// A whole run over definitions and data that a test writes into a folder of its own.
struct TrialRun {
    let folder = FileManager.default.temporaryDirectory.appending(path: "beacon-trial-\(UUID().uuidString)")
    var rules: URL { folder.appending(path: "rules") }
    var data: URL { folder.appending(path: "data") }

    init() throws {
        for created in [rules, data] {
            try FileManager.default.createDirectory(at: created, withIntermediateDirectories: true)
        }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to url: URL) throws { try Data(text.utf8).write(to: url) }

    /// Copies files of the real data, since no link leads out of a data folder.
    func copy(_ paths: [String]) throws {
        let source = URL(filePath: try #require(ProjectPlaces.data))
        for path in paths {
            let file = source.appending(path: path)
            try FileManager.default.copyItem(at: file, to: data.appending(path: file.lastPathComponent))
        }
    }

    /// Runs, and gives the observations of a KPI at a level and grain.
    func blocks(asOf: String, _ keys: [ObservationSet.Key]) async throws -> [ObservationBlock] {
        let store = try await run(asOf: asOf)
        defer { store.close() }
        let found = try store.latestObservations(for: keys)
        return try keys.map { try #require(found[$0]) }
    }

    /// Runs for the first time, and gives the verdicts of a rule at a level.
    func verdicts(asOf: String, of rule: String, at level: AreaLevel) async throws -> VerdictColumn {
        let store = try await run(asOf: asOf)
        defer { store.close() }
        return try #require(try store.verdicts(of: rule, at: level, after: RunID(rawValue: 1)))
    }

    private func run(asOf: String) async throws -> AlertStore {
        let settings = NightlySettings(
            rulesFolder: rules.path, dataFolder: data.path, stateFolder: folder.appending(path: "state").path,
            outFolder: folder.appending(path: "out").path, moduleFolders: [ProjectPlaces.products],
            asOf: try #require(CalendarDate(asOf)), engine: WarehouseSettings(program: ProjectPlaces.engine),
            now: { Date(timeIntervalSince1970: 1_769_817_600) })
        let outcome = try await NightlyRun(settings: settings, progress: SilentProgress()).run()
        #expect(outcome.faults.isEmpty, "\(outcome.faults)")
        return try AlertStore(stateFolder: settings.stateFolder)
    }

    /// The rows of a query of our own, by the engine's program alone.
    func independent(_ query: String) throws -> [[String]] {
        let process = Process()
        process.executableURL = URL(filePath: try #require(ProjectPlaces.engine))
        process.arguments = ["-csv", "-noheader", "-c", query]
        process.currentDirectoryURL = data
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    }
}
