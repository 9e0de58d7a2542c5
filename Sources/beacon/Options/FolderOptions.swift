import ArgumentParser
import Foundation
import Measures
import Nightly
import Warehouse

/// Where definitions, modules and state lie: what every command needs.
struct DefinitionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder of the definition files.", valueName: "DIR"))
    var rules = "Rules"

    @Option(
        help: ArgumentHelp(
            "A folder with modules; may be given several times. They go before those beside beacon.", valueName: "DIR"))
    var modules: [String] = []

    @Option(
        help: ArgumentHelp(
            "The folder of the records and lookup tables; the data folder of the rules unless given.", valueName: "DIR"))
    var data: String?

    @Option(help: ArgumentHelp("The folder of the store and the caches.", valueName: "DIR"))
    var state = ".state"

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp("The date to stand on, today unless given; nothing later is used.", valueName: "DATE"),
        transform: { text in
            guard let date = CalendarDate(text) else {
                throw ValidationError("'\(text)' is not a date; write year, month and day: 2026-11-22")
            }
            return date
        })
    var asOf: CalendarDate?
}

/// Where records lie as well.
struct DataOptions: ParsableArguments {
    @OptionGroup var definitions: DefinitionOptions

    @Option(help: "The query engine: duckdb.")
    var engine = Engine.duckdb

    @Option(help: ArgumentHelp("Memory that the query engine may use.", valueName: "MB"))
    var engineMemory = 2048
}

/// The engines that there are a dialect for.
enum Engine: String, ExpressibleByArgument, CaseIterable {
    case duckdb
}

extension DefinitionOptions {
    func settings(out: String = "out", engineMemory: Int = 2048) -> NightlySettings {
        NightlySettings(
            rulesFolder: rules, dataFolder: data ?? "\(rules)/data", stateFolder: state, outFolder: out,
            moduleFolders: modules, asOf: asOf ?? CalendarDate(Date(), in: .current),
            engine: WarehouseSettings(program: EngineLocation.program, memoryMegabytes: engineMemory),
            now: { Date() })
    }
}

extension DataOptions {
    func settings(out: String = "out") -> NightlySettings {
        definitions.settings(out: out, engineMemory: engineMemory)
    }
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
