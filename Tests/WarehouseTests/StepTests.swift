import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// Record steps worked out by hand.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct StepTests {
    static let gap = RecordStep("since_last", .gap(of: ["child"]))
    static let count = RecordStep("in_30_days", .count(of: ["child"], withinDays: 30))

    @Test func theGapIsSinceThePersonsPreviousRecord() async throws {
        let found = try await Episodes.values(
            ["1,2024-01-01,Ann,a1,,,", "2,2024-01-02,Ben,a1,,,", "3,2024-01-31,Ann,a2,,,", "4,2025-01-01,Ann,,,,"],
            [Self.gap])
        #expect(found == ["1": [""], "2": [""], "3": ["30"], "4": ["336"]])
    }

    @Test func leapDaysAreDays() async throws {
        let found = try await Episodes.values(
            [
                "1,2023-02-28,Ann,,,,", "2,2023-03-01,Ann,,,,", "3,2024-02-28,Ben,,,,", "4,2024-03-01,Ben,,,,",
                "5,2024-02-29,Cat,,,,", "6,2025-02-28,Cat,,,,",
            ], [Self.gap])
        #expect(found == ["1": [""], "2": ["1"], "3": [""], "4": ["2"], "5": [""], "6": ["365"]])
    }

    @Test func recordsOfOneDayAreOrderedByFileAndLine() async throws {
        let bench = try Workbench()
        // The second file is loaded first, and the first once the table is there: only the paths decide.
        try bench.write(Episodes.file(["b1,2024-01-10,Ann,,,,", "b2,2024-01-10,Ann,,,,"]), to: "b.csv")
        let query = Query(
            "q", of: "episodes", steps: [Self.gap], by: [.column("number"), .column("since_last")],
            measures: [Measure("n", .count)])
        let before = try await bench.fetch(Episodes.contract(), queries: [query]).table()
        #expect(before.texts == [["b1", "", "1"], ["b2", "0", "1"]])
        try bench.write(Episodes.file(["a1,2024-01-10,Ann,,,,", "a2,2024-01-03,Ann,,,,"]), to: "a.csv")
        let after = try await bench.fetch(Episodes.contract(), queries: [query]).table()
        #expect(after.texts == [["a1", "7", "1"], ["a2", "", "1"], ["b1", "0", "1"], ["b2", "0", "1"]])
    }

    @Test func rowsOfParquetFilesAreOrderedByFileAndRow() async throws {
        let bench = try Workbench()
        func rows(_ values: String) -> String { "SELECT * FROM (VALUES \(values)) AS t(\(Episodes.header))" }
        let absent = "NULL, NULL, NULL, NULL"
        try bench.writeParquet(
            rows(
                "('b1', '2024-01-10', 'Ann', \(absent)), ('b2', 'no date', 'Ann', \(absent)), ('b3', '2024-01-10', 'Ann', \(absent))"
            ),
            to: "b.parquet")
        try bench.writeParquet(
            rows("('a1', '2024-01-10', 'Ann', \(absent)), ('a2', '2024-01-03', 'Ann', \(absent))"), to: "a.parquet")
        let query = Query(
            "q", of: "episodes", steps: [Self.gap, Self.count],
            by: [.column("number"), .column("since_last"), .column("in_30_days")],
            measures: [Measure("n", .count)])
        var contract = Episodes.contract(files: ["*.parquet"])
        contract.mostUnfit = 1
        let result = try await bench.fetch(contract, queries: [query])
        #expect(result.receipts[0].setAside.map(\.line) == [2])
        #expect(
            try result.table().texts.map { $0.dropLast() } == [
                ["a1", "7", "4"], ["a2", "", "1"], ["b1", "0", "4"], ["b3", "0", "4"],
            ])
    }

    @Test func aWindowHoldsTheDayExactlySoManyDaysBefore() async throws {
        let found = try await Episodes.values(
            ["1,2024-01-01,Ann,,,,", "2,2024-01-31,Ann,,,,", "3,2024-03-01,Ann,,,,", "4,2024-04-01,Ann,,,,"],
            [Self.gap, Self.count])
        // 30 days, 30 days over a leap day, 31 days.
        #expect(found == ["1": ["", "1"], "2": ["30", "2"], "3": ["30", "2"], "4": ["31", "1"]])
    }

    @Test func recordsOfOneDayCountForEachOther() async throws {
        let found = try await Episodes.values(
            ["1,2024-01-01,Ann,,,,", "2,2024-01-20,Ann,,,,", "3,2024-01-20,Ann,,,,", "4,2024-01-20,Ben,,,,"], [Self.count])
        #expect(found == ["1": ["1"], "2": ["3"], "3": ["3"], "4": ["1"]])
    }

    @Test func daysOfMomentsAreThoseOfTheCalendar() async throws {
        let found = try await Episodes.values(
            [
                "1,2024-01-01T23:59,Ann,,,,", "2,2024-01-31T00:01,Ann,,,,", "3,2024-01-31T22:00,Ann,,,,",
                "4,2024-01-31T22:00,Ann,,,,", "5,2024-03-02T23:00,Ann,,,,",
            ], [Self.gap, Self.count], dated: .moment)
        // The second does not count what comes later on its own day; the first, a minute before midnight, still lies 30 days back.
        #expect(found == ["1": ["", "1"], "2": ["30", "2"], "3": ["0", "4"], "4": ["0", "4"], "5": ["31", "1"]])
    }

    @Test func whatIsAbsentTakesNoPart() async throws {
        let steps = [
            RecordStep("since_last", .gap(of: ["child", "kind"])),
            RecordStep("in_30_days", .count(of: ["child", "kind"], withinDays: 30)),
        ]
        let found = try await Episodes.values(
            [
                "1,2024-01-01,Ann,,Missing,,", "2,2024-01-02,,,Missing,,", "3,2024-01-03,Ann,,,,", "4,,Ann,,Missing,,",
                "5,2024-01-05,Ann,,Missing,,", "6,2024-01-06,,,Missing,,",
            ], steps)
        #expect(
            found == [
                "1": ["", "1"], "2": ["", ""], "3": ["", ""], "4": ["", ""], "5": ["4", "2"], "6": ["", ""],
            ])
    }

    @Test func onlyRecordsAmongThoseNamedTakePart() async throws {
        let among = "kind == \"Missing\""
        let steps = [
            RecordStep("since_last", .gap(of: ["child"]), among: among),
            RecordStep("in_30_days", .count(of: ["child"], withinDays: 30), among: among),
            RecordStep("cell", .grid(longitude: "lon", latitude: "lat", metres: 1_000), among: among),
        ]
        let found = try await Episodes.values(
            [
                "1,2024-01-01,Ann,,Missing,0.001,0.001", "2,2024-01-02,Ann,,Absent,0.001,0.001",
                "3,2024-01-03,Ann,,,0.001,0.001",
                "4,2024-01-04,Ann,,Missing,0.01,-0.001",
            ], steps)
        #expect(
            found == ["1": ["", "1", "0:0"], "2": ["", "", ""], "3": ["", "", ""], "4": ["3", "2", "-1:1"]])
    }

    @Test func aStepSeesWhatTheFilterLeavesOut() async throws {
        let lines = ["1,2024-01-01,Ann,,Absent,,", "2,2024-01-05,Ann,,Missing,,"]
        #expect(try await Episodes.values(lines, [Self.gap], where: "kind == \"Missing\"") == ["2": ["4"]])
        #expect(try await Episodes.values(lines, [Self.gap], where: "since_last <= 4") == ["2": ["4"]])
        #expect(try await Episodes.values(lines, [Self.gap], where: "missing(since_last)") == ["1": [""]])
    }

    @Test func recordsAfterTheAsOfDateTakeNoPart() async throws {
        let lines = ["1,2024-01-01T10:00,Ann,,,,", "2,2024-01-01T09:00,Ann,,,,", "3,2024-01-02T00:00,Ann,,,,", "4,,Ann,,,,"]
        let early = try await Episodes.values(lines, [Self.gap, Self.count], dated: .moment, asOf: "2024-01-01")
        #expect(early == ["1": ["0", "2"], "2": ["", "1"], "4": ["", ""]])
        let late = try await Episodes.values(lines, [Self.gap, Self.count], dated: .moment, asOf: "2024-01-02")
        #expect(late == ["1": ["0", "2"], "2": ["", "1"], "3": ["1", "3"], "4": ["", ""]])
    }

    @Test func aLaterStepNamesAnEarlierOne() async throws {
        let steps = [
            RecordStep("cell", .grid(longitude: "lon", latitude: "lat", metres: 500)),
            RecordStep("here_before", .gap(of: ["cell"])),
            RecordStep("again_soon", .count(of: ["cell"], withinDays: 400), among: "here_before <= 7"),
        ]
        let found = try await Episodes.values(
            [
                "1,2024-01-01,,,,-2.4501,52.6801", "2,2024-01-08,,,,-2.4502,52.6802", "3,2024-01-20,,,,-2.4501,52.6801",
                "4,2024-01-21,,,,-2.4501,52.6801", "5,2024-01-22,,,,-2.3,52.6801",
            ], steps)
        let cells = Set(["1", "2", "3", "4"].compactMap { found[$0]?[0] })
        #expect(cells.count == 1)
        #expect(found["5"]?[0] != cells.first)
        #expect(
            found.mapValues { Array($0.dropFirst()) } == [
                "1": ["", ""], "2": ["7", "1"], "3": ["12", ""], "4": ["1", "2"], "5": ["", ""],
            ])
    }

    /// A hundredth of a degree of latitude is 1,111.9508 m, and of longitude half of that at 60°.
    static let cells: [(lon: String, lat: String, cell: String)] = [
        ("0", "0", "0:0"), ("0.0089", "0.0089", "0:0"), ("0.0091", "0.0089", "0:1"), ("-0.0001", "-0.0001", "-1:-1"),
        ("0.0179", "60", "6671:0"), ("0.0181", "60", "6671:1"), ("180", "90", "10007:0"), ("", "52", ""), ("-2.4", "", ""),
        ("181", "52", ""), ("-2.4", "-90.5", ""),
    ]

    @Test(arguments: cells)
    func aCellFollowsTheLatitudeAndThenTheLongitude(_ lon: String, _ lat: String, _ cell: String) async throws {
        let step = RecordStep("cell", .grid(longitude: "lon", latitude: "lat", metres: 1_000))
        #expect(try await Episodes.values(["1,2024-01-01,,,,\(lon),\(lat)"], [step]) == ["1": [cell]])
    }

    @Test func stepsServeEveryGrain() async throws {
        let bench = try Workbench()
        try bench.write(
            Episodes.file([
                "1,2023-12-01,Ann,a1,,,", "2,2024-01-10,Ann,a1,,,", "3,2024-01-12,Ann,a1,,,", "4,2024-03-01,Ben,a2,,,",
                "5,2024-03-31,Ben,,,,",
            ]), to: "a.csv")
        let repeats = "since_last <= 40"
        func query(_ grain: Grain, _ function: Measure.Function) -> Query {
            Query(
                "\(grain)", of: "episodes", steps: [Self.gap], where: repeats,
                by: [.area(AreaLevel("town")), .period(grain)],
                measures: [Measure("n", function)])
        }
        func found(_ grain: Grain, _ function: Measure.Function) async throws -> [[String]] {
            try await bench.fetch(Episodes.contract(), queries: [query(grain, function)], asOf: "2024-04-30").table(
                "\(grain)"
            ).rows
        }
        let january = 2024 * 12
        #expect(try await found(.month, .count) == [["T", "\(january)", "2"], ["T", "\(january + 2)", "1"]])
        #expect(try await found(.financialYear, .distinct("child")) == [["T", "2023", "2"]])
        // Months first, and each record anew: February holds January's, April nothing new.
        #expect(try await found(.rollingYear, .count) == (0..<4).map { ["T", "\(january + $0)", $0 < 2 ? "2" : "3"] })
        #expect(
            try await found(.rollingYear, .distinct("child"))
                == (0..<4).map { ["T", "\(january + $0)", $0 < 2 ? "1" : "2"] })
        #expect(
            try await found(.financialYearToDate, .maximum("since_last"))
                == (0..<3).map { ["T", "\(january + $0)", "40"] })
    }

    @Test func aPersonsReferenceIsStillNowhereInTheState() async throws {
        let bench = try Workbench()
        try bench.write(Episodes.file(["1,2024-01-01,Zebediah,,,,", "2,2024-01-02,Zebediah,,,,"]), to: "a.csv")
        let query = Query(
            "q", of: "episodes", steps: [Self.gap], by: [.column("since_last")], measures: [Measure("n", .count)])
        #expect(try await bench.fetch(Episodes.contract(), queries: [query]).table().texts == [["1", "1"], ["", "1"]])
        #expect(try bench.stateHolds("Zebediah") == false)
    }
}
