import Measures
import ModuleKit
import Randomness
import Testing

@testable import Warehouse

/// Queries that are answered together are answered as by themselves.
@Suite(.enabled(if: EngineFinder.isThere, "needs DuckDB"))
struct BatchTests {
    private static func query(
        _ name: String, _ groupings: [Grouping], where filter: String? = "kind == \"Theft\"", steps: [RecordStep] = [],
        _ function: Measure.Function = .count
    ) -> Query {
        Query(name, of: "incidents", steps: steps, where: filter, by: groupings, measures: [Measure("n", function)])
    }

    private static let ward = Grouping.area(AreaLevel("ward"))
    private static let town = Grouping.area(AreaLevel("town"))
    private static let step = RecordStep("since", .gap(of: ["area"]))

    /// Together: by ward and by town where places are joined, on every grain; what else differs is asked by itself.
    static let queries: [Query] = [
        query("ward month", [ward, .period(.month)]), query("ward quarter", [ward, .period(.quarter)]),
        query("town month", [town, .period(.month)]), query("town quarter", [town, .period(.quarter)]),
        query("ward", [ward]), query("ward age", [ward, .column("age")]),
        query("ward age month", [ward, .period(.month), .column("age")]),
        query("age ward", [.column("age"), ward]), query("month", [.period(.month)]),
        query("year", [.period(.financialYear)]),
        query("kind age", [.column("kind"), .column("age")], where: nil),
        query("age kind", [.column("age"), .column("kind")], where: nil),
        query("age", [.column("age")], where: nil), query("all", []), query("rolling", [ward, .period(.rollingYear)]),
        query("rolling town", [town, .period(.rollingYear)]), query("median", [ward, .period(.month)], .median("age")),
        query("median quarter", [ward, .period(.quarter)], .median("age")),
        query("distinct", [ward, .period(.month)], .distinct("number")),
        query("distinct town", [town, .period(.quarter)], .distinct("number")),
        query("step", [ward, .period(.month)], where: "since <= 40", steps: [step]),
        query("step town", [town, .period(.quarter)], where: "since <= 40", steps: [step]),
        query("none", [ward, .period(.month)], where: "age > 119"),
        query("none too", [ward, .period(.quarter)], where: "age > 119"),
    ]

    static func lines(_ seed: UInt64) -> [String] {
        var random = SplitMix(seed: seed)
        return (0..<150).map { number in
            let day = CalendarDate(daysSince1970: 19_600 + Int.random(in: 0..<700, using: &random))
            let place = ["a1", "a2", "old", "W1", ""].randomElement(using: &random) ?? ""
            let kind = ["Theft", "Robbery", ""].randomElement(using: &random) ?? ""
            let age = Bool.random(using: &random) ? "\(Int.random(in: 9...14, using: &random))" : ""
            return "\(number % 90),\(day),\(place),\(kind),\(age),"
        }
    }

    @Test(arguments: [DatasetContract.Extent.partnership, .wider], ["2025-03-31", "2024-09-30"])
    func everyTableIsThatOfTheQueryByItself(_ extent: DatasetContract.Extent, _ asOf: String) async throws {
        let bench = try Workbench()
        try bench.write(Incidents.header + "\n" + Self.lines(7).joined(separator: "\n") + "\n", to: "a.csv")
        let contract = Incidents.contract(extent: extent)
        let together = try await bench.fetch(contract, queries: Self.queries, asOf: asOf)
        let sets = bench.scriptsRun.last?.ranges(of: "GROUPING SETS").count ?? 0
        #expect(sets == 7)
        // One by one, in a state folder of its own: nothing is kept from above.
        let single = try Workbench()
        try single.write(Incidents.header + "\n" + Self.lines(7).joined(separator: "\n") + "\n", to: "a.csv")
        for query in Self.queries {
            let alone = try await single.fetch(contract, queries: [query], asOf: asOf)
            #expect(try together.table(query.name).exact == alone.table(query.name).exact, "\(query.name)")
            #expect(try alone.table(query.name).rowCount > 0 || query.name.hasPrefix("none"))
        }
        #expect(!single.scriptsRun.contains { $0.contains("GROUPING SETS") })
    }

    @Test func whatIsKeptDoesNotDependOnWhatWasAskedBeside() async throws {
        let bench = try Workbench()
        try bench.write(Incidents.header + "\n" + Self.lines(3).joined(separator: "\n") + "\n", to: "a.csv")
        let contract = Incidents.contract()
        let together = try await bench.fetch(contract, queries: Self.queries)
        let some = Self.queries.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        let again = try await bench.fetch(contract, queries: some.reversed())
        #expect(again.engineStarts == 0)
        for query in some { #expect(try again.table(query.name).exact == together.table(query.name).exact) }
        // Of those dropped, each is asked anew, and only those.
        let third = try await bench.fetch(contract, queries: Self.queries)
        #expect(third.engineStarts == 1)
        for query in Self.queries { #expect(try third.table(query.name).exact == together.table(query.name).exact) }
    }

    @Test(arguments: ["grouping_idd(", "error('boom') AS s, grouping_id("])
    func aBatchThatFailsIsAskedOneByOne(_ call: String) async throws {
        let bench = try Workbench()
        try bench.write(Incidents.header + "\n" + Self.lines(5).joined(separator: "\n") + "\n", to: "a.csv")
        let request = try bench.request([Incidents.contract()], queries: Self.queries)
        let sound = try await bench.fetch(Incidents.contract(), queries: Self.queries)
        let other = try Workbench()
        try other.write(Incidents.header + "\n" + Self.lines(5).joined(separator: "\n") + "\n", to: "a.csv")
        var moved = request
        moved.dataFolder = other.data
        moved.stateFolder = other.state
        let errs: @Sendable (String) -> String = { $0.replacing("grouping_id(", with: call) }
        let result = try await other.warehouse(tamper: errs).fetch(moved)
        for query in Self.queries {
            #expect(try result.table(query.name).exact == sound.table(query.name).exact, "\(query.name)")
        }
    }

    @Test func twoIndicatorsWithTheSameStepsShareOneStatement() async throws {
        let bench = try Workbench()
        try bench.write(Incidents.header + "\n" + Self.lines(9).joined(separator: "\n") + "\n", to: "a.csv")
        var request = try bench.request([Incidents.contract()])
        let repeats = Self.query("repeats/month", [Self.ward, .period(.month)], where: "since <= 40", steps: [Self.step])
        let others = Self.query("repeats/quarter", [Self.ward, .period(.quarter)], where: "since <= 40", steps: [Self.step])
        request.queries = [("one", repeats), ("two", repeats), ("two", others)].map { IdentifiedQuery(kpi: $0, $1) }
        let result = try await bench.warehouse().fetch(request)
        let script = try #require(bench.scriptsRun.last)
        #expect(script.ranges(of: "lag(c1_date)").count == 1)
        let tables = try request.queries.map { try #require(result.tables[$0.identity]).get() }
        #expect(tables[0] == tables[1] && tables[0].rowCount > 1)
    }
}

extension Table {
    /// Names and columns as texts, in which an absent number is equal to another.
    fileprivate var exact: [String] {
        zip(names, columns).map { name, column in
            switch column {
            case .numbers(let values): "\(name) \(values)"
            case .texts(let values): "\(name) \(values)"
            }
        }
    }
}
