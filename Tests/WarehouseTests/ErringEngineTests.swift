import Diagnostics
import ModuleKit
import Testing

@testable import Warehouse

/// An engine that loses records, misplaces them or fails is noticed, and costs no more than it must.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct ErringEngineTests {
    private func bench() throws -> Workbench {
        let bench = try Workbench()
        try bench.write(Incidents.file("1,2024-01-01,a1,Theft,1,", "2,2024-01-01,a1,Theft,2,", "3,2024-01-02,zz,Theft,3,"), to: "a.csv")
        try bench.write("Extra," + Incidents.file("x,4,2024-01-01,a1,Theft,1,"), to: "b.csv")
        return bench
    }

    @Test func aRecordThatTheEngineLosesRefusesItsFileAlone() async throws {
        let bench = try bench()
        let loses: @Sendable (String) -> String = {
            $0.replacing("a.csv'], auto_detect = false", with: "a.csv'], skip = 1, auto_detect = false")
        }
        let result = try await bench.warehouse(tamper: loses).fetch(
            bench.request([Incidents.contract()], queries: [Incidents.queryAll]))
        #expect(result.receipts[0].files.map(\.refused) == [true, false])
        #expect(result.diagnostics.diagnostics == [
            Diagnostic(DataProblem.unaccounted(records: 3, loaded: 1, setAside: 1), inFile: "a.csv")
        ])
        #expect(try result.table().rows == [["4", "1"]])
        // An engine that errs no more finds all of it.
        let sound = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        #expect(try sound.table().rowCount == 3)
        #expect(sound.receipts[0].setAside.map(\.line) == [4])
    }

    @Test func aRecordSetAsideThatIsNotAtItsLineIsNoticed() async throws {
        let bench = try bench()
        let shifts: @Sendable (String) -> String = { $0.replacing("SELECT r.f, r.rowid - s.start,", with: "SELECT r.f, r.rowid - s.start - 1,") }
        let result = try await bench.warehouse(tamper: shifts).fetch(bench.request([Incidents.contract()]))
        #expect(result.diagnostics.diagnostics.map(\.problem.code) == ["data-unaccounted"])
        #expect(result.receipts[0].files.map(\.refused) == [true, false])
    }

    @Test(arguments: ["error('boom')", "no_such_function(1)"])
    func oneQueryThatTheEngineCannotAnswerFailsAlone(_ call: String) async throws {
        let bench = try bench()
        var average = Query("average", of: "incidents", by: [], measures: [Measure("x", .average("age"))])
        let errs: @Sendable (String) -> String = { $0.replacing("favg(CAST(c4_age AS DOUBLE))", with: call) }
        let before = average
        average.name = "second"
        average.measures = [Measure("x", .maximum("age"))]
        let result = try await bench.warehouse(tamper: errs).fetch(
            bench.request([Incidents.contract()], queries: [before, Incidents.queryAll, average]))
        guard case .failure(.engine(let complaint)) = result.tables[QueryIdentity(kpi: "kpi", query: "average")] else {
            Issue.record("the query that cannot be answered has a table")
            return
        }
        #expect(complaint.contains("boom") || complaint.contains("no_such_function"))
        #expect(try result.table().rowCount == 3)
        #expect(try result.table("second").rows == [["2"]])
    }

    @Test func anEngineThatEndsBeforeItHasReadTheScriptSaysWhy() async throws {
        let bench = try bench()
        let ends: @Sendable (String) -> String = { ".bail on\nSELECT error('gone');\n" + String(repeating: "-- more\n", count: 200_000) + $0 }
        let error = await #expect(throws: WarehouseError.self) {
            _ = try await bench.warehouse(tamper: ends).fetch(bench.request([Incidents.contract()]))
        }
        guard case .engineFailed(_, let message) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(message.contains("gone"))
    }
}
