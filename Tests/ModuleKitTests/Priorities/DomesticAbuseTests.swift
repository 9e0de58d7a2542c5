import Measures
import ModuleKit
import Testing

@testable import DomesticAbuse

@Suite("Domestic abuse")
struct DomesticAbuseTests {
    static let returns = ["cases", "expected", "received", "part"]
    static let year = Asking.table([(Asking.telford, "2023/24", [278, 12, 12, 87])], returns)
    static let women = Asking.people([(Asking.telford, 2023, 79_000)])

    static let adultWomen = #"sex == "female" and age_band in ["16-17", "18-24", "25-64", "65+"]"#

    @Test("Marac rate: 278 cases among 79,000 women are 35.2 per 10,000, with the returns that are in")
    func rate() throws {
        let asking = Asking(
            with: ["population_where": .text(Self.adultWomen)],
            unit: .rate(.init(per: 10_000, of: "women aged 16 and over")), grain: .financialYear,
            periods: ["2023/24", "2024/25"])
        let observations = try asking.observations(
            MaracRate(), ["marac/borough/financial year": Self.year, "population/borough": Self.women])
        #expect(
            observations == [
                Observation(
                    value: 278.0 / 79_000 * 10_000, numerator: 278, denominator: 79_000, denominatorVintage: "2023",
                    count: 278,
                    sources: .init(received: 12, expected: 12))
            ])
        #expect(try MaracRate().plan(asking.request).last?.filter == Self.adultWomen)
        #expect(throws: IndicatorError.missingParameter("population_where")) {
            try MaracRate().plan(Asking(with: [:], unit: .rate(.init(per: 10_000, of: "women")), periods: []).request)
        }
    }

    @Test(
        "Marac rate: without women there is no rate", arguments: [[], [(Asking.telford, 2023, 0)], [("elsewhere", 2023, 9)]])
    func rateOfNone(_ women: [(area: String, year: Double, people: Double)]) throws {
        let asking = Asking(
            with: ["population_where": .text(Self.adultWomen)], unit: .rate(.init(per: 10_000, of: "women")),
            grain: .financialYear, periods: ["2023/24"])
        let tables = ["marac/borough/financial year": Self.year, "population/borough": Asking.people(women)]
        #expect(try asking.observations(MaracRate(), tables).isEmpty)
    }

    @Test(
        "Marac rate: a quarter is a year's figure only where the unit says so",
        arguments: [(Unit.TimeBase.period, 10.0), (.year, 40)])
    func quarterlyRate(_ time: Unit.TimeBase, _ value: Double) throws {
        let asking = Asking(
            with: ["population_where": .text(Self.adultWomen)],
            unit: .rate(.init(per: 10_000, of: "women", time: time)), periods: ["2024 Q2"])
        let table = Asking.table([(Asking.telford, "2024 Q2", [79, 3, 2, 0])], Self.returns)
        let observation = try #require(
            try asking.observations(MaracRate(), ["marac/borough/quarter": table, "population/borough": Self.women])
                .first)
        #expect(abs((observation.value ?? 0) - value) < 1e-9)
        #expect(observation.sources == .init(received: 2, expected: 3))
    }

    @Test("a return that is not in is missing, not zero")
    func missingReturn() throws {
        let asking = Asking(with: [:], unit: .percent, periods: ["2024 Q1", "2024 Q2"])
        let table = Asking.table([(Asking.telford, "2024 Q1", [.nan, 3, 0, .nan])], Self.returns)
        #expect(try asking.observations(MaracRepeatShare(), ["marac/borough/quarter": table]).isEmpty)
    }

    @Test("repeats and police referrals are shares of the cases, each of its own column")
    func shares() throws {
        let asking = Asking(with: [:], unit: .percent, grain: .financialYear, periods: ["2023/24"])
        let expected = Observation(
            value: 87.0 / 278, numerator: 87, denominator: 278, count: 87, sources: .init(received: 12, expected: 12))
        let tables = ["marac/borough/financial year": Self.year]
        #expect(try asking.observations(MaracRepeatShare(), tables) == [expected])
        #expect(try asking.observations(MaracPoliceShare(), tables) == [expected])
        #expect(try MaracRepeatShare().plan(asking.request).first?.measures.last == Measure("part", .sum("repeats")))
        #expect(
            try MaracPoliceShare().plan(asking.request).first?.measures.last
                == Measure("part", .sum("police_referrals")))
    }

    @Test("where no case was discussed, no part of them is a share")
    func sharesOfNone() throws {
        let asking = Asking(with: [:], unit: .percent, periods: ["2024 Q1"])
        let tables = ["marac/borough/quarter": Asking.table([(Asking.telford, "2024 Q1", [0, 3, 3, 0])], Self.returns)]
        #expect(try asking.observations(MaracRepeatShare(), tables).isEmpty)
        #expect(try asking.observations(MaracPoliceShare(), tables).isEmpty)
    }

    @Test("visible share: a part whose whole is not stated, or rounded to nothing, is no share", arguments: [nil, 0.0])
    func visibleShareOfNone(_ all: Double?) throws {
        let asking = Asking(with: ["at": .text("2021/22")], unit: .percent, grain: .financialYear, periods: ["2021/22"])
        var stated: [PublishedFigureTests.Stated] = [
            ("da_victims_visible", "needs assessment", 2_295, "adult victims (estimate)", "rounded to 5")
        ]
        if let all {
            stated.append(("da_victims_last_year", "needs assessment", all, "adult victims (estimate)", "rounded to 10"))
        }
        #expect(try asking.observations(VisibleShare(), PublishedFigureTests.table(stated)).isEmpty)
    }

    @Test("visible share: 2,295 (to 5) of 7,020 (to 10) is 32.7%, from 32.6% to 32.8%")
    func visibleShare() throws {
        let asking = Asking(with: ["at": .text("2021/22")], unit: .percent, grain: .financialYear, periods: ["2021/22"])
        let stated: [PublishedFigureTests.Stated] = [
            ("da_victims_last_year", "needs assessment", 7_020, "adult victims (estimate)", "rounded to 10"),
            ("da_victims_visible", "needs assessment", 2_295, "adult victims (estimate)", "rounded to 5"),
        ]
        #expect(
            try asking.observations(VisibleShare(), PublishedFigureTests.table(stated)) == [
                Observation(
                    value: 2_295.0 / 7_020, bounds: .init(low: 2_292.5 / 7_025, high: 2_297.5 / 7_015),
                    numerator: 2_295, denominator: 7_020)
            ])
    }

    @Test("an action is overdue at each quarter's end from its due date until it is completed")
    func overdue() throws {
        let asking = Asking(with: [:], periods: ["2023 Q4", "2024 Q1", "2024 Q2"])
        let actions = Table([
            ("area", .texts(Array(repeating: Asking.telford, count: 5) + ["elsewhere"])),
            ("date", .texts(["2023-12-31", "2024-01-10", "2024-03-31", "2024-02-01", "", "2023-01-01"])),
            ("completed", .texts(["", "2024-04-01", "2024-03-31", "2024-01-15", "", ""])),
            ("n", .numbers([1, 2, 1, 1, 9, 9])),
        ])
        // Due on the last day and open: overdue throughout. Two due in January, done in April: overdue at the end of March.
        // Done on the last day, or before it was due: never overdue. Without a due date: never.
        #expect(
            try asking.observations(ReviewsOverdue(), ["actions/borough": actions]) == [
                Observation(value: 1), Observation(value: 3), Observation(value: 1),
            ])
    }

    @Test("a due date that is no date is told, not passed over")
    func unreadableDate() {
        let actions = Table([
            ("area", .texts([Asking.telford])), ("date", .texts(["31/12/2023"])), ("completed", .texts([""])),
            ("n", .numbers([1])),
        ])
        #expect(throws: IndicatorError.self) {
            try Asking(with: [:], periods: ["2023 Q4"]).observations(ReviewsOverdue(), ["actions/borough": actions])
        }
    }
}
