import Foundation
import Measures
import Testing

@testable import RuleLanguage

@Suite("Why a rule says what it says")
struct ExplanationTests {
    private static let rise = "change(incidents) > 10%"
    private static let chance = ["significant(change(incidents))"]

    @Test("fired: every figure, the test, and how far recovery is")
    func fired() throws {
        let judging = Judging(["incidents": [.count(135), .count(171)]])
        #expect(
            try judging.lines(Self.rise, given: Self.chance, clear: "change(incidents) < -5%") == [
                "fired: the condition is met and every guard holds",
                "  when",
                "    change(incidents) > 10% → yes",
                "      change(incidents) → +26.7%",
                "        incidents (2021/22) → 171",
                "        incidents (2020/21) → 135",
                "  given",
                "    significant(change(incidents)) → yes; p = 0.045, exact conditional test of two counts, two-sided; under 0.05 would be significant",
                "      incidents (2021/22) → 171",
                "      incidents (2020/21) → 135",
                "  clear",
                "    change(incidents) < -5% → no",
                "      change(incidents) → +26.7%",
                "        incidents (2021/22) → 171",
                "        incidents (2020/21) → 135",
            ])
    }

    @Test("within chance: the threshold is met")
    func withinChance() throws {
        #expect(
            try Judging(["incidents": [.count(100), .count(115)]]).lines(Self.rise, given: Self.chance) == [
                "within chance: the threshold is met, and chance is not excluded",
                "  when",
                "    change(incidents) > 10% → yes",
                "      change(incidents) → +15%",
                "        incidents (2021/22) → 115",
                "        incidents (2020/21) → 100",
                "  given",
                "    significant(change(incidents)) → no; p = 0.340, exact conditional test of two counts, two-sided; under 0.05 would be significant",
                "      incidents (2021/22) → 115",
                "      incidents (2020/21) → 100",
                "  clear",
                "    when is no longer met → no",
            ])
    }

    @Test("within chance: the strategy's own 10% to 148, where rounding leaves the threshold open")
    func undecided() throws {
        #expect(
            try Judging(["incidents": [.count(134, to: 135), .count(148)]]).lines(Self.rise, given: Self.chance) == [
                "within chance: the threshold is not decided, and either way chance is not excluded",
                "  when",
                "    change(incidents) > 10% → not known: borderline",
                "      change(incidents) → +9.6% to +10.4%",
                "        incidents (2021/22) → 148",
                "        incidents (2020/21) → 134 to 135; known only as a rounded figure",
                "  given",
                "    significant(change(incidents)) → no; p = 0.439 to 0.476, exact conditional test of two counts, two-sided; under 0.05 would be significant",
                "      incidents (2021/22) → 148",
                "      incidents (2020/21) → 134 to 135; known only as a rounded figure",
                "  clear",
                "    when is no longer met → not known: borderline",
            ])
    }

    @Test("did not fire: by how much")
    func didNotFire() throws {
        #expect(
            try Judging(["incidents": [.count(100), .count(104)]]).lines(Self.rise) == [
                "did not fire: the condition is not met: +4% against +10%, 6 points short; it takes over 110",
                "  when",
                "    change(incidents) > 10% → no",
                "      change(incidents) → +4%",
                "        incidents (2021/22) → 104",
                "        incidents (2020/21) → 100",
                "  clear",
                "    when is no longer met → yes",
            ])
        #expect(
            try Judging(["incidents": [.count(100), .count(10)]]).lines("incidents > 5", given: ["incidents > 20"]) == [
                "did not fire: a guard is not met",
                "  when",
                "    incidents > 5 → yes",
                "      incidents (2021/22) → 10",
                "  given",
                "    incidents > 20 → no",
                "      incidents (2021/22) → 10",
                "  clear",
                "    when is no longer met → no",
            ])
    }

    @Test("not assessed: borderline, no counts, too small, each with the figures that it rests on")
    func notAssessed() throws {
        #expect(
            try Judging(["incidents": [.count(134, to: 135), .count(148)]]).lines(Self.rise) == [
                "not assessed: borderline: the verdict depends on where a figure lies within its bounds",
                "  when",
                "    change(incidents) > 10% → not known: borderline",
                "      change(incidents) → +9.6% to +10.4%",
                "        incidents (2021/22) → 148",
                "        incidents (2020/21) → 134 to 135; known only as a rounded figure",
                "  clear",
                "    when is no longer met → not known: borderline",
            ])
        let rate = Judging(["rate": [Observation(value: 42.6), Observation(value: 62.4)]])
        #expect(
            try rate.lines("change(rate) > 10%", given: ["significant(change(rate))"]) == [
                "not assessed: chance cannot be judged: the figures come without the counts behind them",
                "  when",
                "    change(rate) > 10% → yes",
                "      change(rate) → +46.5%",
                "        rate (2021/22) → 62.4 per 1,000 people",
                "        rate (2020/21) → 42.6 per 1,000 people",
                "  given",
                "    significant(change(rate)) → not known: chance cannot be judged; the figures carry no counts, and without them nobody can tell how far chance reaches",
                "      rate (2021/22) → 62.4 per 1,000 people",
                "      rate (2020/21) → 42.6 per 1,000 people",
                "  clear",
                "    when is no longer met → no",
            ])
        #expect(
            try Judging(["incidents": [.count(2), .count(4)]]).lines(Self.rise, given: ["base(incidents) >= 20"]) == [
                "not assessed: too small: the counts behind the comparison are too small to judge",
                "  when",
                "    change(incidents) > 10% → yes",
                "      change(incidents) → +100%",
                "        incidents (2021/22) → 4",
                "        incidents (2020/21) → 2",
                "  given",
                "    base(incidents) >= 20 → no",
                "      base(incidents) → 3",
                "        incidents (2021/22) → 4",
                "        incidents (2020/21) → 2",
                "  clear",
                "    when is no longer met → no",
            ])
    }

    @Test(
        "not assessed: each kind of hole in its own words",
        arguments: [
            (Observation.State.missing, "missing", "a figure it needs is due and not there"),
            (.notDue, "not due", "a figure it needs is not due yet"),
            (.withheld, "withheld", "a figure it needs is withheld by its source"),
            (.moduleFailed, "module failed", "the module that computes a figure it needs failed"),
            (.beforeHistory, "insufficient history", "a figure it needs lies before the series begins"),
        ])
    func holes(_ state: Observation.State, _ reason: String, _ conclusion: String) throws {
        #expect(
            try Judging(["incidents": [.count(100), Observation(absent: state)]]).lines("incidents > 5") == [
                "not assessed: \(reason): \(conclusion)",
                "  when",
                "    incidents > 5 → not known: \(reason)",
                "      incidents (2021/22) → not known: \(reason)",
                "  clear",
                "    when is no longer met → not known: \(reason)",
            ])
    }

    @Test("each part is quoted whole, brackets and all, with what its source says of the figure")
    func parts() throws {
        let share = Observation(
            value: 0.12, bounds: Observation.Bounds(low: 0.115, high: 0.125),
            sources: Observation.Sources(received: 273, expected: 286),
            provisional: true, made: true)
        var judging = Judging(["share": [.share(9, of: 100), share], "incidents": [.count(1), .count(2)]])
        judging.target = [nil, 0.2]
        let marks = "12%; rounded by its source: 11.5% to 12.5%; 13 of 286 sources missing; provisional; made sample data"
        #expect(
            try judging.lines(
                "share < target(share) and not (missing(incidents) or (-share > -50%))",
                given: ["not provisional(incidents)"]) == [
                    "did not fire: the condition is not met",
                    "  when",
                    "    share < target(share) and not (missing(incidents) or (-share > -50%)) → no",
                    "      share < target(share) → yes",
                    "        share (2021/22) → \(marks)",
                    "        target(share) (2021/22) → 20%",
                    "      not (missing(incidents) or (-share > -50%)) → no",
                    "        missing(incidents) or (-share > -50%) → yes",
                    "          missing(incidents) → no",
                    "            incidents (2021/22) → 2",
                    "          -share > -50% → yes",
                    "            -share → \u{2212}12.5% to \u{2212}11.5%",
                    "              share (2021/22) → \(marks)",
                    "  given",
                    "    not provisional(incidents) → yes",
                    "      provisional(incidents) → no",
                    "        incidents (2021/22) → 2",
                    "  clear",
                    "    when is no longer met → yes",
                ])
        #expect(
            try Judging(["share": [.share(9, of: 100), .share(20, of: 100)]]).lines("share > 10%").dropFirst(3) == [
                "      share (2021/22) → 20%; 20 of 100", "  clear", "    when is no longer met → no",
            ])
    }

    @Test("a comparison by daily rates says so")
    func dailyRates() throws {
        let judging = Judging(.month, from: "2024-02", ["incidents": [.count(29), .count(31)]])
        #expect(
            try judging.lines("change(incidents, from: previous period) > 0%") == [
                "did not fire: the condition is not met: 0% against 0%, just at it; it takes over 31",
                "  when",
                "    change(incidents, from: previous period) > 0% → no",
                "      change(incidents, from: previous period) → 0%; compared per day, 31 days against 29",
                "        incidents (March 2024) → 31",
                "        incidents (February 2024) → 29",
                "  clear",
                "    when is no longer met → yes",
            ])
    }

    @Test("the same tree is told as JSON")
    func json() throws {
        let evaluation = try Judging(["incidents": [.count(100), .count(104)]]).evaluation("incidents > 200")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(evaluation.explanation(area: 0, period: 1)), as: UTF8.self)
        #expect(
            text == #"""
                {"clear":{"details":[],"result":"yes","steps":[],"text":"when is no longer met"},"conclusion":"the condition is not met: 104 against 200, 96 short","given":[],"shortfalls":[{"figure":"104","gap":96,"text":"incidents > 200","threshold":"200","words":"96 short"}],"verdict":"did not fire","when":{"details":[],"result":"no","steps":[{"details":[],"figure":{"count":104,"unit":"count","value":104},"period":"2021/22","result":"104","steps":[],"text":"incidents"}],"text":"incidents > 200"}}
                """#)
    }
}
