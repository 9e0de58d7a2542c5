extension RateComparison {
    /// The chance of counts as far apart as these, were the two rates the same: two-sided, over 0 up to 1.
    ///
    /// The exact conditional test: given their sum n, the first count is then binomial with n trials and probability
    /// e₁ / (e₁ + e₀). p is twice the smaller tail, at most 1. Counts that are not whole take the tail's continuous
    /// extension, the regularised incomplete beta function. No events at all give 1; a p under 10⁻³⁰⁰ reads 0.
    ///
    /// Source: J. Przyborowski and H. Wilenski, *Biometrika* 31 (1940), 313–323; the same as R's `poisson.test` up to
    /// its other rule for the second tail.
    public var pValue: Double {
        guard count + baseCount > 0 else { return 1 }
        let share = 1 / (1 + baseExposure / exposure)
        let rest = 1 / (1 + exposure / baseExposure)
        // The median of a binomial lies within the whole numbers around its mean. So the tail on the count's own side
        // of the mean is the smaller one, or both are over one half and p is 1 by either.
        let tail =
            count * rest > baseCount * share
            ? RegularisedBeta.value(share, complement: rest, count, baseCount + 1)
            : baseCount > 0 ? RegularisedBeta.value(rest, complement: share, baseCount, count + 1) : 1
        return min(1, 2 * tail)
    }

    /// Whether chance alone is excluded at `level`, as a fraction: p < 1 − level.
    public func isSignificant(at level: Double = 0.95) throws(StatisticsError) -> Bool {
        2 * (try tailProbability(outside: level)) > pValue
    }
}
