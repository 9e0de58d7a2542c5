import Diagnostics
import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// Answers worked out by hand.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct QueryTests {
    static let visits = DatasetContract(
        name: "visits", title: "Visits", files: ["visits.csv"],
        columns: [
            .init(name: "day", header: "Day", type: .date),
            .init(name: "area", header: "Place", type: .area),
            .init(name: "child", header: "Child", type: .person),
            .init(name: "cost", header: "Cost", type: .number),
            .init(name: "open", header: "Open", type: .truth),
            .init(name: "begun", header: "Begun", type: .moment),
            .init(name: "ended", header: "Ended", type: .moment),
        ])

    static let lines = """
        Day,Place,Child,Cost,Open,Begun,Ended
        2023-03-31,a1,Ann,1.5,yes,2023-03-31T10:00,2023-03-31T10:30
        2023-04-01,a1,Ann,9e+05,no,2023-04-01 10:00:00,2023-04-02 11:00:00Z
        2023-12-31,a2,Ben,,TRUE,,
        2024-03-31,old,Ann,2,0,2024-03-31T23:30:00+01:00,2024-04-01T00:30:00+01:00
        2024-04-01,,Cat,0.1,1,,
        ,a1,Dan,4,,,
        """

    private func rows(_ query: Query, asOf: String = "2024-06-30", contract: DatasetContract = visits) async throws -> [[String]] {
        let bench = try Workbench()
        try bench.write(Self.lines, to: "visits.csv")
        return try await bench.fetch(contract, queries: [query], asOf: asOf).table().rows
    }

    private func query(_ grouping: [Grouping], _ function: Measure.Function = .count, where filter: String? = nil) -> Query {
        Query("q", of: "visits", where: filter, by: grouping, measures: [Measure("x", function)])
    }

    /// Every grain, by the periods that hold each of the five dates.
    @Test(arguments: Grain.allCases)
    func eachRecordIsInEveryPeriodThatHoldsIt(_ grain: Grain) async throws {
        let days = ["2023-03-31", "2023-04-01", "2023-12-31", "2024-03-31", "2024-04-01"].compactMap { CalendarDate($0) }
        #expect(days.count == 5)
        var expected: [Int: Int] = [:]
        let last = Month(year: 2024, month: 6)
        for day in days {
            // Walks every period of the grain that could hold the day, by the calendar alone.
            for ordinal in Set((0..<24).map { Period(grain, holding: day.month.advanced(by: $0)).ordinal }) {
                let period = Period(grain: grain, ordinal: ordinal)
                guard period.firstDay <= day, day <= period.lastDay, !grain.overlaps || period.lastMonth <= last else { continue }
                expected[ordinal, default: 0] += 1
            }
        }
        let found = try await rows(query([.period(grain)]))
        #expect(Dictionary(uniqueKeysWithValues: found.map { (Int($0[0]) ?? -1, Int($0[1]) ?? -1) }) == expected)
    }

    @Test func aYearToDateRunsFromAprilByHand() async throws {
        let found = try await rows(query([.period(.financialYearToDate)], .sum("cost")), asOf: "2024-05-31")
        let months = ["2023-03": 1.5, "2023-04": 900_000, "2024-03": 900_002, "2024-04": 0.1, "2024-05": 0.1]
        for (text, sum) in months {
            let month = try #require(Period(text)?.ordinal)
            #expect(found.first { $0[0] == "\(month)" }?[1] == (sum == sum.rounded() ? "\(Int(sum))" : "\(sum)"), "\(text)")
        }
        #expect(found.count == 1 + 12 + 2)
    }

    @Test func onePersonInTwoMonthsIsOneInTheRollingYear() async throws {
        let found = try await rows(query([.period(.rollingYear)], .distinct("child")), asOf: "2024-03-31")
        let march = try #require(Period("2024-03")?.ordinal)
        // Twelve months to March 2024: Ann in April 2023 and March 2024, Ben in December.
        #expect(found.last == ["\(march)", "2"])
        let decemberBefore = try #require(Period("2023-12")?.ordinal)
        #expect(found.contains(["\(decemberBefore)", "2"]))
    }

    @Test func nothingLaterThanTheAsOfDateCounts() async throws {
        #expect(try await rows(query([]), asOf: "2024-03-31") == [["5"]])
        #expect(try await rows(query([]), asOf: "2024-04-01") == [["6"]])
    }

    @Test func anUnplacedRecordCountsForTheWholeAndForNoPart() async throws {
        #expect(try await rows(query([.area(AreaLevel("town"))])) == [["T", "6"]])
        #expect(try await rows(query([.area(AreaLevel("ward"))])) == [["W1", "3"], ["W2", "1"]])
        var wider = Self.visits
        wider.extent = .wider
        #expect(try await rows(query([.area(AreaLevel("town"))]), contract: wider) == [["T", "5"]])
    }

    static let filters: [(String, String)] = [
        ("cost > 1", "4"), ("cost == 0.1", "1"), ("cost / 0 > 1", "0"), ("not open", "2"), ("open == true", "3"),
        ("area in [\"a1\", \"a2\"]", "4"), ("area != \"a1\"", "2"), ("day between 2023-04-01 and 2023-12-31", "2"),
        ("days_between(begun, ended) == 1", "2"), ("hours_between(begun, ended) == 1", "1"),
        ("hours_between(begun, ended) <= 0.5", "1"), ("begun > 2023-03-31", "2"), ("cost - 1 >= 0.5 and cost < 3", "2"),
        ("-cost < -100 or open", "4"), ("hour(begun) == 10", "2"), ("hour(ended) between 11 and 23", "1"),
        ("weekday(day) == 5", "1"), ("weekday(day) >= 6", "3"), ("weekday(begun) == 5", "1"),
    ]

    @Test(arguments: filters)
    func conditionsOnRecords(_ filter: String, _ count: String) async throws {
        #expect(try await rows(query([], .countWhere(filter))) == [[count]])
        let filtered = try await rows(query([], where: filter))
        #expect(filtered == (count == "0" ? [] : [[count]]))
    }

    static let figures: [(Measure.Function, String)] = [
        (.distinct("child"), "4"), (.distinct("open"), "2"), (.average("cost"), "180001.52"), (.median("cost"), "2"),
        (.quantile("cost", 1), "900000"), (.minimum("cost"), "0.1"), (.maximum("day"), "19814"),
        (.average("hours_between(begun, ended)"), "8.833333333333334"),
    ]

    @Test(arguments: figures)
    func figuresByHand(_ function: Measure.Function, _ value: String) async throws {
        #expect(try await rows(query([], function)) == [[value]])
    }

    @Test func valuesOfColumnsComeBackAsTheyAre() async throws {
        let found = try await rows(query([.column("day"), .column("open")]))
        #expect(found.contains(["2023-12-31", "true", "1"]))
        #expect(found.contains(["", "", "1"]))
    }

    @Test func aPersonsReferenceIsNowhereInTheState() async throws {
        let bench = try Workbench()
        try bench.write(Self.lines.replacing("Ann", with: "Zebediah-Quux"), to: "visits.csv")
        let result = try await bench.fetch(Self.visits, queries: [query([], .distinct("child"))])
        #expect(try result.table().rows == [["4"]])
        #expect(try bench.stateHolds("Zebediah") == false)
        #expect(try bench.stateHolds("beacon1"), "the search itself works")
        #expect(try bench.permissions("state/person.key") == 0o600)
        #expect(try bench.permissions("state") == 0o700)
    }

    @Test func figuresBelongToExactlyTheAreaNamed() async throws {
        let bench = try Workbench()
        try bench.write("Year,Area,Value\n2023,town,10\n2023,NORTHERN,4\n2023,W2,6\n2023,England,99\n", to: "f.csv")
        var contract = DatasetContract(
            name: "f", title: "Figures", files: ["f.csv"],
            columns: [
                .init(name: "date", header: "Year", type: .date), .init(name: "area", header: "Area", type: .area),
                .init(name: "value", header: "Value", type: .number),
            ], holding: .figures, extent: .wider)
        let queries = ["town", "ward"].map { level in
            Query(level, of: "f", by: [.area(AreaLevel(level))], measures: [Measure("v", .sum("value"))])
        }
        let result = try await bench.fetch(contract, queries: queries)
        #expect(try result.table("town").rows == [["T", "10"]])
        #expect(try result.table("ward").rows == [["W1", "4"], ["W2", "6"]])
        #expect(result.receipts[0].elsewhere == 1)
        contract.extent = .partnership
        contract.mostUnfit = 1
        let own = try await bench.fetch(contract, queries: queries)
        #expect(own.receipts[0].setAside.map(\.reason) == [.area])
        #expect(try own.table("town").rows == [["T", "10"]])
    }

    @Test func hostileNamesAndValuesStayData() async throws {
        let bench = try Workbench()
        let nasty = "a\"; DROP TABLE x; --\n'.shell ls"
        let quoted = "\"" + nasty.replacing("\"", with: "\"\"") + "\""
        try bench.write("\(quoted),Day,day\n\(quoted),2024-01-01,\".print x\n.quit\"\n'; --,2024-01-02,\n", to: "q'[1]*;.csv")
        let contract = DatasetContract(
            name: nasty, title: "", files: ["q*.csv"],
            columns: [
                .init(name: nasty, header: nasty, type: .text), .init(name: "Date", header: "Day", type: .date),
                .init(name: "date", header: "day", type: .text, codes: [".print x\n.quit"]),
            ])
        let query = Query(
            "q", of: nasty, by: [.column(nasty), .column("date")], measures: [Measure("\(nasty)2", .count)])
        let table = try await bench.fetch(contract, queries: [query]).table()
        #expect(Set(table.rows) == [[nasty, ".print x\n.quit", "1"], ["'; --", "", "1"]])
        #expect(table.names == [nasty, "date", "\(nasty)2"])
    }

    @Test func aBadQueryFailsAloneWithItsPlaces() async throws {
        let bench = try Workbench()
        try bench.write(Self.lines, to: "visits.csv")
        var bad = query([.column("child"), .area(level: "wad"), .period(grain: "week")], .sum("costs"), where: "cost > \"a\"")
        bad.name = "bad"
        let result = try await bench.fetch(Self.visits, queries: [bad, query([])])
        #expect(try result.table().rows == [["6"]])
        guard case .failure(.invalid(let findings)) = result.tables[QueryIdentity(kpi: "kpi", query: "bad")] else {
            Issue.record("the bad query has no findings")
            return
        }
        #expect(findings.map(\.problem.code) == [
            "incomparable-record-types", "person-shown", "unknown-level", "unknown-grain", "unknown-column",
        ])
        #expect(findings[0].range == 0..<10)
    }
}
