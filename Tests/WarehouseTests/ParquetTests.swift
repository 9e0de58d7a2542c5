import Diagnostics
import Foundation
import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// Datasets of Parquet files: queried where they lie, held against the same contract.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct ParquetTests {
    private static let text = """
        SELECT * FROM (VALUES ('1','2024-01-05','a1','Robbery','20'), ('2','2024-02-06','a2','Theft','30'), \
        ('3','2024-02-07','W1','Theft',NULL)) AS t(Incident, "Date", "Area", Kind, Age)
        """

    private func write(_ query: String, to path: String, of bench: Workbench) throws {
        try bench.writeParquet(query, to: path)
    }

    private static let byWard = Query(
        "q", of: "incidents", by: [.area(AreaLevel("ward")), .period(.month)],
        measures: [Measure("n", .count), Measure("age", .sum("age"))])

    private static func month(_ year: Int, _ month: Int) -> String { "\(Month(year: year, month: month).ordinal)" }

    @Test func rowsAreCountedAsThoseOfCSVAre() async throws {
        let parquet = try Workbench()
        try write(Self.text, to: "a.parquet", of: parquet)
        let csv = try Workbench()
        try csv.write(
            "Incident,Date,Area,Kind,Age\n1,2024-01-05,a1,Robbery,20\n2,2024-02-06,a2,Theft,30\n3,2024-02-07,W1,Theft,\n",
            to: "a.csv")
        let queries = [Self.byWard]
        let told = try await parquet.fetch(Incidents.contract(["*.parquet"]), queries: queries)
        let wanted = try await csv.fetch(Incidents.contract(), queries: queries)
        #expect(try told.table().rows == wanted.table().rows)
        #expect(told.receipts[0].placements == wanted.receipts[0].placements)
        #expect(told.receipts[0].loaded == 3)
        #expect(told.diagnostics.isEmpty)
        // Nothing of the rows is in the state folder's cache: the answers alone are.
        #expect(try !parquet.stateHolds("Robbery"))
        // With nothing changed no engine is started.
        let again = try await parquet.fetch(Incidents.contract(["*.parquet"]), queries: queries)
        #expect(again.engineStarts == 0)
        #expect(try again.table().rows == wanted.table().rows)
    }

    @Test func typedColumnsAreReadAsValues() async throws {
        let bench = try Workbench()
        try write(
            """
            SELECT 1 AS Incident, DATE '2024-01-05' AS "Date", 'a1' AS "Area", 'Theft' AS Kind, 20::SMALLINT AS Age
            UNION ALL SELECT 2, DATE '2024-01-31', 'a1', 'Theft', 7
            """, to: "a.parquet", of: bench)
        try write(
            """
            SELECT 31.0::DOUBLE AS Age, 'a2' AS "Area", '3' AS Incident, TIMESTAMP '2024-02-05 23:59:00' AS "Date", NULL::VARCHAR AS Kind
            """, to: "b.parquet", of: bench)
        let result = try await bench.fetch(Incidents.contract(["*.parquet"]), queries: [Self.byWard])
        #expect(
            try result.table().rows == [["W1", Self.month(2024, 1), "2", "27"], ["W2", Self.month(2024, 2), "1", "31"]])
        #expect(result.receipts[0].setAsideCount == 0)
    }

    @Test func rowsThatDoNotFitAreSetAsideByTheirNumber() async throws {
        let bench = try Workbench()
        try write(
            """
            SELECT * FROM (VALUES ('1','2024-01-05','a1','Robbery','20'), ('2','1899-02-06','a2','Theft','30'), \
            ('3','2024-02-07','a1','Arson','1'), ('4','2024-02-07','zz','Theft','1'), ('5','soon','a1','Theft','1'), \
            ('6','2199-01-01','a1','Theft','1'), ('7','2024-02-07','a1','Theft','-3'), (' ','2024-02-07','a1','Theft','3'), \
            ('9','2024-02-08','a2','Theft','4'), ('1','2024-02-08','a2','Theft','4')) AS t(Incident, "Date", "Area", Kind, Age)
            """, to: "a.parquet", of: bench)
        let result = try await bench.fetch(Incidents.contract(["*.parquet"], key: ["number"]), queries: [Self.byWard])
        let receipt = result.receipts[0]
        #expect(
            receipt.setAside.map { "\($0.line) \($0.column ?? "-") \($0.reason.rawValue)" } == [
                "2 date date out of range", "3 kind not an allowed value", "4 area unknown area", "5 date wrong type",
                "6 date date out of range", "7 age out of range", "8 number required value missing",
                "10 number repeated key",
            ])
        #expect(receipt.records == 10 && receipt.loaded == 2)
        #expect(
            try result.table().rows == [["W1", Self.month(2024, 1), "1", "20"], ["W2", Self.month(2024, 2), "1", "4"]])
        #expect(try bench.stateHolds("a.parquet,4,area,unknown area,zz\n"))
    }

    @Test func aChangedFileIsReadAndAMissingColumnRefusesOneFile() async throws {
        let bench = try Workbench()
        let contract = Incidents.contract(["*.parquet"])
        try write(Self.text, to: "a.parquet", of: bench)
        _ = try await bench.fetch(contract, queries: [Incidents.queryAll])
        try write(
            "SELECT '8' AS Incident, '2024-03-01' AS \"Date\", 'a1' AS \"Area\", 'Theft' AS Kind, '1' AS Age",
            to: "a.parquet", of: bench)
        try write(
            "SELECT '9' AS Incident, '2024-03-01' AS \"Date\", 'a1' AS \"Area\", 'Theft' AS Kinds, '1' AS Age",
            to: "b.parquet", of: bench)
        let result = try await bench.fetch(contract, queries: [Incidents.queryAll])
        #expect(try result.table().rows == [["8", "1"]])
        #expect(
            result.receipts[0].diagnostics == [
                Diagnostic(
                    DataProblem.columnMissing(
                        header: "Kind", column: "kind", headers: ["Incident", "Date", "Area", "Kinds", "Age"]),
                    inFile: "b.parquet")
            ])
    }

    @Test func aDamagedFileIsRefusedAndTheOthersStillCount() async throws {
        let bench = try Workbench()
        try write(Self.text, to: "a.parquet", of: bench)
        try write(
            "SELECT i::VARCHAR AS Incident, '2024-03-01' AS \"Date\", 'a1' AS \"Area\", 'Theft' AS Kind, hash(i)::VARCHAR AS Age FROM range(5000) AS r(i)",
            to: "b.parquet", of: bench)
        var bytes = try #require(FileManager.default.contents(atPath: "\(bench.data)/b.parquet"))
        for place in 200..<(bytes.count / 2) { bytes[place] = 0xA5 }
        try bench.write(Array(bytes), to: "b.parquet")
        try bench.write("PAR1 but no more", to: "c.parquet")
        try bench.write(Array("PAR1".utf8) + [UInt8](repeating: 7, count: 64) + Array("PAR1".utf8), to: "d.parquet")
        let result = try await bench.fetch(Incidents.contract(["*.parquet"]), queries: [Incidents.queryAll])
        let receipt = result.receipts[0]
        #expect(receipt.files.map(\.refused) == [false, true, true, true])
        #expect(Set(receipt.diagnostics.map(\.problem.code)) == ["data-parquet-damaged"])
        #expect(receipt.diagnostics.count == 3)
        #expect(
            receipt.diagnostics.first { $0.path == "c.parquet" }?.problem.words
                == "the file cannot be read as Parquet: it does not begin and end as one")
        #expect(try result.table().rows.map { $0[0] } == ["1", "2", "3"])
    }

    @Test func parquetBesideCSVIsAnErrorWithARemedy() async throws {
        let bench = try Workbench()
        try write(Self.text, to: "a.parquet", of: bench)
        try bench.write(Incidents.file("1,2024-01-01,a1,Theft,1,"), to: "b.csv")
        for _ in 1...2 {
            let result = try await bench.fetch(Incidents.contract(["*.csv", "*.parquet"]), queries: [Incidents.queryAll])
            let receipt = result.receipts[0]
            #expect(receipt.standing == .refused)
            #expect(
                receipt.diagnostics.first?.problem.words
                    == "the file is Parquet and `b.csv` is CSV; dataset `incidents` can hold one of the two")
            #expect(receipt.diagnostics.first?.problem.remedy == "narrow the patterns of `files`, or make a dataset of each")
            #expect(result.tables.values.first == .failure(.datasetRefused("incidents")))
        }
        // Each by itself is used, whichever came before.
        try FileManager.default.removeItem(atPath: "\(bench.data)/b.csv")
        let contract = Incidents.contract(["*.csv", "*.parquet"])
        #expect(try await bench.fetch(contract, queries: [Incidents.queryAll]).table().rowCount == 3)
        try FileManager.default.removeItem(atPath: "\(bench.data)/a.parquet")
        try bench.write(Incidents.file("1,2024-01-01,a1,Theft,1,"), to: "b.csv")
        #expect(try await bench.fetch(contract, queries: [Incidents.queryAll]).table().rowCount == 1)
    }

    @Test func sumsAndRetentionHoldForParquetToo() async throws {
        let bench = try Workbench()
        try write(
            """
            SELECT * FROM (VALUES ('a1', DATE '2024-01-01', 1, '2'), ('a1', DATE '2020-01-01', 5, '5'), \
            ('a2', DATE '2024-01-01', 7, 'x'), ('a2', DATE '2024-01-01', 7, '0')) AS t(place, day, "10", "11")
            """, to: "a.parquet", of: bench)
        let contract = DatasetContract(
            name: "people", title: "", files: ["*.parquet"],
            columns: [
                .init(name: "area", header: "place", type: .area), .init(name: "date", header: "day", type: .date),
                .init(name: "young", origin: .sum(["10", "11"]), type: .whole),
                .init(name: "year", origin: .value("2024"), type: .whole),
            ], retentionMonths: 36, mostUnfit: 1)
        let query = Query(
            "q", of: "people", by: [.area(AreaLevel("ward")), .column("year")], measures: [Measure("young", .sum("young"))])
        let result = try await bench.fetch(contract, queries: [query])
        #expect(try result.table().rows == [["W1", "2024", "3"], ["W2", "2024", "7"]])
        let receipt = result.receipts[0]
        #expect(receipt.records == 4 && receipt.loaded == 2 && receipt.expired == 1)
        #expect(receipt.setAside == [SetAsideRecord(file: "a.parquet", line: 3, column: "young", reason: .type)])
    }

    @Test func aDataFolderThatMovedIsReadWhereItIsNow() async throws {
        let bench = try Workbench()
        try write(Self.text, to: "a.parquet", of: bench)
        let contract = Incidents.contract(["*.parquet"])
        _ = try await bench.fetch(contract, queries: [Incidents.queryAll])
        let moved = bench.root + "/moved"
        try FileManager.default.moveItem(atPath: bench.data, toPath: moved)
        try FileManager.default.createDirectory(atPath: bench.data, withIntermediateDirectories: true)
        let result = try await bench.warehouse().fetch(
            bench.request([contract], queries: [Self.byWard], data: moved))
        #expect(try result.table().rowCount == 3)
    }

    @Test func personsAreHashedInTheView() async throws {
        let bench = try Workbench()
        try write(
            "SELECT * FROM (VALUES ('a1','Jo Bloggs'), ('a1','Jo Bloggs'), ('a2','Al')) AS t(place, who)", to: "a.parquet",
            of: bench)
        let contract = DatasetContract(
            name: "victims", title: "", files: ["*.parquet"],
            columns: [
                .init(name: "area", header: "place", type: .area), .init(name: "victim", header: "who", type: .person),
            ])
        let query = Query("q", of: "victims", by: [], measures: [Measure("n", .distinct("victim"))])
        #expect(try await bench.fetch(contract, queries: [query]).table().rows == [["2"]])
        #expect(try !bench.stateHolds("Bloggs"))
    }
}
