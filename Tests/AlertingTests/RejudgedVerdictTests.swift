import Definitions
import Measures
import RuleLanguage
import Testing

@testable import Alerting

@Suite("Past verdicts, judged anew")
struct RejudgedVerdictTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var when = "incidents > 120"
        var given: [String] = []
        /// Figures of 2015/16 and after; nil is missing.
        var before: [Double?]
        var after: [Double?]
        /// The period, the change and how many restated figures it rests on.
        var changes: [String] = []
    }

    static let cases = [
        Case(testDescription: "nothing changed", before: [100, 130, 100], after: [100, 130, 100]),
        Case(
            testDescription: "a fire that was none", before: [100, 130, 100], after: [100, 110, 100],
            changes: ["2016/17 would not have fired 1"]),
        Case(
            testDescription: "a fire that was missed", before: [100, 110, 100], after: [100, 130, 100],
            changes: ["2016/17 would have fired 1"]),
        Case(testDescription: "restated, and the verdict stands", before: [100, 130, 100], after: [100, 125, 90]),
        Case(
            testDescription: "one figure in two comparisons", when: "change(incidents) > 10%", before: [100, 130, 130, 100],
            after: [100, 100, 130, 100], changes: ["2016/17 would not have fired 1", "2017/18 would have fired 1"]),
        Case(
            testDescription: "both ends restated", when: "change(incidents) > 10%", before: [100, 130], after: [90, 91],
            changes: ["2016/17 would not have fired 2"]),
        Case(
            testDescription: "a guard that calls the revised figures too small", given: ["base(incidents) >= 100"],
            before: [100, 150], after: [10, 125], changes: ["2016/17 would not have fired 2"]),
        Case(
            testDescription: "within chance is not fired", when: "change(incidents) > 10%",
            given: ["significant(change(incidents))"], before: [100, 160], after: [100, 115],
            changes: ["2016/17 would not have fired 1"]),
        Case(testDescription: "a figure taken back leaves its verdict", before: [100, 130, 100], after: [100, nil, 100]),
        Case(
            testDescription: "figures that came late fired, and no alert stands any more", before: [100, nil, 100],
            after: [100, 130, 100], changes: ["2016/17 fired late 0"]),
        Case(
            testDescription: "figures that came late, fired, and an alert stands since", before: [100, nil],
            after: [100, 130]),
        Case(testDescription: "figures that came late and did not fire", before: [100, nil, 100], after: [100, 110, 100]),
        Case(
            testDescription: "that late figures came is no other verdict on lateness", when: "missing(incidents)",
            before: [100, nil, 100], after: [100, 110, 100]),
        Case(testDescription: "a new period is nobody's past", before: [100, 100], after: [100, 100, 130]),
    ]

    @Test("only what fired, or would have, is told, and on how many restated figures it rests", arguments: cases)
    func changes(_ example: Case) throws {
        var town = Town()
        town.when = example.when
        town.given = example.given
        town.asOf = "20\(15 + example.after.count)-06-01"
        let (before, after) = (town.block(example.before), town.block(example.after))
        var memory = FigureMemory()
        _ = memory.learn(ObservationSet([before]), on: town.date("2015-01-01"))
        let learned = memory.learn(ObservationSet([after]), on: town.date(town.asOf))
        let now = try town.judge(after)
        let earlier = Judge(try town.definitions(), over: ObservationSet([before]), asOf: town.date(town.asOf))
        let told = earlier.rejudged(now, by: learned, standings: try town.advance(after).standings)
        #expect(told.map { "\($0.period) \($0.change.rawValue) \($0.restated.count)" } == example.changes)
    }

    @Test("each area by its own figures, and each of a rank by all")
    func areas() throws {
        var town = Town()
        town.levels = [Town.ward]
        town.first = Period(grain: .financialYear, ordinal: 2023)
        func count(_ value: Double) -> [Observation] { [Observation(value: value, count: value)] }
        func set(_ woodside: Double) -> ObservationSet {
            ObservationSet([town.block(at: Town.ward, [Town.woodside: count(woodside), Town.madeley: count(30)])])
        }
        func told(_ when: String) throws -> [RejudgedVerdict] {
            town.when = when
            var memory = FigureMemory()
            _ = memory.learn(set(20), on: town.date("2024-05-01"))
            let learned = memory.learn(set(40), on: town.date(town.asOf))
            let definitions = try town.definitions()
            let now = Judge(definitions, over: set(40), asOf: town.date(town.asOf)).evaluations()
            return Judge(definitions, over: set(20), asOf: town.date(town.asOf)).rejudged(now, by: learned, standings: [])
        }
        let own = try told("incidents > 25")
        #expect(own.map { "\($0.areaCode) \($0.before.words) \($0.after.words)" } == ["E05a did not fire fired"])
        let ranked = try told("rank(incidents) == 1")
        #expect(
            ranked.map { "\($0.areaCode) \($0.change.rawValue)" } == ["E05a would have fired", "E05b would not have fired"])
        #expect(ranked.allSatisfy { $0.restated.map(\.area) == [Town.woodside] })
    }
}
