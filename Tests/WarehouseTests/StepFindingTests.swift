import Diagnostics
import ModuleKit
import Testing

@testable import Warehouse

/// What is wrong with record steps, in whole messages.
struct StepFindingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var steps: [RecordStep]
        var filter: String?
        var grouping: String?
        /// `code: words; remedy`, and `at text` where it lies in one.
        var messages: [String]
        var testDescription: String { messages.first ?? "none" }
    }

    private static func gap(_ name: String = "since", of columns: [String] = ["child"], among: String? = nil) -> RecordStep {
        RecordStep(name, .gap(of: columns), among: among)
    }

    private static func count(_ days: Int) -> RecordStep { RecordStep("often", .count(of: ["child"], withinDays: days)) }

    private static func grid(_ longitude: String = "lon", _ latitude: String = "lat", _ metres: Double = 100) -> RecordStep {
        RecordStep("cell", .grid(longitude: longitude, latitude: latitude, metres: metres))
    }

    static let cases: [Case] = [
        Case(
            steps: [gap(), gap("since_here", of: ["area", "child"]), count(90), grid()],
            filter: "since <= 90 and often >= 3", grouping: "cell", messages: []),
        Case(
            steps: [
                count(1), count(36_525).named("most"), grid("lon", "lat", 1), grid("lon", "lat", 100_000).named("large"),
            ], messages: []),
        Case(
            steps: [gap(of: ["chid"])],
            messages: ["unknown-column: dataset `episodes` has no column `chid`; did you mean `child`?"]),
        Case(
            steps: [gap("number")],
            messages: [
                "step-name-taken: the record step `number` has the name of a column of dataset `episodes`; give the record step a name of its own"
            ]),
        Case(
            steps: [gap(), gap(of: ["area"])],
            messages: ["repeated-step: the query has two record steps `since`; give the record step a name of its own"]),
        Case(
            steps: [gap(of: [])],
            messages: [
                "step-without-columns: the record step `since` names no column whose values belong together; "
                    + "name the columns that say which person or place it is, in `of`"
            ]),
        Case(
            steps: [count(0)], messages: ["step-days-outside: the record step `often` counts in 0 days; it takes 1 to 36525"]
        ),
        Case(
            steps: [count(36_526)],
            messages: ["step-days-outside: the record step `often` counts in 36526 days; it takes 1 to 36525"]),
        Case(
            steps: [grid("lon", "lat", 0.5)],
            messages: ["step-metres-outside: the record step `cell` has cells of 0.5 metres; it takes 1 to 100000"]),
        Case(
            steps: [grid("lon", "lat", .nan)],
            messages: ["step-metres-outside: the record step `cell` has cells of nan metres; it takes 1 to 100000"]),
        Case(
            steps: [grid("kind", "begun")],
            messages: ["kind", "begun"].map { column in
                "step-needs-number: the record step `cell` needs degrees as a number, and `\(column)` is a \(column == "kind" ? "text" : "date"); "
                    + "name columns of type number that hold longitude and latitude in degrees"
            }),
        Case(
            steps: [grid("child", "lat")],
            messages: [
                "step-needs-number: the record step `cell` needs degrees as a number, and `child` is a person's reference; "
                    + "name columns of type number that hold longitude and latitude in degrees"
            ]),
        Case(
            steps: [gap(among: "knd == \"Missing\"")],
            messages: ["unknown-column: dataset `episodes` has no column `knd`; did you mean `kind`? at knd"]),
        Case(steps: [gap(among: "lat")], messages: ["wrong-record-type: expected true or false, not a number at lat"]),
        Case(
            steps: [gap(among: "child == \"Ann\"")],
            messages: ["person-shown: `child` refers to a person: it may be counted distinct, and nothing else at child"]),
        Case(
            steps: [gap(among: "often > 1"), count(3)],
            messages: [
                "unknown-column: dataset `episodes` has no column `often`; known columns: "
                    + "`number`, `begun`, `child`, `area`, `kind`, `lon`, `lat` at often"
            ]),
        // What names a step that is wrong is not blamed as well.
        Case(
            steps: [gap(of: ["chid"])], filter: "since <= 3", grouping: "since",
            messages: ["unknown-column: dataset `episodes` has no column `chid`; did you mean `child`?"]),
        Case(
            steps: [gap()], grouping: "child",
            messages: ["person-shown: `child` refers to a person: it may be counted distinct, and nothing else"]),
    ]

    @Test(arguments: cases)
    func isToldAtItsPlace(_ one: Case) {
        let query = Query(
            "q", of: "episodes", steps: one.steps, where: one.filter, by: one.grouping.map { [.column($0)] } ?? [],
            measures: [Measure("n", .count)])
        let findings = QueryPlanner.check(query, contracts: [Episodes.contract()], geography: SmallTown.geography)
        #expect(findings.map(Self.message) == one.messages)
    }

    @Test func aDatasetWithoutADateHasNoOrder() {
        var contract = Episodes.contract()
        contract.columns.remove(at: 1)
        let query = Query(
            "q", of: "episodes", steps: [Self.gap(), Self.count(3), Self.grid()], by: [], measures: [Measure("n", .count)])
        let findings = QueryPlanner.check(query, contracts: [contract], geography: SmallTown.geography)
        #expect(
            findings.map(Self.message)
                == ["since", "often"].map { step in
                    "step-without-date: dataset `episodes` has no date, so the record step `\(step)` finds no order in it; "
                        + "state the type of the column that dates a record: `date` or `moment`"
                })
    }

    private static func message(_ finding: QueryFinding) -> String {
        let problem = finding.problem
        var text = "\(problem.code): \(problem.words)"
        if let near = problem.nearMiss { text += "; did you mean `\(near)`?" }
        if let remedy = problem.remedy { text += "; \(remedy)" }
        if let place = finding.text { text += " at " + String(decoding: Array(place.utf8)[finding.range], as: UTF8.self) }
        return text
    }
}

extension RecordStep {
    fileprivate func named(_ name: String) -> RecordStep {
        var step = self
        step.name = name
        return step
    }
}
