import Measures
import ModuleKit
import Testing

@testable import RoadSafety

@Suite("Road safety")
struct RoadSafetyTests {
    static let injured: [String: ParameterValue] = ["severities": .texts(["Fatal", "Serious"])]

    @Test("killed or seriously injured, and deaths: a quarter without one is zero")
    func counts() throws {
        let asking = Asking(with: Self.injured, periods: ["2024 Q1", "2024 Q2"])
        let tables = ["casualties/borough/quarter": Asking.table([(Asking.telford, "2024 Q1", [13])], ["n"])]
        let expected = [Observation(value: 13, count: 13), Observation(value: 0, count: 0)]
        #expect(try asking.observations(KilledOrSeriouslyInjured(), tables) == expected)
        #expect(try asking.observations(Deaths(), tables) == expected)
    }

    @Test("only the severities, the mode and the age bands asked for are counted")
    func filters() throws {
        let asking = Asking(
            with: Self.injured.merging(["mode": .text("Pedal Cycle"), "age_bands": .texts(["0-5", "6-10"])]) { $1 },
            periods: [])
        #expect(
            try KilledOrSeriouslyInjured().plan(asking.request).first?.filter
                == #"(severity in ["Fatal", "Serious"]) and ((mode in ["Pedal Cycle"]) and (age_band in ["0-5", "6-10"]))"#
        )
        let killed = Asking(with: ["severities": .text("Fatal")], periods: [])
        #expect(try Deaths().plan(killed.request).first?.filter == #"severity in ["Fatal"]"#)
        let ratio = try #require(try SeverityRatio().plan(Asking(with: Self.injured, periods: []).request).first)
        #expect(ratio.filter == nil)
        #expect(ratio.measures.first?.function == .countWhere(#"severity in ["Fatal", "Serious"]"#))
    }

    @Test(
        "the severities that count have to be stated",
        arguments: [
            KilledOrSeriouslyInjured(), KilledOrSeriouslyInjuredRate(), AdjustedKilledOrSeriouslyInjured(), Deaths(),
            SeverityRatio(),
        ] as [any Indicator])
    func unstated(_ indicator: any Indicator) {
        #expect(throws: IndicatorError.missingParameter("severities")) {
            try indicator.plan(Asking(with: [:], periods: []).request)
        }
        #expect(indicator.description.parameters.contains { $0.name == "severities" && $0.required })
    }

    @Test("a severity that the dataset's list does not hold is found, and does not count nothing in silence")
    func unknownSeverity() throws {
        let casualties = DatasetContract(
            name: Casualties.name, title: "Casualties", files: ["casualties.csv"],
            columns: [
                .init(name: "severity", header: "severity", type: .text, codes: ["Fatal", "Serious", "Slight"])
            ])
        func unknown(_ severities: [String]) throws -> [String] {
            let asking = Asking(with: ["severities": .texts(severities)], periods: [])
            let filter = try #require(try KilledOrSeriouslyInjured().plan(asking.request).first?.filter)
            return RecordCondition.check(filter, casualties).map { finding in
                String(decoding: Array(filter.utf8)[finding.range], as: UTF8.self)
            }
        }
        #expect(try unknown(["Fatal", "Serious"]) == [])
        #expect(try unknown(["Fatl", "Serious", "fatal"]) == [#""Fatl""#, #""fatal""#])
    }

    @Test("without vehicle miles there is no rate", arguments: [nil, 0.0])
    func rateOfNone(_ miles: Double?) throws {
        let asking = Asking(
            with: Self.injured, unit: .rate(.init(per: 1e9, of: "vehicle miles")), grain: .calendarYear, periods: ["2022"])
        let traffic = Table([
            ("area", .texts(miles == nil ? [] : [Asking.telford])), ("year", .numbers(miles == nil ? [] : [2022])),
            ("miles", .numbers(miles.map { [$0] } ?? [])),
        ])
        let casualties = Asking.table([(Asking.telford, "2022", [57])], ["n"])
        #expect(
            try asking.observations(
                KilledOrSeriouslyInjuredRate(), ["casualties/borough/calendar year": casualties, "traffic/borough": traffic]
            ).isEmpty)
    }

    @Test(
        "57 casualties on 913 million vehicle miles are the 62.4 per billion that the strategy states",
        arguments: [("2020", 32.0, 751e6, 42.6), ("2021", 50, 795e6, 62.9), ("2022", 57, 913e6, 62.4)])
    func rate(_ year: String, _ casualties: Double, _ miles: Double, _ stated: Double) throws {
        let asking = Asking(
            with: Self.injured, unit: .rate(.init(per: 1e9, of: "vehicle miles")), grain: .calendarYear, periods: [year])
        let traffic = Table([
            ("area", .texts([Asking.telford])), ("year", .numbers([Double(year) ?? 0])), ("miles", .numbers([miles])),
        ])
        let observation = try #require(
            try asking.observations(
                KilledOrSeriouslyInjuredRate(),
                [
                    "casualties/borough/calendar year": Asking.table([(Asking.telford, year, [casualties])], ["n"]),
                    "traffic/borough": traffic,
                ]
            ).first)
        #expect(((observation.value ?? 0) * 10).rounded() / 10 == stated)
        #expect(observation.numerator == casualties && observation.count == casualties)
        #expect(observation.denominator == miles && observation.denominatorVintage == year)
    }

    @Test("a financial year drives nine months on one year's miles and three on the next's; the last year stands in")
    func milesOfTwoYears() throws {
        let asking = Asking(
            with: Self.injured, unit: .rate(.init(per: 1e9, of: "vehicle miles")), grain: .financialYear,
            periods: ["2021/22", "2022/23"])
        let traffic = Table([
            ("area", .texts([Asking.telford, Asking.telford])), ("year", .numbers([2021, 2022])),
            ("miles", .numbers([800e6, 1_000e6])),
        ])
        let observations = try asking.observations(
            KilledOrSeriouslyInjuredRate(),
            ["casualties/borough/financial year": Asking.table([], ["n"]), "traffic/borough": traffic])
        #expect(observations.map(\.denominator) == [850e6, 1_000e6])
        #expect(observations.map(\.denominatorVintage) == ["2021, 2022", "2022"])
        #expect(observations.map(\.value) == [0, 0])
    }

    @Test("severity ratio: 13 of 65 casualties are 20%, and a quarter without a casualty has no share")
    func severityRatio() throws {
        let asking = Asking(with: Self.injured, unit: .percent, periods: ["2024 Q1", "2024 Q2", "2024 Q3"])
        let table = Asking.table(
            [(Asking.telford, "2024 Q1", [13, 65]), (Asking.telford, "2024 Q2", [0, 0])], ["part", "whole"])
        #expect(
            try asking.observations(SeverityRatio(), ["casualties/borough/quarter": table]) == [
                Observation(value: 0.2, numerator: 13, denominator: 65, count: 13)
            ])
    }
}
