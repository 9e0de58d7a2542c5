import Measures
import ModuleKit
import Testing

@Suite("A published figure is told as its source stated it")
struct PublishedFigureTests {
    typealias Stated = (figure: String, period: String, value: Double, unit: String, basis: String)

    static func table(_ rows: [Stated], area: String = Asking.telford) -> [String: Table] {
        [
            "figures/borough": Table([
                ("area", .texts(rows.map { _ in area })), ("figure", .texts(rows.map(\.figure))),
                ("period", .texts(rows.map(\.period))), ("unit", .texts(rows.map(\.unit))),
                ("basis", .texts(rows.map(\.basis))), ("least", .numbers(rows.map(\.value))),
                ("greatest", .numbers(rows.map(\.value))),
            ])
        ]
    }

    static func asking(
        _ more: [String: ParameterValue] = [:], unit: Unit = .count, grain: Grain = .financialYear, periods: [String]
    ) -> Asking {
        Asking(
            with: ["dataset": .text("published_figures"), "figure": .text("f")].merging(more) { $1 }, unit: unit,
            grain: grain, periods: periods)
    }

    static let violence: [Stated] = [
        ("f", "2022/23", 148, "count", "exact"), ("c", "2022/23", 10, "percent change", "rounded to 1"),
    ]

    @Test("148 after a rise of 10%, rounded, were 134 or 135 the year before")
    func derivedYearBefore() throws {
        let asking = Self.asking(["change": .text("c"), "count": .truth(true)], periods: ["2021/22", "2022/23"])
        #expect(
            try asking.observations(PublishedFigure(), Self.table(Self.violence)) == [
                Observation(value: 134.5, bounds: .init(low: 134, high: 135), count: 134.5),
                Observation(value: 148, count: 148),
            ])
    }

    @Test("without a stated change there is no year before")
    func nothingDerived() throws {
        let asking = Self.asking(periods: ["2021/22", "2022/23"])
        #expect(try asking.observations(PublishedFigure(), Self.table(Self.violence)) == [Observation(value: 148)])
    }

    @Test("a change by which one whole count alone can be meant gives it without bounds")
    func derivedExactly() throws {
        let stated: [Stated] = [
            ("f", "2022/23", 110, "count", "exact"), ("c", "2022/23", 10, "percent change", "exact"),
        ]
        let asking = Self.asking(["change": .text("c")], periods: ["2021/22"])
        #expect(try asking.observations(PublishedFigure(), Self.table(stated)) == [Observation(value: 100)])
    }

    @Test(
        "a stated year before is told as stated, and held against the change",
        arguments: [(16_599.0, 14_996.0, -10.0, 0), (3_534, 2_628, -26, 0), (1_044, 797, -24, 0), (1_000, 900, -20, 1)])
    func statedYearBefore(_ before: Double, _ after: Double, _ change: Double, _ noteCount: Int) throws {
        let stated: [Stated] = [
            ("f", "2022/23", before, "count", "exact"), ("f", "2023/24", after, "count", "exact"),
            ("c", "2023/24", change, "percent change", "rounded to 1"),
        ]
        let asking = Self.asking(["change": .text("c")], periods: ["2022/23", "2023/24"])
        let answer = try #require(try asking.answer(PublishedFigure(), Self.table(stated)))
        #expect(answer.rows.map(\.observation.value) == [before, after])
        #expect(answer.notes.count == noteCount)
    }

    @Test("rounding leaves half its step open on both sides")
    func bounds() throws {
        let asking = Self.asking(
            unit: .rate(.init(per: 1e9, of: "vehicle miles")), grain: .calendarYear, periods: ["2022"])
        let observation = try #require(
            try asking.observations(
                PublishedFigure(),
                Self.table([("f", "2022", 62.4, "casualties per billion vehicle miles", "rounded to 0.1")])
            ).first)
        #expect(observation.value == 62.4)
        #expect(observation.count == nil)
        let bounds = try #require(observation.bounds)
        #expect(abs(bounds.low - 62.35) < 1e-9 && abs(bounds.high - 62.45) < 1e-9)
    }

    @Test("percents are told as fractions")
    func percents() throws {
        let asking = Self.asking(unit: .change, periods: ["2023/24"])
        let observation = try #require(
            try asking.observations(
                PublishedFigure(), Self.table([("f", "2023/24", -21.6, "percent change", "rounded to 0.1")])
            ).first)
        #expect(abs((observation.value ?? 0) + 0.216) < 1e-12)
        #expect(abs((observation.bounds?.low ?? 0) + 0.2165) < 1e-12)
    }

    @Test("a percent is not told as a count, nor a count as a percent")
    func unfitUnits() {
        #expect(throws: IndicatorError.self) {
            try Self.asking(periods: ["2023/24"]).observations(
                PublishedFigure(), Self.table([("f", "2023/24", 10, "percent", "exact")]))
        }
        #expect(throws: IndicatorError.self) {
            try Self.asking(unit: .percent, periods: ["2023/24"]).observations(
                PublishedFigure(), Self.table([("f", "2023/24", 10, "count", "exact")]))
        }
    }

    @Test(
        "a figure of no period is one of the period that `at` names, and else of none",
        arguments: [(nil, []), ("2021/22", [7_020.0])] as [(String?, [Double])])
    func standIn(_ at: String?, _ values: [Double]) throws {
        let asking = Self.asking(at.map { ["at": .text($0)] } ?? [:], periods: ["2021/22", "2022/23"])
        let stated: [Stated] = [("f", "needs assessment", 7_020, "adult victims (estimate)", "rounded to 10")]
        #expect(try asking.observations(PublishedFigure(), Self.table(stated)).compactMap(\.value) == values)
    }

    @Test("a figure stated twice with two values is refused; so is a basis of other words")
    func refused() {
        var tables = Self.table([("f", "2022/23", 148, "count", "exact")])
        tables["figures/borough"] = Table([
            ("area", .texts([Asking.telford])), ("figure", .texts(["f"])), ("period", .texts(["2022/23"])),
            ("unit", .texts(["count"])), ("basis", .texts(["exact"])), ("least", .numbers([147])),
            ("greatest", .numbers([148])),
        ])
        let asking = Self.asking(periods: ["2022/23"])
        #expect(throws: IndicatorError.self) { try asking.observations(PublishedFigure(), tables) }
        #expect(throws: IndicatorError.self) {
            try asking.observations(PublishedFigure(), Self.table([("f", "2022/23", 148, "count", "about")]))
        }
    }

    @Test("the query asks for the figure and its change by every column that says what they are")
    func plan() throws {
        let asking = Self.asking(["change": .text("c")], periods: [])
        let query = try #require(try PublishedFigure().plan(asking.request).first)
        #expect(query.filter == #"figure in ["f", "c"]"#)
        #expect(query.groupings.map(\.columnName) == ["area", "figure", "period", "unit", "basis"])
    }
}
