extension ProportionComparison {
    /// The chance of proportions as far apart as these, were the two the same: two-sided, over 0 up to 1.
    ///
    /// Fisher's exact conditional test: given all four totals, the first numerator is then hypergeometric. p is twice
    /// the smaller tail, at most 1 — the same rule as for rates, and unlike R's `fisher.test`, which adds up the less
    /// likely tables of both tails.
    ///
    /// The exact test holds for whole counts only, so a dispersion φ over 1 divides its normal deviate by √φ, as quasi-likelihood widens
    /// every standard error.
    ///
    /// Source: R. A. Fisher, *Statistical Methods for Research Workers* (1934), §21.02; the doubled tail after
    /// J. O. Irwin, *Metron* 12 (1935), and D. G. Altman, *Practical Statistics for Medical Research* (1991), §10.7.
    public var pValue: Double {
        let isOver = numerator * baseDenominator > baseNumerator * denominator
        let tail =
            isOver
            ? tail(numerator, of: denominator, baseNumerator, of: baseDenominator)
            : tail(baseNumerator, of: baseDenominator, numerator, of: denominator)
        guard dispersion > 1, tail < 0.5 else { return min(1, 2 * tail) }
        // Where the tail is under the smallest number there is, the pooled score says how far out it lies.
        let deviate = tail >= .leastNormalMagnitude ? normalQuantile(tail) : -score.magnitude
        return min(1, 2 * normalDistribution(deviate / dispersion.squareRoot()))
    }

    /// The difference over its standard error under one common proportion.
    private var score: Double {
        let pooled = (numerator + baseNumerator) / (denominator + baseDenominator)
        return difference / (pooled * (1 - pooled) * (1 / denominator + 1 / baseDenominator)).squareRoot()
    }

    /// Whether chance alone is excluded at `level`, as a fraction: p < 1 − level.
    public func isSignificant(at level: Double = 0.95) throws(StatisticsError) -> Bool {
        2 * (try tailProbability(outside: level)) > pValue
    }

    /// The chance that the first group has `first` successes or more, the totals being as they are.
    private func tail(
        _ first: Double, of firstTotal: Double, _ second: Double, of secondTotal: Double
    ) -> Double {
        let successes = first + second
        let failures = firstTotal + secondTotal - successes
        let probability = successes / (successes + failures)
        let complement = failures / (successes + failures)
        func density(_ successes: Double, of total: Double) -> Double {
            binomialDensity(successes, total - successes, probability: probability, complement: complement)
        }
        var sum = 1.0
        var term = 1.0
        var moved = 0.0
        while term > sum * 1e-17 {
            term *= (firstTotal - first - moved) * (second - moved)
            term /= (first + moved + 1) * (secondTotal - second + moved + 1)
            sum += term
            moved += 1
        }
        let likelihood =
            density(first, of: firstTotal) * density(second, of: secondTotal)
            / density(successes, of: successes + failures)
        return likelihood * sum
    }
}
