import Diagnostics
import Measures
import ModuleKit
import Testing

@testable import Warehouse

/// The SQL of each kind of query, word for word.
struct StatementTests {
    private func statement(_ query: Query, extent: DatasetContract.Extent = .partnership, latest: String? = nil) throws
        -> String
    {
        let contract = Incidents.contract(extent: extent)
        let plan = try QueryPlanner.plan(query, contracts: [contract], geography: SmallTown.geography)
        let table = RecordTable(
            name: "t", contract: contract, latestDay: latest.flatMap { CalendarDate($0) },
            lastMonth: Month(year: 2024, month: 3),
            whole: SmallTown.geography.areas.first)
        return DuckDBDialect().statement(plan, over: table)
    }

    @Test func aFilteredCountByWardAndMonth() throws {
        let query = Query(
            "q", of: "incidents", where: "kind in [\"Theft\", \"Robbery\"] and not age < 18",
            by: [.area(AreaLevel("ward")), .period(.month)], measures: [Measure("n", .count)])
        #expect(
            try statement(query, latest: "2024-03-31") == """
                SELECT p.area AS "area", (year(r.c1_date) * 12 + month(r.c1_date) - 1) AS "period", CAST(count(*) AS DOUBLE) AS "n"
                FROM cache.t AS r
                JOIN holding_places AS p ON p.code = r.place AND p.level = 'ward'
                WHERE (CAST(r.c1_date AS DATE) <= DATE '2024-03-31' OR CAST(r.c1_date AS DATE) IS NULL) AND r.c1_date IS NOT NULL \
                AND ((c3_kind IN ('Theft', 'Robbery')) AND (NOT (c4_age < 18)))
                GROUP BY ALL ORDER BY ALL
                """)
    }

    @Test func filesAreHeldAgainstEachOtherByContentAndHowOftenItOccurs() {
        let contract = DatasetContract(
            name: "d", title: "D", files: ["*.csv"],
            columns: [.init(name: "date", header: "Date", type: .date), .init(name: "kind", header: "Kind", type: .text)])
        let table = RecordTable(
            name: "t", contract: contract, latestDay: nil, lastMonth: Month(year: 2024, month: 3), whole: nil)
        #expect(
            DuckDBDialect().versions(of: table, among: ["a.csv", "b's.csv"]) == """
                WITH counted AS (SELECT f, month, content, count(*) AS n FROM (
                SELECT r.f AS f, (year(r.c0_date) * 12 + month(r.c0_date) - 1) AS month, hash(r.c0_date, r.c1_kind) AS content FROM cache.t AS r
                WHERE r.f IN ('a.csv', 'b''s.csv')) GROUP BY ALL),
                held AS (SELECT f, month, count(*) AS size FROM counted GROUP BY ALL),
                met AS (SELECT a.f AS first, b.f AS second, least(sum(a.size), sum(b.size)) AS size
                FROM held AS a JOIN held AS b ON a.month IS NOT DISTINCT FROM b.month AND a.f < b.f GROUP BY ALL),
                alike AS (SELECT lag(f) OVER (PARTITION BY month, content, n ORDER BY f) AS first, f AS second, month, n FROM counted),
                shared AS (SELECT first, second, count(*) AS size, sum(n) AS records, min(month) AS since, max(month) AS until
                FROM alike WHERE first IS NOT NULL GROUP BY ALL)
                SELECT first, second, CAST(records AS DOUBLE) AS records, CAST(since AS DOUBLE) AS since, CAST(until AS DOUBLE) AS until
                FROM shared JOIN met USING (first, second)
                WHERE shared.size >= 3 AND shared.size * 2 > met.size ORDER BY 1, 2
                """)
    }

    @Test func theWholeOfThePartnershipNeedsNoPlace() throws {
        let query = Query(
            "q", of: "incidents", by: [.area(AreaLevel("town"))], measures: [Measure("n", .distinct("number"))])
        #expect(
            try statement(query) == """
                SELECT 'T' AS "area", CAST(count(DISTINCT c0_number) AS DOUBLE) AS "n"
                FROM cache.t AS r
                GROUP BY ALL ORDER BY ALL
                """)
        #expect(
            try statement(query, extent: .wider).contains(
                "JOIN holding_places AS p ON p.code = r.place AND p.level = 'town'"))
    }

    @Test func partsOfAnAreaAreASecondPlaceOfTheRecord() throws {
        let query = Query(
            "q", of: "incidents", by: [.area(AreaLevel("town")), .part(level: "ward"), .period(.month)],
            measures: [Measure("n", .count)])
        #expect(
            try statement(query, extent: .wider) == """
                SELECT p.area AS "area", q.area AS "part", (year(r.c1_date) * 12 + month(r.c1_date) - 1) AS "period", \
                CAST(count(*) AS DOUBLE) AS "n"
                FROM cache.t AS r
                JOIN holding_places AS p ON p.code = r.place AND p.level = 'town'
                JOIN holding_places AS q ON q.code = r.place AND q.level = 'ward'
                WHERE r.c1_date IS NOT NULL
                GROUP BY ALL ORDER BY ALL
                """)
        // The partnership's own records are the whole's wherever they lie.
        #expect(
            try statement(query) == """
                SELECT 'T' AS "area", q.area AS "part", (year(r.c1_date) * 12 + month(r.c1_date) - 1) AS "period", \
                CAST(count(*) AS DOUBLE) AS "n"
                FROM cache.t AS r
                JOIN holding_places AS q ON q.code = r.place AND q.level = 'ward'
                WHERE r.c1_date IS NOT NULL
                GROUP BY ALL ORDER BY ALL
                """)
    }

    @Test func aRecordsSenderSaysWhoseItIs() throws {
        func statement(_ level: String) throws -> String {
            var contract = Incidents.contract(extent: .wider)
            contract.senders = .init(column: "kind", areas: ["South's": AreaCode("W2"), "North": AreaCode("W1")])
            let query = Query(
                "q", of: "incidents", by: [.sender(level: level)], measures: [Measure("n", .countWhere("missing(area)"))])
            let plan = try QueryPlanner.plan(query, contracts: [contract], geography: SmallTown.geography)
            let table = RecordTable(
                name: "t", contract: contract, latestDay: nil, lastMonth: Month(year: 2024, month: 3),
                whole: SmallTown.geography.areas.first)
            return DuckDBDialect().statement(plan, over: table)
        }
        #expect(
            try statement("ward") == """
                SELECT CASE r.c3_kind WHEN 'North' THEN 'W1' WHEN 'South''s' THEN 'W2' END AS "area", \
                CAST(count(*) FILTER (WHERE (c2_area IS NULL)) AS DOUBLE) AS "n"
                FROM cache.t AS r
                GROUP BY ALL ORDER BY ALL
                """)
        #expect(
            try statement("town") == """
                SELECT 'T' AS "area", CAST(count(*) FILTER (WHERE (c2_area IS NULL)) AS DOUBLE) AS "n"
                FROM cache.t AS r
                GROUP BY ALL ORDER BY ALL
                """)
    }

    @Test func withoutSendersNobodyKnowsWhoseARecordIs() throws {
        let query = Query("q", of: "incidents", by: [.sender(level: "ward")], measures: [Measure("n", .count)])
        let findings = QueryPlanner.check(query, contracts: [Incidents.contract()], geography: SmallTown.geography)
        #expect(
            findings.map(\.problem.words) == [
                "dataset `incidents` does not say whose of ward a record without a place is"
            ])
    }

    @Test func overlappingPeriodsOfCountsAreSumsOfMonths() throws {
        let query = Query("q", of: "incidents", by: [.period(.rollingYear)], measures: [Measure("n", .count)])
        #expect(
            try statement(query) == """
                SELECT "period", CAST(sum(m0) AS DOUBLE) AS "n"
                FROM (SELECT unnest(range(k0, least(k0 + 11, 24290) + 1)) AS "period", m0
                FROM (SELECT (year(r.c1_date) * 12 + month(r.c1_date) - 1) AS k0, count(*) AS m0
                FROM cache.t AS r
                WHERE r.c1_date IS NOT NULL
                GROUP BY ALL))
                GROUP BY ALL ORDER BY ALL
                """)
    }

    @Test func overlappingPeriodsOfDistinctValuesTakeEachRecordAnew() throws {
        let query = Query(
            "q", of: "incidents", by: [.period(.financialYearToDate)], measures: [Measure("n", .distinct("number"))])
        #expect(
            try statement(query) == """
                SELECT k0 AS "period", CAST(count(DISTINCT c0_number) AS DOUBLE) AS "n"
                FROM (SELECT r.*, unnest(range((year(r.c1_date) * 12 + month(r.c1_date) - 1), \
                least((year(r.c1_date) * 12 + month(r.c1_date) - 1) + 11 - ((year(r.c1_date) * 12 + month(r.c1_date) - 1) + 9) % 12, 24290) + 1)) AS k0
                FROM cache.t AS r
                WHERE r.c1_date IS NOT NULL) AS r
                GROUP BY ALL ORDER BY ALL
                """)
    }

    @Test func queriesThatOnlyDifferInTheirGroupsAreOneStatement() throws {
        func question(_ groupings: [Grouping]) throws -> Question {
            let query = Query("q", of: "incidents", where: "age < 18", by: groupings, measures: [Measure("n", .count)])
            let contract = Incidents.contract(extent: .wider)
            let plan = try QueryPlanner.plan(query, contracts: [contract], geography: SmallTown.geography)
            let table = RecordTable(
                name: "t", contract: contract, latestDay: nil, lastMonth: Month(year: 2024, month: 3),
                whole: SmallTown.geography.areas.first)
            return Question(
                statement: "alone", shape: AnswerShape(plan), key: "\(groupings)", table: "t", stamp: "",
                asked: .init(plan: plan, records: table))
        }
        let (town, ward) = (Grouping.area(AreaLevel("town")), Grouping.area(AreaLevel("ward")))
        let asks = Ask.asks(
            try [[town, .period(.month)], [ward, .period(.month)], [ward, .period(.quarter)], [town, .period(.quarter)]].map(
                question),
            DuckDBDialect())
        #expect(
            asks.map(\.statement) == [
                """
                SELECT grouping_id(k0, k1, k2) AS s, level, k0, k1, k2, CAST(count(*) AS DOUBLE) AS m0
                FROM (SELECT r.*, p.level AS level, p.area AS k0, (year(r.c1_date) * 12 + month(r.c1_date) - 1) AS k1, \
                (year(r.c1_date) * 4 + quarter(r.c1_date) - 1) AS k2
                FROM cache.t AS r
                JOIN holding_places AS p ON p.code = r.place AND p.level IN ('town', 'ward')
                WHERE r.c1_date IS NOT NULL AND (c4_age < 18)) AS r
                GROUP BY GROUPING SETS ((level, k0, k1), (level, k0, k2))
                ORDER BY ALL
                """
            ])
        #expect(asks[0].parts.map(\.mark) == [["1", "town"], ["1", "ward"], ["2", "ward"], ["2", "town"]])
        #expect(asks[0].parts.map(\.places) == [[2, 3, 5], [2, 3, 5], [2, 4, 5], [2, 4, 5]])
    }

    @Test func aStepStandsAroundTheTableAndTheFilterBehindIt() throws {
        let query = Query(
            "q", of: "incidents", steps: [RecordStep("since", .gap(of: ["area", "kind"]), among: "age < 18")],
            where: "since <= 90",
            by: [.area(AreaLevel("ward"))], measures: [Measure("n", .maximum("since"))])
        let belongs =
            "coalesce(c2_area IS NOT NULL AND c3_kind IS NOT NULL AND c1_date IS NOT NULL AND (c4_age < 18), false)"
        #expect(
            try statement(query, latest: "2024-03-31") == """
                SELECT p.area AS "area", CAST(max(c5_since) AS DOUBLE) AS "n"
                FROM (SELECT *, CASE WHEN \(belongs) THEN date_diff('day', lag(c1_date) OVER \
                (PARTITION BY \(belongs), c2_area, c3_kind ORDER BY c1_date, f, line), c1_date) END AS c5_since \
                FROM (SELECT r.*, rowid AS line FROM cache.t AS r \
                WHERE (CAST(r.c1_date AS DATE) <= DATE '2024-03-31' OR CAST(r.c1_date AS DATE) IS NULL))) AS r
                JOIN holding_places AS p ON p.code = r.place AND p.level = 'ward'
                WHERE (c5_since <= 90)
                GROUP BY ALL ORDER BY ALL
                """)
    }

    @Test func stepsStandAroundEachOtherInTheirOrder() throws {
        let steps = [
            RecordStep("cell", .grid(longitude: "age", latitude: "age", metres: 111_195.08 / 2)),
            RecordStep("often", .count(of: ["cell"], withinDays: 90)),
        ]
        let query = Query(
            "q", of: "incidents", steps: steps, by: [.column("cell")], measures: [Measure("n", .countWhere("often >= 3"))])
        let row = "floor(c4_age / 0.5e0)"
        let belongs = "coalesce(c5_cell IS NOT NULL AND c1_date IS NOT NULL, false)"
        #expect(
            try statement(query) == """
                SELECT r.c5_cell AS "cell", CAST(count(*) FILTER (WHERE (c6_often >= 3)) AS DOUBLE) AS "n"
                FROM (SELECT *, CASE WHEN \(belongs) THEN count(*) OVER (PARTITION BY \(belongs), c5_cell ORDER BY c1_date \
                RANGE BETWEEN to_days(90) PRECEDING AND CURRENT ROW) END AS c6_often \
                FROM (SELECT *, CASE WHEN c4_age BETWEEN -90 AND 90 AND c4_age BETWEEN -180 AND 180 \
                THEN CAST(\(row) AS BIGINT) || ':' || CAST(floor(c4_age * cos(radians((\(row) + 0.5e0) * 0.5e0)) / 0.5e0) AS BIGINT) END AS c5_cell \
                FROM (SELECT r.*, rowid AS line FROM cache.t AS r))) AS r
                GROUP BY ALL ORDER BY ALL
                """)
    }

    @Test func aCountOverMomentsReachesBackToMidnight() throws {
        let query = Query(
            "q", of: "episodes", steps: [RecordStep("often", .count(of: ["child"], withinDays: 7))], by: [],
            measures: [Measure("n", .count)])
        let plan = try QueryPlanner.plan(
            query, contracts: [Episodes.contract(dated: .moment)], geography: SmallTown.geography)
        let table = RecordTable(
            name: "t", contract: Episodes.contract(dated: .moment), latestDay: nil, lastMonth: Month(year: 2024, month: 3),
            whole: nil)
        let text = DuckDBDialect().statement(plan, over: table)
        #expect(
            text.contains(
                "RANGE BETWEEN (c1_begun - CAST(CAST(c1_begun AS DATE) AS TIMESTAMP) + to_days(7)) PRECEDING AND CURRENT ROW"
            ))
    }

    static let literals: [(String, String)] = [
        ("plain", "'plain'"), ("it's", "'it''s'"), ("a\nb", "('a' || chr(10) || 'b')"), ("", "''"), ("';--", "''';--'"),
        ("\n.shell", "('' || chr(10) || '.shell')"),
    ]

    @Test(arguments: literals)
    func textsAreClosed(_ text: String, _ literal: String) {
        #expect(SQLText.literal(text) == literal)
    }

    @Test func namesAreClosed() {
        #expect(SQLText.identifier("a\"b\n") == "\"a\"\"b\"")
        #expect(SQLText.number(0.1) == "0.1e0")
        #expect(SQLText.number(25) == "25")
        #expect(SQLText.number(1e-7) == "1e-07")
    }

    @Test func aPlanShowsTheScriptAndRunsNothing() throws {
        let bench = try Workbench()
        try bench.write(Incidents.file("1,2024-01-01,a1,Theft,1,"), to: "a.csv")
        var contract = Incidents.contract()
        contract.columns[0].type = .person
        let queries = [
            Query("people", of: "incidents", by: [], measures: [Measure("n", .distinct("number"))]),
            Query("wrong", of: "incidents", by: [], measures: [Measure("n", .sum("number"))]),
        ]
        let plan = try bench.warehouse({ $0.program = "/nowhere" }).plan(bench.request([contract], queries: queries))
        #expect(plan.contains("-- kpi/people\nSELECT CAST(count(DISTINCT c0_number) AS DOUBLE) AS \"n\""))
        #expect(plan.contains("read_csv(['\(bench.data)/a.csv']"))
        #expect(plan.contains("SET enable_external_access = false;"))
        #expect(plan.contains("-- the key of persons' references"))
        #expect(!plan.contains("BLOB"))
        #expect(plan.contains("-- kpi/wrong"))
        #expect(bench.scriptsRun.isEmpty)
    }
}
