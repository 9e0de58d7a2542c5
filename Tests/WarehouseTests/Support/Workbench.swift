import Foundation
import Measures
import ModuleKit
import Synchronization
import Testing

@testable import Warehouse

/// A data folder and a state folder for one test, removed with it.
final class Workbench: Sendable {
    let root: String
    var data: String { root + "/data" }
    var state: String { root + "/state" }
    private let scripts = ScriptLog()

    init() throws {
        root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path + "/beacon-warehouse-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

    func write(_ bytes: [UInt8], to path: String) throws {
        let url = URL(fileURLWithPath: "\(data)/\(path)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// The scripts that the engine was given.
    var scriptsRun: [String] { scripts.all }

    /// - Parameter tamper: changes a script before the engine gets it, to play an engine that errs.
    func warehouse(
        _ change: (inout WarehouseSettings) -> Void = { _ in }, tamper: @escaping @Sendable (String) -> String = { $0 }
    ) -> Warehouse {
        var settings = WarehouseSettings(program: EngineFinder.program, memoryMegabytes: 1_024, timeoutSeconds: 300)
        change(&settings)
        let used = settings
        let log = scripts
        return Warehouse(settings: used) { program in
            let engine = ProgramEngine(program: program.path, timeoutSeconds: used.timeoutSeconds)
            return WatchedEngine(engine: engine, saw: log.add, tamper: tamper)
        }
    }

    func request(
        _ contracts: [DatasetContract], queries: [Query] = [], geography: Geography = SmallTown.geography,
        asOf: String = "2026-03-31", data: String? = nil
    ) throws -> FetchRequest {
        FetchRequest(
            dataFolder: data ?? self.data, stateFolder: state, contracts: contracts, geography: geography,
            asOf: try #require(CalendarDate(asOf)), queries: queries.map { IdentifiedQuery(kpi: "kpi", $0) })
    }

    func fetch(
        _ contract: DatasetContract, queries: [Query] = [], geography: Geography = SmallTown.geography,
        asOf: String = "2026-03-31"
    ) async throws -> FetchResult {
        try await warehouse().fetch(request([contract], queries: queries, geography: geography, asOf: asOf))
    }
}

/// The scripts that an engine was given.
final class ScriptLog: Sendable {
    private let scripts = Mutex<[String]>([])
    var all: [String] { scripts.withLock { $0 } }
    @Sendable func add(_ script: String) { scripts.withLock { $0.append(script) } }
}

struct WatchedEngine: QueryEngine {
    var engine: ProgramEngine
    var saw: @Sendable (String) -> Void
    var tamper: @Sendable (String) -> String

    func run(_ script: String) async throws(WarehouseError) -> EngineOutput {
        saw(script)
        return try await engine.run(tamper(script))
    }
}

/// A town of two wards and an old code that lies in both.
enum SmallTown {
    static let geography = Geography(
        levels: [AreaLevel("town"), AreaLevel("ward")],
        areas: [
            Area(code: AreaCode("T"), name: "Town", level: AreaLevel("town")),
            Area(code: AreaCode("W1"), name: "North", otherNames: ["Northern"], level: AreaLevel("ward")),
            Area(code: AreaCode("W2"), name: "South", level: AreaLevel("ward")),
        ],
        placements: [("a1", "W1"), ("a2", "W2"), ("old", nil), ("W1", "W1"), ("W2", "W2")].flatMap { code, ward in
            [Geography.Placement(code: code, level: AreaLevel("town"), area: AreaCode("T"))]
                + (ward.map { [Geography.Placement(code: code, level: AreaLevel("ward"), area: AreaCode($0))] } ?? [])
        })
}

extension FetchResult {
    func table(_ query: String = "q") throws -> Table {
        try #require(tables[QueryIdentity(kpi: "kpi", query: query)]).get()
    }
}

extension Table {
    /// Rows as text, for comparing: whole numbers without a point.
    var rows: [[String]] {
        (0..<rowCount).map { row in
            columns.map { column in
                switch column {
                case .numbers(let values): values[row] == values[row].rounded() ? "\(Int(values[row]))" : "\(values[row])"
                case .texts(let values): values[row]
                }
            }
        }
    }
}

extension Workbench {
    /// Whether any file of the state folder holds these bytes.
    func stateHolds(_ text: String) throws -> Bool {
        let wanted = Data(text.utf8)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: state)
        return paths.contains { FileManager.default.contents(atPath: "\(state)/\($0)")?.range(of: wanted) != nil }
    }

    func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")[.posixPermissions] as? Int
    }
}
