import Foundation
import ModuleKit
import Testing

@testable import Warehouse

/// The engine's program and its bounds.
struct EngineTests {
    static let versions: [(String, String, Bool)] = [
        ("1.1", "1.1", true), ("1.1.0", "1.1", true), ("1.0.9", "1.1", false), ("1.10.0", "1.9", true), ("2.0", "1.1", true),
        ("0.10.3", "1.1", false), ("1.5.6", "1.1", true),
    ]

    @Test(arguments: versions)
    func versionsAreComparedAsNumbers(_ version: String, _ least: String, _ expected: Bool) {
        #expect(EngineProgram.isAtLeast(version, least) == expected)
    }

    @Test func anAbsentEngineIsToldWithItsRemedy() async throws {
        let bench = try Workbench()
        let error = await #expect(throws: WarehouseError.self) {
            _ = try await bench.warehouse({ $0.program = "/nowhere/duckdb" }).fetch(bench.request([]))
        }
        #expect(error == .engineAbsent(program: "/nowhere/duckdb"))
        #expect(error?.remedy?.contains("make setup") == true)
    }

    @Test func anOldEngineIsRefused() async throws {
        let bench = try Workbench()
        let program = bench.root + "/duckdb"
        try Data("#!/bin/sh\necho 'v1.0.0 1f98600c2c'\n".utf8).write(to: URL(fileURLWithPath: program))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        await #expect(throws: WarehouseError.engineTooOld(found: "1.0.0", least: DuckDBDialect().leastVersion)) {
            _ = try await bench.warehouse({ $0.program = program }).fetch(bench.request([]))
        }
    }

    @Test func aFileThatIsNoProgramIsToldAsSuch() async throws {
        let bench = try Workbench()
        let program = bench.root + "/duckdb"
        try Data("#!/bin/sh\nexit 3\n".utf8).write(to: URL(fileURLWithPath: program))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let error = await #expect(throws: WarehouseError.self) {
            _ = try await bench.warehouse({ $0.program = program }).fetch(bench.request([]))
        }
        guard case .engineUnusable(program, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
    func aStatementThatDoesNotEndIsStopped() async throws {
        let engine = ProgramEngine(program: try #require(EngineFinder.program), timeoutSeconds: 0.5)
        await #expect(throws: WarehouseError.engineTimedOut(seconds: 0.5)) {
            _ = try await engine.run("SELECT count(*) FROM range(1000000000) a, range(1000000000) b WHERE a.range * b.range = -1;\n")
        }
    }

    @Test(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
    func theSandboxHoldsNothingOutsideItsFolders() async throws {
        let bench = try Workbench()
        let state = try StateFolder(path: bench.state)
        try state.makeWork()
        try bench.write("a\nsecret\n", to: "x.csv")
        let session = EngineSession(
            database: state.file("cache.duckdb"), workFolder: state.work, readable: [state.path],
            settings: WarehouseSettings(), places: Places(SmallTown.geography), personKey: nil, opensForWriting: true)
        let program = try #require(EngineFinder.program)
        let attempts = [
            "SELECT * FROM read_csv('\(bench.data)/x.csv')", "SELECT * FROM read_text('/etc/hostname')",
            "COPY (SELECT 1) TO '\(bench.root)/out.csv'", "ATTACH '\(bench.root)/other.duckdb'", "SET enable_external_access = true",
            "SET allowed_directories = ['/']", "INSTALL httpfs", "LOAD httpfs", ".shell touch \(bench.root)/out.csv",
            "SELECT getenv('HOME')", ".output \(bench.root)/out.csv", ".read \(bench.data)/x.csv",
        ]
        for attempt in attempts {
            let script = ScriptText(token: "t").text(DuckDBDialect().opening(session) + [.statement("SELECT 'opened'"), .statement(attempt)])
            let output = try await ProgramEngine(program: program, timeoutSeconds: 300).run(script)
            let text = String(decoding: output.output, as: UTF8.self)
            #expect(text.contains("opened"), "\(attempt)")
            #expect(!text.contains("secret"), "\(attempt)")
            #expect(output.failure != nil || !output.complaint.isEmpty, "\(attempt)")
            #expect(!FileManager.default.fileExists(atPath: bench.root + "/out.csv"), "\(attempt)")
        }
    }

    @Test func anAnswerThatLooksLikeTheNextOneIsStillAValue() {
        let text = "token one\n\"a\nT two\n\",1\ntoken two\n2,3\ntoken\n"
        let answer = ScriptAnswer(Array(text.utf8), token: "token")
        #expect(answer.rows("one") == [["a\nT two\n", "1"]])
        #expect(answer.rows("two") == [["2", "3"]])
        #expect(answer.isWhole)
        let cut = ScriptAnswer(Array("T one\n1\nT two\n2".utf8), token: "T")
        #expect(cut.rows("one") == [["1"]])
        #expect(cut.rows("two") == nil)
        #expect(cut.unfinished == "two")
        #expect(!cut.isWhole)
    }
}
