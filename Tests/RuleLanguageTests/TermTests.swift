import Measures
import Testing

@testable import RuleLanguage

/// What each term comes to, worked by hand.
@Suite("Figures of the terms")
struct TermTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var when: String
        var figures: [Double]
        var holds: Bool
        var testDescription: String { "\(when) of \(figures)" }

        init(_ when: String, _ figures: [Double], _ holds: Bool) {
            (self.when, self.figures, self.holds) = (when, figures, holds)
        }
    }

    @Test(
        "windows end with the period judged",
        arguments: [
            Case("sum(incidents, over: 12 months) == 10", [9, 1, 2, 3, 4], true),
            Case("mean(incidents, over: 12 months) == 2.5", [9, 1, 2, 3, 4], true),
            Case("min(incidents, over: 12 months) == 1", [0, 1, 2, 3, 4], true),
            Case("max(incidents, over: 12 months) == 4", [9, 1, 2, 3, 4], true),
            Case("median(incidents, over: 12 months) == 2.5", [9, 4, 2, 3, 1], true),
            Case("median(incidents, over: 3 quarters) == 3", [9, 9, 7, 3, 1], true),
            Case("mean(incidents, over: 3 months) == 4", [9, 1, 2, 3, 4], true),
            Case("sum(incidents, over: 1 year) == 10", [9, 1, 2, 3, 4], true),
            Case("previous(incidents, 4) == 9", [9, 1, 2, 3, 4], true),
            Case("incidents > 1.5 * mean(incidents, over: 12 months)", [1, 1, 1, 1, 2], true),
            Case("incidents > 1.6 * mean(incidents, over: 12 months)", [1, 1, 1, 1, 2], false),
            // October to December 2024 has 92 of the year's 366 days.
            Case("annual(incidents) == 366", [0, 0, 0, 0, 92], true),
            Case("age(incidents) == 0", [1, 1, 1, 1, 1], true),
        ])
    func windows(_ given: Case) throws {
        let judging = Judging(.quarter, from: "2023 Q4", ["incidents": given.figures.map { .count($0) }])
        #expect(try judging.verdict(given.when) == (given.holds ? .fired : .didNotFire))
    }

    @Test("the mean of shares is made from their parts, not from the shares")
    func pooled() throws {
        let shares = [Observation.share(1, of: 2), .share(1, of: 98)]
        let judging = Judging(["share": shares])
        #expect(try judging.verdict("mean(share, over: 2 years) == 2%") == .fired)
        #expect(try judging.verdict("max(share, over: 2 years) == 50%") == .fired)
        let bare = Judging(["share": [Observation(value: 0.5), Observation(value: 0.1)]])
        #expect(try bare.verdict("mean(share, over: 2 years) > 0%") == .notAssessed(.noValue))
    }

    @Test("a window of rounded figures is as wide as they are")
    func rounded() throws {
        let judging = Judging(["incidents": [.count(10, to: 14), .count(20)]])
        #expect(try judging.verdict("sum(incidents, over: 2 years) > 31") == .notAssessed(.borderline))
        #expect(try judging.verdict("sum(incidents, over: 2 years) > 29") == .fired)
        #expect(try judging.verdict("median(incidents, over: 2 years) <= 17") == .fired)
    }

    @Test("a figure of a part of a year meets one of a year by its days", arguments: [("2024-02", 29.0), ("2023-02", 28.0)])
    func annualMonths(_ month: String, _ days: Double) throws {
        let judging = Judging(.month, from: month, ["rate": [Observation(value: days)]])
        // The twelve months to February 2024 have 366 days; those to February 2023 have 365.
        #expect(try judging.verdict("annual(rate) == \(month == "2024-02" ? 366 : 365)") == .fired)
    }

    @Test("an age counts days from the end of the last period with a figure")
    func ages() throws {
        let gone = Observation(absent: .missing)
        let judging = Judging(
            .month, from: "2024-01", ["incidents": [.count(3), gone, Observation(absent: .withheld), gone]])
        // From 31 January to 30 April 2024.
        #expect(try judging.verdict("age(incidents) == 90 days") == .fired)
        let never = Judging(.month, from: "2024-01", ["incidents": [gone]])
        #expect(try never.verdict("age(incidents) > 0") == .notAssessed(.insufficientHistory))
        let early = Judging(.month, from: "2024-01", ["incidents": [.count(3), Observation(absent: .notDue)]])
        #expect(try early.verdict("age(incidents) > 0") == .notAssessed(.notDue))
    }

    @Test("a target's tolerance is read by period")
    func tolerance() throws {
        var judging = Judging(["incidents": [.count(108), .count(112)]])
        judging.target = [100, 100]
        judging.tolerance = [110, 110]
        #expect(try judging.verdict("incidents > tolerance(incidents)") == .fired)
        #expect(try judging.verdict("previous(incidents) > tolerance(incidents)") == .didNotFire)
        judging.tolerance = []
        #expect(try judging.verdict("incidents > tolerance(incidents)") == .notAssessed(.noValue))
    }

    @Test("an area is held against the one that holds it")
    func parents() throws {
        let judging = Judging(["incidents": [.count(10), .count(30)], "incidents of borough": [.count(100), .count(120)]])
        #expect(try judging.verdict("share_of_total(incidents) == 25%") == .fired)
        #expect(try judging.verdict("incidents == of(incidents, borough) * 25%") == .fired)
        #expect(try judging.verdict("change(incidents) - change(of(incidents, borough)) == 180%") == .fired)
        #expect(try judging.verdict("previous(of(incidents, borough)) == 100") == .fired)
    }

    @Test("the part of a whole of nothing has no value, and a part is never over the whole")
    func shares() throws {
        let none = Judging(["incidents": [.count(0)], "incidents of borough": [.count(0)]])
        #expect(try none.verdict("share_of_total(incidents) > 5%") == .notAssessed(.noValue))
        let rounded = Judging(["incidents": [.count(4, to: 12)], "incidents of borough": [.count(10)]])
        #expect(try rounded.verdict("share_of_total(incidents) <= 100%") == .fired)
    }
}
