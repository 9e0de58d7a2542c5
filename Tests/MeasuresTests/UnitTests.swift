import Measures
import Testing

@Suite("Units as analysts write them")
struct UnitTests {
    static let units: [Unit] =
        [.count, .percent, .change, .points, .index, .money, .days]
        + Unit.TimeBase.allCases.flatMap { time in
            [1.0, 100, 1000, 10_000, 100_000, 1e6, 1e9].flatMap { per in
                ["people", "vehicle miles", "women aged 16 and over"].map { of in
                    Unit.rate(Unit.Rate(per: per, of: of, time: time))
                }
            }
        }

    @Test("a unit reads back from its own text", arguments: units)
    func roundTrip(_ unit: Unit) {
        #expect(Unit(unit.description) == unit)
    }

    @Test(
        "a rate may be written with or without commas, in figures or in words",
        arguments: [
            ("per 1,000 people", 1000.0, "people", Unit.TimeBase.period), ("per 1000 people a year", 1000, "people", .year),
            ("per billion vehicle miles", 1e9, "vehicle miles", .period),
            ("per million people a month", 1e6, "people", .month),
            ("per 1,000,000 people a quarter", 1e6, "people", .quarter),
        ])
    func rates(_ text: String, _ per: Double, _ of: String, _ time: Unit.TimeBase) {
        #expect(Unit(text) == .rate(Unit.Rate(per: per, of: of, time: time)))
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "Count", "counts", "%", "per", "per 1,000", "per 0 people", "per 10,00 people", "per -5 people",
            "per many people",
            "per 1.5 people", "1,000 people", "rate per 1,000 people", "per １００ people",
        ])
    func refused(_ text: String) {
        #expect(Unit(text) == nil)
    }

    @Test("only the difference of two percents has a unit of its own")
    func difference() {
        #expect(Unit.percent.difference == .points)
        for unit in Self.units where unit != .percent { #expect(unit.difference == unit) }
    }
}

@Suite("Finding an area")
struct GeographyTests {
    private let borough = AreaLevel("borough")
    private let ward = AreaLevel("ward")
    private var geography: Geography {
        Geography(
            levels: [borough, ward],
            areas: [
                Area(code: AreaCode("E06"), name: "Telford and Wrekin", level: borough),
                Area(code: AreaCode("Woodside"), name: "Another place", level: ward),
                Area(code: AreaCode("E05a"), name: "Woodside", otherNames: ["Wood Side"], level: ward),
                Area(
                    code: AreaCode("E05b"), name: "Arleston & College", otherNames: ["Arleston and College", "woodside"],
                    level: ward),
            ], placements: [])
    }

    @Test(
        "a code goes before a name, an earlier area before a later, and letter case does not matter to names",
        arguments: [
            ("Woodside", "Woodside"), ("woodside", "E05a"), ("WOOD SIDE", "E05a"), ("arleston and college", "E05b"),
            ("E05b", "E05b"), ("e05b", nil), ("Telford", nil), ("", nil),
        ])
    func lookUp(_ text: String, _ code: String?) {
        #expect(geography.area(named: text)?.code.rawValue == code)
    }

    @Test("the whole is the first level, and areas keep the order of the definition")
    func levels() {
        #expect(geography.whole == borough)
        #expect(geography.areas(at: ward).map(\.code.rawValue) == ["Woodside", "E05a", "E05b"])
        #expect(AreaLevel("plan_area").title == "plan area")
    }
}
