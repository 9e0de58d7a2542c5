import Statistics
import Testing

@Suite("The chance rate of an unguarded rule is the true one")
struct ChanceOfRiseTests {
    /// Field figures: two million simulated pairs each, told in whole percent.
    @Test(arguments: [(20.0, 0.38), (50, 0.32), (100, 0.25), (200, 0.17), (400, 0.09), (800, 0.03)])
    func `over 10% at so many events a period`(mean: Double, chance: Double) throws {
        #expect((try chanceOfRise(over: 0.1, base: mean) - chance).magnitude < 0.005)
    }

    @Test(arguments: [(0.1, 0.3), (0.1, 2.5), (0.1, 20), (0.57, 7), (0, 12)])
    func `the sum over all pairs, counted out`(rise: Double, mean: Double) throws {
        var pair = 0.0
        let counts = poisson(mean, upTo: 100)
        for base in 0...100 {
            for count in 0...100 where Double(count) - Double(base) > rise * Double(base) + 1e-9 {
                pair += counts[base] * counts[count]
            }
        }
        #expect(agree(try chanceOfRise(over: rise, base: mean), pair, within: 1e-12))
    }

    @Test func `nothing expected, nothing by chance, and large means end`() throws {
        #expect(try chanceOfRise(over: 0.1, base: 0) == 0)
        #expect(try chanceOfRise(over: 0.1, base: 1e6) < 1e-20)
        #expect((try chanceOfRise(over: 0, base: 1e6) - 0.5).magnitude < 1e-3)
        #expect(throws: StatisticsError.riseNegative(-0.1)) { try chanceOfRise(over: -0.1, base: 10) }
        #expect(throws: StatisticsError.negative(-1)) { try chanceOfRise(over: 0.1, base: -1) }
    }

    private func poisson(_ mean: Double, upTo last: Int) -> [Double] {
        var term = 1.0
        var terms = [term]
        for count in 1...last {
            term *= mean / Double(count)
            terms.append(term)
        }
        // Normalised by the sum itself, so that no exponential function is needed.
        let all = terms.reduce(0, +)
        return terms.map { $0 / all }
    }
}
