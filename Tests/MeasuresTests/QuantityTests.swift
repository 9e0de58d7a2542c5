import Measures
import Testing

@Suite("Figures as a reader sees them")
struct QuantityTests {
    private static let perBillion = Unit.rate(Unit.Rate(per: 1e9, of: "vehicle miles"))
    private static let perThousand = Unit.rate(Unit.Rate(per: 1000, of: "people", time: .year))

    @Test(
        "a figure is told with its unit and no false precision",
        arguments: [
            (148, .count, "148"), (16_599, .count, "16,599"), (1_234_567, .count, "1,234,567"), (0, .count, "0"),
            (-10, .count, "\u{2212}10"), (134.5, .count, "134.5"), (134.04, .count, "134"), (-0.04, .count, "0"),
            (0.1, .percent, "10%"), (0.095, .percent, "9.5%"), (0.0965, .percent, "9.7%"), (1, .percent, "100%"),
            (0.1, .change, "+10%"), (-0.216, .change, "\u{2212}21.6%"), (0, .change, "0%"),
            (.infinity, .change, "from none"),
            (0.0004, .change, "0%"), (-0.0004, .change, "0%"), (10, .change, "+1,000%"),
            (0.03, .points, "+3 points"), (-0.03, .points, "\u{2212}3 points"), (0.01, .points, "+1 point"),
            (-0.01, .points, "\u{2212}1 point"), (0.059, .points, "+5.9 points"), (0, .points, "0 points"),
            (62.4, perBillion, "62.4 per billion vehicle miles"), (4.127, perThousand, "4.13 per 1,000 people a year"),
            (40, perThousand, "40 per 1,000 people a year"), (12.345, .index, "12.35"), (5000, .money, "£5,000"),
            (-5000.5, .money, "\u{2212}£5,000.5"), (0.125, .money, "£0.13"), (12, .days, "12 days"), (1, .days, "1 day"),
            (1.5, .days, "1.5 days"),
        ] as [(Double, Unit, String)])
    func words(_ value: Double, _ unit: Unit, _ wanted: String) {
        #expect(Quantity(value, unit).description == wanted)
    }

    @Test("a table's cell leaves a rate's words to its heading")
    func number() {
        #expect(Quantity(62.4, Self.perBillion).number == "62.4")
        #expect(Quantity(0.1, .change).number == "+10%")
    }

    @Test(
        "halves are rounded away from zero, as a reader's own sum rounds them",
        arguments: [
            (0.5, 0, "1"), (-0.5, 0, "\u{2212}1"), (1.5, 0, "2"), (2.5, 0, "3"), (9.65, 1, "9.7"), (-9.65, 1, "\u{2212}9.7"),
            (1.005, 2, "1.01"), (0.045, 2, "0.05"), (0.449, 1, "0.4"), (999.95, 1, "1,000.0"), (999_999.5, 0, "1,000,000"),
            (-0.4, 0, "0"), (-0.04, 1, "0.0"), (1e15, 0, "1,000,000,000,000,000"), (0, 2, "0.00"), (123, 0, "123"),
            (1234, 0, "1,234"), (12.3, 3, "12.300"),
        ] as [(Double, Int, String)])
    func rounding(_ value: Double, _ places: Int, _ wanted: String) {
        #expect(DecimalText.grouped(value, places: places) == wanted)
    }

    @Test(
        "a program reads plain digits",
        arguments: [(-1234.5, 1, "-1234.5"), (16_599, 0, "16599"), (-0.04, 1, "0.0")] as [(Double, Int, String)])
    func plain(_ value: Double, _ places: Int, _ wanted: String) {
        #expect(DecimalText.plain(value, places: places) == wanted)
    }

    @Test(
        "the shortest text that shows the value",
        arguments: [
            (94.5, 1, "94.5"), (12, 1, "12"), (100, 2, "100"), (0.1, 4, "0.1"), (-0.001, 1, "0"), (1200, 0, "1,200"),
            (0.30000000000000004, 4, "0.3"),
        ] as [(Double, Int, String)])
    func shortest(_ value: Double, _ most: Int, _ wanted: String) {
        #expect(DecimalText.shortest(value, upTo: most) == wanted)
    }

    @Test(
        "numbers beyond whole-number arithmetic are told, not crashed on",
        arguments: [Double.infinity, -.infinity, .nan, 1e300, -1e300])
    func beyond(_ value: Double) {
        #expect(!DecimalText.grouped(value, places: 2).isEmpty)
        for unit in [Unit.count, .percent, .points, .money, .days, .index] {
            #expect(!Quantity(value, unit).description.isEmpty)
        }
    }
}
