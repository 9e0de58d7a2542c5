import Diagnostics
import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// A dataset that promises every record of its key: what lacks one is told, and not used, since the rest would pass for the whole.
@Suite("Complete datasets", .enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct CompleteDatasetTests {
    /// People of areas by year and sex, for exactly the area named.
    static func figures(_ isComplete: Bool = true, files: [String] = ["*.csv"]) -> DatasetContract {
        DatasetContract(
            name: "people", title: "People", files: files,
            columns: [
                .init(name: "area", header: "Area", type: .area), .init(name: "year", header: "Year", type: .whole),
                .init(name: "sex", header: "Sex", type: .text, codes: ["female", "male"]),
                .init(name: "people", header: "People", type: .whole),
            ], key: ["area", "year", "sex"], isComplete: isComplete, holding: .figures, mostUnfit: 1)
    }

    static let byYear = Query(
        "q", of: "people", by: [.area(level: "ward"), .column("year")], measures: [Measure("n", .sum("people"))])

    static let whole = [
        "W1,2022,female,10", "W1,2022,male,11", "W1,2023,female,12", "W1,2023,male,13", "W2,2023,female,20",
        "W2,2023,male,21",
    ]

    static func file(_ lines: [String]) -> String { (["Area,Year,Sex,People"] + lines).map { $0 + "\n" }.joined() }

    static func gap(_ year: String, _ missing: [String], _ areas: String...) -> TableGap {
        TableGap(group: [.init(column: "year", value: year)], missing: missing, areas: areas.map { AreaCode($0) })
    }

    @Test(
        "a year of an area that lacks a record, or its figure, is not used; what is not there at all is no gap",
        arguments: [
            (whole, [], [["W1", "2022", "21"], ["W1", "2023", "25"], ["W2", "2023", "41"]]),
            (
                whole.filter { $0 != "W1,2023,male,13" }, [gap("2023", ["male"], "W1")],
                [["W1", "2022", "21"], ["W2", "2023", "41"]]
            ),
            (
                whole.map { $0 == "W1,2023,male,13" ? "W1,2023,male," : $0 }, [gap("2023", ["male"], "W1")],
                [["W1", "2022", "21"], ["W2", "2023", "41"]]
            ),
            (
                // A record that is set aside is as good as absent.
                whole.map { $0 == "W2,2023,female,20" ? "W2,2023,femal,20" : $0 }, [gap("2023", ["female"], "W2")],
                [["W1", "2022", "21"], ["W1", "2023", "25"]]
            ),
            (
                // Two areas that lack the same are told together.
                whole.filter { !$0.contains("2023,male") }, [gap("2023", ["male"], "W1", "W2")], [["W1", "2022", "21"]]
            ),
            (Array(whole[..<4]), [], [["W1", "2022", "21"], ["W1", "2023", "25"]]),
        ] as [([String], [TableGap], [[String]])])
    func figures(_ lines: [String], _ gaps: [TableGap], _ rows: [[String]]) async throws {
        let bench = try Workbench()
        try bench.write(Self.file(lines), to: "a.csv")
        let result = try await bench.fetch(Self.figures(), queries: [Self.byYear])
        #expect(result.receipts[0].gaps == gaps)
        #expect(try result.table().rows.sorted { $0.lexicographicallyPrecedes($1) } == rows)
        let told = result.receipts[0].diagnostics.filter { $0.problem.code == "data-incomplete" }
        #expect(told.count == gaps.count && told.allSatisfy { $0.severity == .warning })
        // Nothing is lost by it: the records are loaded, and another dataset that promises nothing uses them.
        #expect(result.receipts[0].loaded + result.receipts[0].setAsideCount == lines.count)
        let unpromised = try await bench.fetch(Self.figures(false), queries: [Self.byYear])
        #expect(unpromised.receipts[0].gaps.isEmpty)
    }

    @Test("in words: what is lacking, where, and the remedy")
    func words() {
        let problem = DataProblem.incomplete(
            dataset: "people", group: "year 2023", missing: ["female, 25-64"], areas: ["E06000020"])
        #expect(
            problem.words
                == "dataset `people`, year 2023, has no whole record of `female, 25-64`, so it is not used for `E06000020`")
        #expect(
            problem.remedy
                == "complete the file; where the source leaves out what is none, take `complete` out of the dataset")
    }

    @Test("a file that completes it later makes the year usable, in the same state folder")
    func completed() async throws {
        let bench = try Workbench()
        try bench.write(Self.file(Self.whole.filter { $0 != "W1,2023,male,13" }), to: "a.csv")
        #expect(try await bench.fetch(Self.figures(), queries: [Self.byYear]).receipts[0].gaps.count == 1)
        try bench.write(Self.file(["W1,2023,male,13"]), to: "b.csv")
        let result = try await bench.fetch(Self.figures(), queries: [Self.byYear])
        #expect(result.receipts[0].gaps.isEmpty)
        #expect(try result.table().rows.contains(["W1", "2023", "25"]))
    }

    @Test("a query that is not grouped by the year uses nothing of an area that lacks a part of one")
    func withoutYear() async throws {
        let bench = try Workbench()
        try bench.write(Self.file(Self.whole.filter { $0 != "W1,2022,male,11" }), to: "a.csv")
        let query = Query("q", of: "people", by: [.area(level: "ward")], measures: [Measure("n", .sum("people"))])
        #expect(try await bench.fetch(Self.figures(), queries: [query]).table().rows == [["W2", "41"]])
    }

    @Test("the same of Parquet files, which are queried where they lie")
    func parquet() async throws {
        let bench = try Workbench()
        try bench.writeParquet(
            "SELECT * FROM (VALUES ('W1', 2022, 'female', 10), ('W1', 2022, 'male', 11), ('W1', 2023, 'female', 12)) "
                + "AS t(\"Area\", \"Year\", \"Sex\", \"People\")", to: "a.parquet")
        let result = try await bench.fetch(Self.figures(files: ["*.parquet"]), queries: [Self.byYear])
        #expect(result.receipts[0].gaps == [Self.gap("2023", ["male"], "W1")])
        #expect(try result.table().rows == [["W1", "2022", "21"]])
    }
}

/// The same of records in small areas: an area's figure is the sum of those of its codes, of one vintage or the other.
@Suite("Complete small areas", .enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct CompleteSmallAreaTests {
    static let town = AreaLevel("town")
    static let ward = AreaLevel("ward")
    static let plan = AreaLevel("plan")

    /// Ward W1 holds a1 and b1, which in the older vintage were one, `ab`; W2 holds c2 and d2; the older `old` lay in both. The plan area P is
    /// ward W2 and b1.
    static let geography = Geography(
        levels: [town, ward, plan],
        areas: [
            Area(code: AreaCode("T"), name: "Town", level: town), Area(code: AreaCode("W1"), name: "North", level: ward),
            Area(code: AreaCode("W2"), name: "South", level: ward), Area(code: AreaCode("P"), name: "Plan", level: plan),
        ],
        placements: [
            ("a1", ["W1"]), ("b1", ["W1", "P"]), ("c2", ["W2", "P"]), ("d2", ["W2", "P"]), ("ab", ["W1"]), ("old", []),
            ("W1", ["W1"]), ("W2", ["W2", "P"]), ("P", ["P"]),
        ].flatMap { code, areas in
            [Geography.Placement(code: code, level: town, area: AreaCode("T"))]
                + areas.map { Geography.Placement(code: code, level: $0 == "P" ? plan : ward, area: AreaCode($0)) }
        }, straddled: [AreaCode("W2")], losses: [AreaCode("P"): ward],
        covers: [
            Geography.Cover([["T", "Town"]]), Geography.Cover([["W1", "North"], ["W2", "South"]]),
            Geography.Cover([["a1"], ["b1"], ["c2"], ["d2"]]), Geography.Cover([["ab"], ["d2"], ["old"]]),
        ])

    static let contract = DatasetContract(
        name: "residents", title: "Residents", files: ["*.csv"],
        columns: [
            .init(name: "area", header: "Code", type: .area), .init(name: "year", header: "Year", type: .whole),
            .init(name: "people", header: "People", type: .whole),
        ], key: ["area", "year"], isComplete: true, extent: .wider)

    /// - Returns: what is not used, as missing codes and areas, and the figures that are, by area.
    static func told(_ codes: [String]) async throws -> (gaps: [String: [String]], figures: [String: String]) {
        let bench = try Workbench()
        try bench.write((["Code,Year,People"] + codes.map { "\($0),2021,100" }).map { $0 + "\n" }.joined(), to: "a.csv")
        let queries = ["town", "ward", "plan"].map { level in
            Query(
                level, of: "residents", by: [.area(level: level), .column("year")], measures: [Measure("n", .sum("people"))])
        }
        let result = try await bench.fetch(contract, queries: queries, geography: geography)
        var figures: [String: String] = [:]
        for query in queries { for row in try result.table(query.name).rows { figures[row[0]] = row[2] } }
        var gaps: [String: [String]] = [:]
        for gap in result.receipts[0].gaps {
            #expect(gap.group == [TableGap.GroupValue(column: "year", value: "2021")])
            gaps[gap.missing.joined(separator: " "), default: []] += gap.areas.map(\.rawValue)
        }
        return (gaps, figures)
    }

    @Test("all codes of today make every area whole; records of elsewhere change nothing")
    func whole() async throws {
        let told = try await Self.told(["a1", "b1", "c2", "d2", "elsewhere"])
        #expect(told.gaps.isEmpty)
        #expect(told.figures == ["T": "400", "W1": "200", "W2": "200", "P": "300"])
    }

    @Test("where one is absent, the areas that hold it have no figure, and the others have theirs")
    func absent() async throws {
        let told = try await Self.told(["a1", "b1", "c2"])
        #expect(told.gaps == ["d2": ["T", "W2", "P"]])
        #expect(told.figures == ["W1": "200"])
    }

    @Test("the older codes make the whole and a ward whole; not one that an older code straddles, nor what is made of it")
    func older() async throws {
        let told = try await Self.told(["ab", "d2", "old"])
        #expect(told.gaps == ["c2": ["W2"], "b1 c2": ["P"]])
        #expect(told.figures == ["T": "300", "W1": "100"])
        #expect(try await Self.told(["ab", "d2"]).figures == ["W1": "100"])
    }

    @Test("figures by ward make the whole; a plan area that is more than its ward has none")
    func byWard() async throws {
        let both = try await Self.told(["W1", "W2"])
        #expect(both.figures == ["T": "200", "W1": "100", "W2": "100"])
        #expect(both.gaps == ["b1 c2 d2": ["P"]])
        let half = try await Self.told(["W2"])
        #expect(half.figures == ["W2": "100"])
        #expect(half.gaps["W1"] == ["T"])
    }
}
