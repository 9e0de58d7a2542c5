import Statistics
import Testing

@Suite("Intervals stand as published")
struct IntervalTests {
    @Test(arguments: [
        (1.0, 0.95, 0.025317807984289897, 5.571643390938898),
        (1.0, 0.998, 0.0010005003335835344, 9.233413476451585),
        (20.0, 0.95, 12.211428834875937, 30.889880369197066),
        (9856.0, 0.998, 9552.055525668115, 10166.659663574308),
    ])
    func `the OHID choice for a count`(count: Double, level: Double, lower: Double, upper: Double) throws {
        let interval = try PoissonInterval.standard(count: count, level: level)
        #expect(agree(interval.lower, lower, within: 1e-9))
        #expect(agree(interval.upper, upper, within: 1e-9))
        #expect(interval.level == level)
    }

    @Test(arguments: [
        (0.0, 0.95, 0, 3.6888794541139363), (10.0, 0.95, 4.7953886961324336, 18.390356042017779),
    ])
    func `the exact interval beyond ten events and at none`(
        count: Double, level: Double, lower: Double, upper: Double
    ) throws {
        let interval = try PoissonInterval.exact(count: count, level: level)
        #expect(agree(interval.lower, lower, within: 1e-12))
        #expect(agree(interval.upper, upper, within: 1e-12))
    }

    @Test func `the choice changes from exact to Byar's at ten events, not at nine`() throws {
        #expect(try PoissonInterval.standard(count: 9) == PoissonInterval.exact(count: 9))
        #expect(try PoissonInterval.standard(count: 10) == PoissonInterval.byar(count: 10))
    }

    @Test func `Byar's lower limit is never negative`() throws {
        #expect(try PoissonInterval.byar(count: 0).lower == 0)
        #expect(try PoissonInterval.byar(count: 1, level: 0.998).lower == 0)
        #expect(agree(try PoissonInterval.byar(count: 1, level: 0.998).upper, 9.362180217908362, within: 1e-9))
    }

    @Test(arguments: [
        (65.0, 100.0, 0.5525444329688797, 0.7363575175690247),
        (0.445, 1.0, 0.04381744772058822, 0.9334621279976956),
    ])
    func `Wilson's interval`(numerator: Double, denominator: Double, lower: Double, upper: Double) throws {
        let interval = try ProportionInterval.wilson(numerator: numerator, denominator: denominator)
        #expect(agree(interval.lower, lower, within: 1e-9))
        #expect(agree(interval.upper, upper, within: 1e-9))
    }

    @Test func `none of five and five of five stay within 0 to 1`() throws {
        let none = try ProportionInterval.wilson(numerator: 0, denominator: 5)
        let all = try ProportionInterval.wilson(numerator: 5, denominator: 5)
        #expect(none.lower == 0)
        #expect(all.upper == 1)
        #expect(agree(none.upper, 1 - all.lower, within: 1e-15))
    }

    @Test(arguments: [
        (-1.0, 0.95, StatisticsError.negative(-1)), (1.5, 0.95, .notACount(1.5)), (.nan, 0.95, .notFinite),
        (.infinity, 0.95, .notFinite), (5, 0, .levelOutOfRange(0)), (5, 1, .levelOutOfRange(1)),
        (5, 95, .levelOutOfRange(95)), (2e9, 0.95, .countTooLarge(2e9, bound: 1e9)),
    ])
    func `a count that is none is refused with its reason`(count: Double, level: Double, reason: StatisticsError) {
        #expect(throws: reason) { try PoissonInterval.standard(count: count, level: level) }
        #expect(throws: reason) { try PoissonInterval.exact(count: count, level: level) }
        #expect(throws: reason) { try PoissonInterval.byar(count: count, level: level) }
    }

    @Test(arguments: [
        (1.0, 0.0, StatisticsError.denominatorNotPositive(0)), (-1, 4, .negative(-1)),
        (5, 4, .numeratorOverDenominator(numerator: 5, denominator: 4)), (.nan, 4, .notFinite),
    ])
    func `a proportion that is none is refused with its reason`(
        numerator: Double, denominator: Double, reason: StatisticsError
    ) {
        #expect(throws: reason) {
            try ProportionInterval.wilson(numerator: numerator, denominator: denominator)
        }
    }
}
