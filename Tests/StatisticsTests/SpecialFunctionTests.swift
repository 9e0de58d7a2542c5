import Testing

@testable import Statistics

@Suite("Every p-value and limit rests on special functions right to 12 digits")
struct SpecialFunctionTests {
    let tolerance = 1e-12

    @Test(arguments: gammaTails)
    func `both tails of the incomplete gamma function`(
        row: (shape: Double, x: Double, lower: Double, upper: Double)
    ) {
        #expect(agree(RegularisedGamma.lower(shape: row.shape, row.x), row.lower, within: tolerance))
        #expect(agree(RegularisedGamma.upper(shape: row.shape, row.x), row.upper, within: tolerance))
    }

    @Test(arguments: gammaQuantiles)
    func `quantiles of the gamma distribution`(
        row: (shape: Double, probability: Double, isLowerTail: Bool, x: Double)
    ) {
        let quantile =
            row.isLowerTail
            ? RegularisedGamma.inverseLower(shape: row.shape, probability: row.probability)
            : RegularisedGamma.inverseUpper(shape: row.shape, probability: row.probability)
        #expect(agree(quantile, row.x, within: tolerance))
    }

    @Test(arguments: betaValues)
    func `the incomplete beta function`(row: (a: Double, b: Double, x: Double, value: Double)) {
        let value = RegularisedBeta.value(row.x, complement: 1 - row.x, row.a, row.b)
        #expect(agree(value, row.value, within: tolerance))
    }

    @Test(arguments: betaQuantileOdds)
    func `quantiles of the beta distribution as odds`(
        row: (a: Double, b: Double, probability: Double, odds: Double)
    ) {
        let odds = RegularisedBeta.inverseOdds(probability: row.probability, row.a, row.b)
        #expect(agree(odds, row.odds, within: tolerance))
    }

    @Test(arguments: normalValues)
    func `the normal distribution`(row: (z: Double, probability: Double)) {
        #expect(agree(normalDistribution(row.z), row.probability, within: tolerance))
    }

    @Test(arguments: normalQuantiles)
    func `quantiles of the normal distribution`(row: (probability: Double, z: Double)) {
        #expect(agree(normalQuantile(row.probability), row.z, within: tolerance))
    }

    @Test(arguments: stirlingRemainders)
    func `what Stirling's formula leaves`(row: (n: Double, remainder: Double)) {
        let remainder = Saddlepoint.stirlingRemainder(row.n)
        // An exponent: its absolute error is the relative error of what is made of it.
        #expect((remainder - row.remainder).magnitude < 1e-14)
    }
}
