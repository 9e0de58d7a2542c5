import Testing

@testable import Statistics

@Suite("Special functions of parts of an event and of spread counts, to 1e-12")
struct SpecialFunctionTailTests {
    let tolerance = 1e-12

    @Test(arguments: gammaTailsOfParts)
    func `the incomplete gamma function under one event`(row: (shape: Double, x: Double, lower: Double, upper: Double)) {
        #expect(agree(RegularisedGamma.lower(shape: row.shape, row.x), row.lower, within: tolerance))
        #expect(agree(RegularisedGamma.upper(shape: row.shape, row.x), row.upper, within: tolerance))
        // And back, where the tail isn't so near 1 that it holds no digits of x.
        if row.lower < 0.9 {
            let back = RegularisedGamma.inverseLower(shape: row.shape, probability: row.lower)
            #expect(agree(back, row.x, within: 4 * tolerance / row.shape), "\(row) \(back)")
        }
    }

    @Test(arguments: studentTailValues)
    func `Student's tails`(row: (t: Double, degrees: Double, probability: Double)) {
        #expect(agree(studentTails(row.t, degrees: row.degrees), row.probability, within: tolerance))
        #expect(agree(studentTails(-row.t, degrees: row.degrees), row.probability, within: tolerance))
    }

    @Test(arguments: overdispersedTails)
    func `negative binomial tails and quantiles`(
        row: (mean: Double, dispersion: Double, count: Double, orFewer: Double, orMore: Double)
    ) {
        let counts = OverdispersedCount(mean: row.mean, dispersion: row.dispersion)
        #expect(agree(counts.orFewer(row.count), row.orFewer, within: tolerance), "\(row) \(counts.orFewer(row.count))")
        #expect(agree(counts.orMore(row.count), row.orMore, within: tolerance), "\(row) \(counts.orMore(row.count))")
        if row.orFewer > 1e-9, row.orFewer < 1 - 1e-9 {
            #expect(counts.quantile(row.orFewer * (1 - 1e-11)) == row.count)
        }
    }

    @Test func `a quantile under the smallest number is 0`() {
        #expect(RegularisedGamma.inverseLower(shape: 1e-4, probability: 0.025) == 0)
    }
}
