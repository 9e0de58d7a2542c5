import Diagnostics
import ModuleKit
import Testing

@testable import Warehouse

/// A header that does not fit is told for what it is.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct HeaderDefectTests {
    static let cases: [(String, DataProblem)] = [
        ("Incident;Date;Area;Kind;Age;Note\n1;2024-01-05;a1;Theft;1;\n", .otherSeparator("semicolons (`;`)")),
        (
            "\"Incident\";\"Date\";\"Area\";\"Kind\";\"Age\"\n\"1\";\"2024-01-05\";\"a1\";\"Theft\";\"1\"\n",
            .otherSeparator("semicolons (`;`)")
        ),
        ("Incident\tDate\tArea\tKind\tAge\n1\t2024-01-05\ta1\tTheft\t1\n", .otherSeparator("tabs")),
        ("Incident|Date|Area|Kind|Age\n1|2024-01-05|a1|Theft|1\n", .otherSeparator("vertical bars (`|`)")),
        ("Cost, £;Incident;Date;Area;Kind;Age\n1,5;1;2024-01-05;a1;Theft;1\n", .otherSeparator("semicolons (`;`)")),
        ("\"Incident,Date,Area,Kind,Age\n1,2024-01-05,a1,Theft,1\n", .headerUnfit(reason: "quotes do not close")),
        ("sep=,\nIncident,Date,Area,Kind,Age\n1,2024-01-05,a1,Theft,1\n", .separatorLine("sep=,")),
        ("SEP=;\nIncident;Date;Area;Kind;Age\n1;2024-01-05;a1;Theft;1\n", .separatorLine("SEP=;")),
        ("\n \n", .columnMissing(header: "Incident", column: "number", headers: [""])),
        ("", .fileEmpty),
    ]

    @Test(arguments: cases.indices)
    func told(_ index: Int) async throws {
        let (text, problem) = Self.cases[index]
        let bench = try Workbench()
        try bench.write(text, to: "a.csv")
        let result = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        #expect(result.receipts[0].diagnostics.first == Diagnostic(problem, inFile: "a.csv"))
        #expect(result.receipts[0].files.map(\.refused) == [true])
    }

    @Test func aHeaderOfOneColumnWithASemicolonInItIsNoOtherSeparator() async throws {
        let bench = try Workbench()
        try bench.write("Incident; number,Date,Area,Kind,Age\n1,2024-01-05,a1,Theft,1\n", to: "a.csv")
        let result = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        #expect(result.receipts[0].diagnostics.map(\.problem.code) == ["data-column-missing", "data-no-usable-file"])
    }

    @Test func aHeaderOfAMegabyteIsTooLong() async throws {
        let bench = try Workbench()
        try bench.write(String(repeating: "x", count: 1_100_000) + "\n1\n", to: "a.csv")
        let result = try await bench.fetch(Incidents.contract(), queries: [Incidents.queryAll])
        #expect(
            result.receipts[0].diagnostics.first
                == Diagnostic(DataProblem.headerUnfit(reason: "line too long"), inFile: "a.csv"))
    }
}
