extension RateComparison {
    /// The interval for the ratio of this period's rate to the base's.
    ///
    /// Clopper and Pearson's interval for this period's share of all events, as odds, times e₀ / e₁. It inverts the test
    /// behind ``pValue``: the interval excludes 1 exactly where p < 1 − level. With no events in the base the upper
    /// limit is infinite; with none now the lower is 0.
    ///
    /// Source: C. J. Clopper and E. S. Pearson, *Biometrika* 26 (1934), 404–413.
    public func ratioInterval(level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        let tail = try tailProbability(outside: level)
        let perOdds = baseExposure / exposure
        return ConfidenceInterval(
            lower: count == 0
                ? 0 : RegularisedBeta.inverseOdds(probability: tail, count, baseCount + 1) * perOdds,
            upper: baseCount == 0
                ? .infinity : perOdds / RegularisedBeta.inverseOdds(probability: tail, baseCount, count + 1),
            level: level)
    }
}
