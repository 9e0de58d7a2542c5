import Foundation
import ModuleHost

/// The modules of the folder of fixtures, and those that were built beside the tests.
enum Fixtures {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "ModuleFixtures").path
    static let indicatorsPage = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Plugins/indicators.md")
    static let misbehaving = ModuleFinder(named: [folder + "/misbehaving"], beside: nil)
    static let python = ModuleFinder(named: [folder + "/python"], beside: nil)
    /// The built modules lie beside the test program, as they lie beside the host.
    static let built = ModuleFinder()
    static let hasPython =
        ["/usr/bin", "/usr/local/bin"].contains { FileManager.default.isExecutableFile(atPath: $0 + "/python3") }
        || (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: $0 + "/python3")
        }

    /// For modules that are slow only where the machine is busy: ten minutes, where the kit allows ten seconds.
    static let patient = ModuleLimits(
        describe: .seconds(600), plan: .seconds(600), compute: .seconds(600), grace: .seconds(600),
        answer: ConformanceKit.limits.answer)

    /// A new folder, removed when the body has ended.
    static func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "beacon-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }
}
