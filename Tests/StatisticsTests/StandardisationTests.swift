import Statistics
import Testing

@Suite("Standardised rates and ratios are OHID's")
struct StandardisationTests {
    static let counts = [2.0, 5, 9, 14, 20, 33, 51, 70, 64]
    static let people = [5200.0, 6100, 7300, 8000, 7600, 6900, 5400, 3900, 2100]
    static let standard = [5000.0, 5500, 5500, 6000, 6500, 7000, 6000, 5000, 4000]
    static let squares = [2.0, 7, 13, 20, 28, 55, 81, 104, 90]

    static func strata(repeated: Bool = false) throws -> [StandardisationStratum] {
        try counts.indices.map {
            try StandardisationStratum(
                count: counts[$0], population: people[$0], standard: standard[$0],
                sumOfSquares: repeated ? squares[$0] : nil)
        }
    }

    /// From Reference/standardisation.R.
    @Test(arguments: [
        (false, 0.95, 1.8731852428933203e-07, 0.00596137360016893, 0.0076854440811755485),
        (false, 0.998, 1.8731852428933203e-07, 0.0055215626299431634, 0.0082267289862018519),
        (true, 0.95, 2.7476798764161562e-07, 0.0057876101127699925, 0.0078756929258276872),
        (true, 0.998, 2.7476798764161562e-07, 0.0052549394719581064, 0.0085312622425142547),
    ])
    func `directly, with Dobson's interval`(
        repeated: Bool, level: Double, variance: Double, lower: Double, upper: Double
    ) throws {
        let rate = try DirectlyStandardisedRate(Self.strata(repeated: repeated))
        let interval = try rate.interval(level: level)
        #expect(rate.count == 268)
        #expect(agree(rate.value, 0.0067843690674193047, within: 1e-13))
        #expect(agree(rate.variance, variance, within: 1e-13))
        #expect(agree(interval.lower, lower, within: 1e-12))
        #expect(agree(interval.upper, upper, within: 1e-12))
    }

    @Test func `a rate that needs no standardising keeps Byar's interval`() throws {
        let strata = try [10.0, 25, 40].map { try StandardisationStratum(count: $0, population: 1000, standard: 1000) }
        let interval = try DirectlyStandardisedRate(strata).interval()
        let plain = try PoissonInterval.byar(count: 75)
        #expect(agree(interval.lower, plain.lower / 3000, within: 1e-13))
        #expect(agree(interval.upper, plain.upper / 3000, within: 1e-13))
    }

    /// Nine events in ten lie where hardly anybody weighs, and one where all do: the package tells a lower limit of −0.0062.
    @Test func `a lower limit is never under nothing`() throws {
        let strata = try [(19.0, 1_000_000.0, 1.0), (1, 100, 1_000)].map {
            try StandardisationStratum(count: $0.0, population: $0.1, standard: $0.2)
        }
        let rate = try DirectlyStandardisedRate(strata)
        for level in [0.95, 0.998] {
            let interval = try rate.interval(level: level)
            let byar = try PoissonInterval.byar(count: 20, level: level)
            #expect(rate.value + (rate.variance / 20).squareRoot() * (byar.lower - 20) < 0)
            #expect(interval.lower == 0 && interval.upper > rate.value)
        }
    }

    @Test func `under ten events no rate is told`() throws {
        let strata = [try StandardisationStratum(count: 9, population: 1000, standard: 500)]
        #expect(throws: StatisticsError.tooFewEvents(9, floor: 10)) { try DirectlyStandardisedRate(strata) }
    }

    @Test(arguments: [
        (7.0, 0.016178128523111613, 0.0065044467368835695, 0.033333127949819477),
        (268, 0.61939120631341604, 0.54744552698337501, 0.69816254415396406),
    ])
    func indirectly(observed: Double, value: Double, lower: Double, upper: Double) throws {
        let expected = try IndirectlyStandardisedRatio.expected(
            populations: Self.people, referenceCounts: [310, 420, 610, 900, 1400, 2200, 3300, 4500, 4100],
            referencePopulations: Self.people.map { 41 * $0 })
        let ratio = try IndirectlyStandardisedRatio(observed: observed, expected: expected)
        #expect(agree(expected, 432.6829268292683, within: 1e-13))
        #expect(agree(ratio.value, value, within: 1e-13))
        #expect(agree(try ratio.interval().lower, lower, within: 1e-12))
        #expect(agree(try ratio.interval().upper, upper, within: 1e-12))
    }

    @Test func `dispersion is that of R's quasi-Poisson regression on a constant`() throws {
        let counts: [Double?] = [31, 44, 29, 60, 38, 41, 52, 27, 33, 49, 71, 36]
        let days = [31.0, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        #expect(agree(try estimatedDispersion(of: counts), 4.1905354919056856, within: 1e-12))
        #expect(agree(try estimatedDispersion(of: counts, exposures: days), 4.4687793005771548, within: 1e-9))
        #expect(try estimatedDispersion(of: counts + [nil]) == estimatedDispersion(of: counts))
        #expect(try estimatedDispersion(of: [5, 5, 5]) == 0)
    }
}
