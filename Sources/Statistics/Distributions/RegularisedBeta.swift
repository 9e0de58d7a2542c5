/// The regularised incomplete beta function, the distribution function of the beta distribution with parameters a, b > 0.
/// With whole parameters Iₚ(k, n − k + 1) is the probability of k or more successes in n trials; with real ones it is that
/// probability's continuous extension.
///
/// Didonato and Morris' continued fraction (ACM TOMS 708, 1992, `BFRAC`) behind a saddle-point density.
enum RegularisedBeta {
    /// Iₓ(a, b), where `complement` = 1 − x is given apart so that neither end loses digits.
    static func value(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard complement > 0 else { return 1 }
        return a * complement >= b * x
            ? fraction(x, complement, a, b)
            : 1 - fraction(complement, x, b, a)
    }

    /// The odds x / (1 − x) at which Iₓ(a, b) = `probability`.
    ///
    /// Newton's method on the logarithm of the distribution function against the log odds, in which the beta
    /// distribution is log-concave, so that it converges from any start. Odds rather than x, because the ratio of two
    /// rates is odds, and near one x has none of their digits left.
    static func inverseOdds(probability: Double, _ a: Double, _ b: Double) -> Double {
        let likelyA = max(a - 0.5, 0.25)
        let likelyB = max(b - 0.5, 0.25)
        let spread = (1 / likelyA + 1 / likelyB).squareRoot()
        var odds = likelyA / likelyB * Elementary.exponential(max(normalQuantile(probability) * spread, -20))
        for _ in 0..<200 {
            let x = odds / (1 + odds)
            let complement = 1 / (1 + odds)
            let value = value(x, complement: complement, a, b)
            let slope = kernel(x, complement, a, b) / value
            let step = Elementary.logarithm(value / probability) / slope
            let bounded = min(max(step, -4), 4)
            odds *= Elementary.exponential(-bounded)
            // A small part of an event (a under about 0.005) has its quantile under the smallest number there is.
            if odds < 1e-290 { return 0 }
            if bounded.magnitude < 1e-8 * max(spread, 1e-2) { break }
        }
        return odds
    }

    /// xᵃ (1 − x)ᵇ / B(a, b), the density of the log odds.
    private static func kernel(_ x: Double, _ complement: Double, _ a: Double, _ b: Double) -> Double {
        binomialDensity(a, b, probability: x, complement: complement) * a * (b / (a + b))
    }

    private static func fraction(_ x: Double, _ complement: Double, _ a: Double, _ b: Double) -> Double {
        let surplus = (a * complement).addingProduct(-b, x) + 1
        let first = a * surplus / (a + 1)
        let value = continuedFraction(first) { index in
            let before = a + 2 * index - 1
            let weight = index * (b - index) * x / before
            let numerator = (a + index - 1) * (a + b + index - 1) * x / before * weight
            let denominator =
                index + weight + (a + index) * (surplus + index * (1 + complement)) / (a + 2 * index + 1)
            return (numerator, denominator)
        }
        return kernel(x, complement, a, b) / value
    }
}
