import Measures
import ModuleKit
import Testing

@Suite("Standard indicators tell what their records say")
struct StandardIndicatorTests {
    let quarters = Asking(periods: ["2024 Q1", "2024 Q2"])
    let telford = Asking.telford

    @Test("count: a quarter without a record is zero, not missing")
    func count() throws {
        let table = Asking.table([(telford, "2024 Q1", [12])], ["n"])
        #expect(
            try quarters.observations(RecordCount(), ["records/borough/quarter": table]) == [
                Observation(value: 12, count: 12), Observation(value: 0, count: 0),
            ])
    }

    @Test("count: areas and periods that were not asked are passed over")
    func countPassesOver() throws {
        let table = Asking.table(
            [("elsewhere", "2024 Q1", [5]), (telford, "2019 Q1", [7]), (telford, "2024 Q2", [3])], ["n"])
        #expect(try quarters.observations(RecordCount(), ["records/borough/quarter": table]).map(\.value) == [0, 3])
    }

    @Test("count: a table whose group has two rows is refused, not half read")
    func countRefusesRepeats() throws {
        let table = Asking.table([(telford, "2024 Q1", [12]), (telford, "2024 Q1", [1])], ["n"])
        #expect(throws: IndicatorError.self) {
            try quarters.observations(RecordCount(), ["records/borough/quarter": table])
        }
    }

    @Test("count asks for a query by area and period at every level and grain")
    func countPlan() throws {
        var request = quarters.request
        request.levels = ["borough", "ward"]
        request.grains = ["month", "rolling year"]
        request.parameters["where"] = .text("kind == \"sexual\"")
        let queries = try RecordCount().plan(request)
        #expect(
            queries.map(\.name) == [
                "records/borough/month", "records/borough/rolling year", "records/ward/month",
                "records/ward/rolling year",
            ])
        #expect(queries[3].groupings == [.area(level: "ward"), .period(grain: "rolling year")])
        #expect(queries[3].filter == "kind == \"sexual\"")
        #expect(queries[3].dataset == "records")
    }

    @Test("a missing dataset is told by name")
    func missingDataset() {
        let asking = Asking(with: [:], periods: [])
        #expect(throws: IndicatorError.missingParameter("dataset")) { try RecordCount().plan(asking.request) }
    }

    @Test("distinct: different people are counted, and do not add up")
    func distinct() throws {
        let table = Asking.table([(telford, "2024 Q1", [9])], ["n"])
        #expect(try quarters.observations(DistinctCount(), ["values/borough/quarter": table]).map(\.count) == [9, 0])
        #expect(DistinctCount().description.addsUp == false)
    }

    @Test("sum: counts made by the source are the count behind the figure; pounds are not")
    func sum() throws {
        let table = Asking.table([(telford, "2024 Q1", [120.5]), (telford, "2024 Q2", [.nan])], ["sum"])
        let tables = ["values/borough/quarter": table]
        #expect(try quarters.observations(ColumnSum(), tables) == [Observation(value: 120.5, count: 120.5)])
        let pounds = Asking(unit: .money, periods: ["2024 Q1", "2024 Q3"])
        #expect(try pounds.observations(ColumnSum(), tables) == [Observation(value: 120.5), Observation(value: 0)])
    }

    @Test("average: parts stand beside the mean, and nothing stands for no value")
    func average() throws {
        let table = Asking.table(
            [(telford, "2024 Q1", [30, 7.5]), (telford, "2024 Q2", [.nan, .nan])], ["sum", "mean"])
        #expect(
            try quarters.observations(ColumnAverage(), ["values/borough/quarter": table]) == [
                Observation(value: 7.5, numerator: 30, denominator: 4)
            ])
    }

    @Test("median: nothing stands for no value")
    func median() throws {
        let table = Asking.table([(telford, "2024 Q2", [11.5])], ["median"])
        #expect(
            try quarters.observations(ColumnMedian(), ["values/borough/quarter": table]) == [Observation(value: 11.5)])
    }

    @Test("share: 3 of 12 is a quarter, and 0 of 0 is no share")
    func share() throws {
        let table = Asking.table([(telford, "2024 Q1", [3, 12]), (telford, "2024 Q2", [0, 0])], ["part", "whole"])
        #expect(
            try quarters.observations(RecordShare(), ["records/borough/quarter": table]) == [
                Observation(value: 0.25, numerator: 3, denominator: 12, count: 3)
            ])
    }

    static let people = Asking.people([("E06000020", 2020, 180_000), ("E06000020", 2022, 188_900)])

    @Test(
        "rate: the population is the year's, else the latest earlier one's, and its year is told",
        arguments: [
            ("2019", 180_000.0, "2020"), ("2020", 180_000, "2020"), ("2021", 180_000, "2020"),
            ("2022", 188_900, "2022"),
            ("2024", 188_900, "2022"),
        ])
    func rateVintage(_ year: String, _ people: Double, _ vintage: String) throws {
        let asking = Asking(unit: .rate(.init(per: 1_000, of: "people")), grain: .calendarYear, periods: [year])
        let table = Asking.table([(telford, year, [900])], ["n"])
        #expect(
            try asking.observations(
                PopulationRate(), ["records/borough/calendar year": table, "population/borough": Self.people]) == [
                    Observation(
                        value: 900 / people * 1_000, numerator: 900, denominator: people, denominatorVintage: vintage,
                        count: 900)
                ])
    }

    @Test(
        "rate: a quarter told a year is four times the quarter's own",
        arguments: [(Unit.TimeBase.period, 1.0), (.quarter, 1), (.month, 1.0 / 3), (.year, 4)])
    func rateTime(_ time: Unit.TimeBase, _ scale: Double) throws {
        let asking = Asking(unit: .rate(.init(per: 10_000, of: "people", time: time)), periods: ["2022 Q1"])
        let table = Asking.table([(telford, "2022 Q1", [1_889])], ["n"])
        let value = try asking.observations(
            PopulationRate(), ["records/borough/quarter": table, "population/borough": Self.people]
        ).first?.value
        #expect(abs((value ?? 0) - 100 * scale) < 1e-9)
    }

    @Test("rate: an area without a population is missing; a unit that is no rate is refused")
    func rateWithoutPopulation() throws {
        let tables = ["records/borough/quarter": Asking.table([], ["n"]), "population/borough": Asking.people([])]
        #expect(
            try Asking(unit: .rate(.init(per: 1_000, of: "people")), periods: ["2024 Q1"]).observations(
                PopulationRate(), tables
            ).isEmpty)
        #expect(throws: IndicatorError.unfitUnit("count", expected: "a rate")) {
            try quarters.observations(PopulationRate(), tables)
        }
    }
}
