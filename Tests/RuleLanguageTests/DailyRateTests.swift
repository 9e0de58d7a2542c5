import Measures
import Testing

@testable import RuleLanguage

/// Rates of events per so many people in months of unequal length.
@Suite("Rates compared per day")
struct DailyRateTests {
    private static let people = 180_000.0

    /// A rate as a module tells it, by the KPI's own unit.
    private static func rate(_ events: Double, _ unit: Unit, in period: String, among people: Double = people) throws
        -> Observation
    {
        guard case .rate(let rate) = unit else { return .count(events) }
        return Observation(
            value: events / rate.events(among: people, in: try #require(Period(period))), numerator: events,
            denominator: people, count: events)
    }

    private static let kpis =
        Declarations.all + [
            Declarations.kpi("stock_rate", .rate(Unit.Rate(per: 1000, of: "dwellings"))),
            Declarations.kpi("exposure_rate", .rate(Unit.Rate(per: 1000, of: "person-days"))),
        ]

    private static func judging(_ name: String, from first: (String, Double), to second: (String, Double)) throws -> Judging
    {
        let unit = try #require(kpis.first { $0.name == name }).unit
        var judging = Judging(
            try #require(Period(first.0)).grain, from: first.0,
            [name: [try rate(first.1, unit, in: first.0), try rate(second.1, unit, in: second.0)]])
        judging.kpis = kpis
        return judging
    }

    @Test(
        "one daily rate is no change from one month or quarter to the next", arguments: ["rate", "rate_100k", "yearly_rate"])
    func sameDailyRate(_ name: String) throws {
        for (first, second) in [
            ("2023-02", "2023-03"), ("2024-01", "2024-02"), ("2023 Q1", "2023 Q2"), ("2023 Q3", "2023 Q4"),
        ] {
            let days = try (#require(Period(first)).days, #require(Period(second)).days)
            let judging = try Self.judging(
                name, from: (first, Double(days.0) * 100), to: (second, Double(days.1) * 100))
            for compared in ["previous period", first] {
                #expect(try judging.verdict("change(\(name), from: \(compared)) == 0%") == .fired, "\(first)")
                #expect(try judging.verdict("difference(\(name), from: \(compared)) == 0") == .fired, "\(first)")
                #expect(
                    try judging.verdict("\(name) > 0", given: ["significant(change(\(name), from: \(compared)))"])
                        == .withinChance)
            }
        }
    }

    @Test(
        "what stands at a date, and what is told per person-day, is compared as it is",
        arguments: ["stock_rate", "exposure_rate"])
    func sameFigure(_ name: String) throws {
        let judging = try Self.judging(name, from: ("2023-02", 2800), to: ("2023-03", 3100))
        #expect(try judging.verdict("change(\(name), from: previous period) > 10.7%") == .fired)
        #expect(
            try judging.verdict("\(name) > 0", given: ["significant(change(\(name), from: previous period))"]) == .fired)
        #expect(try judging.lines("change(\(name), from: previous period) > 50%").allSatisfy { !$0.contains("per day") })
    }

    @Test("the same month of the year before is compared as it stands, 29 February as counts are")
    func leapYear() throws {
        for name in ["rate", "incidents"] {
            var judging = try Self.judging(name, from: ("2023-02", 2800), to: ("2023-03", 3100))
            let unit = try #require(Declarations.all.first { $0.name == name }).unit
            let between = Array(repeating: try Self.rate(1, unit, in: "2023-06"), count: 10)
            judging.figures[name] =
                try [Self.rate(2800, unit, in: "2023-02"), Self.rate(1, unit, in: "2023-03")] + between
                + [Self.rate(2900, unit, in: "2024-02")]
            #expect(try judging.verdict("change(\(name)) > 3.5% and change(\(name)) < 3.6%") == .fired)
            // A stated February is another month of another length.
            #expect(try judging.verdict("change(\(name), from: 2023-02) == 0%") == .fired)
        }
    }

    @Test("the test and the change that is shown go the same way, whatever the people")
    func agreement() throws {
        let unit = Declarations.perThousand
        for (events, population) in [(300.0, 180_000.0), (310, 170_000), (310, 190_000), (420, 180_000), (200, 175_000)] {
            let judging = Judging(
                .month, from: "2023-02",
                [
                    "rate": [
                        try Self.rate(280, unit, in: "2023-02"),
                        try Self.rate(events, unit, in: "2023-03", among: population),
                    ]
                ])
            let evaluation = try judging.evaluation(
                "change(rate, from: previous period) > 0%", given: ["significant(change(rate, from: previous period))"])
            let tests = try #require(
                evaluation.endTests(
                    Comparison(series: 0, earlier: .earlier(1), byDailyRates: true), 0, 1))
            let perDay = events / population / 31 / (280 / 180_000 / 28)
            #expect(tests.allSatisfy { $0.rises == (perDay > 1) })
            #expect(evaluation.conditionTruth(area: 0, period: 1) == (perDay > 1 ? .isTrue : .isFalse))
        }
    }

    @Test("an explanation says that it is compared per day, beside the change and beside the test")
    func words() throws {
        let lines = try Self.judging("rate", from: ("2023-02", 280), to: ("2023-03", 310)).lines(
            "change(rate, from: previous period) > 0%", given: ["significant(change(rate, from: previous period))"])
        #expect(
            lines == [
                "did not fire: the condition is not met: 0% against 0%, just at it; it takes over 1.72 per 1,000 people",
                "  when",
                "    change(rate, from: previous period) > 0% → no",
                "      change(rate, from: previous period) → 0%; compared per day, 31 days against 28",
                "        rate (March 2023) → 1.72 per 1,000 people; 310 of 180,000",
                "        rate (February 2023) → 1.56 per 1,000 people; 280 of 180,000",
                "  given",
                """
                    significant(change(rate, from: previous period)) → no; p = 1.000, exact conditional test of two counts, two-sided; \
                under 0.05 would be significant; compared per day, 31 days against 28
                """,
                "      rate (March 2023) → 1.72 per 1,000 people; 310 of 180,000",
                "      rate (February 2023) → 1.56 per 1,000 people; 280 of 180,000",
                "  clear",
                "    when is no longer met → yes",
            ])
        let equal = try Self.judging("rate", from: ("2023-07", 310), to: ("2023-08", 310)).lines(
            "change(rate, from: previous period) > 0%")
        #expect(equal.allSatisfy { !$0.contains("per day") })
    }

    @Test("a year's figure and a mean are what they were", arguments: ["rate", "yearly_rate"])
    func others(_ name: String) throws {
        let judging = try Self.judging(name, from: ("2023-02", 2800), to: ("2023-03", 3100))
        let times = name == "rate" ? 1.0 : 12
        let mean = (2800 + 3100) / (2 * Self.people) * 1000 * times
        #expect(try judging.verdict("mean(\(name), over: 2 months) == \(mean)") == .fired)
        if name == "rate" {
            #expect(try judging.verdict("annual(rate) == \(3100 / Self.people * 1000 * 365 / 31)") == .fired)
        }
    }
}
