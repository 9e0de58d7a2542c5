extension Funnel {
    /// The limits at a denominator, for drawing: within them lies `level` of the points of unchanged areas.
    ///
    /// Without spread:
    /// - a proportion's are the values whose Wilson limits meet the benchmark, as PHEindicatormethods' `sigma_adjustment`,
    ///   kept within 0 to 1;
    /// - a rate's and a ratio's are the counts whose exact Poisson limits meet the events that the benchmark would bring. At
    ///   whole counts they are the points of PHEindicatormethods (see ``limits(atCount:level:)``); between them the gamma
    ///   function joins them, where its charts draw straight lines.
    ///
    /// With spread, target ± deviate × error on the transformed scale, brought back.
    ///
    /// - Throws: For a denominator that is not positive, or so large that over 10⁹ events are expected, and a level out of
    ///   range.
    public func limits(denominator: Double, level: Double) throws(StatisticsError) -> FunnelLimits {
        let tail = try tailProbability(outside: level)
        guard denominator.isFinite else { throw .notFinite }
        guard denominator > 0 else { throw .denominatorNotPositive(denominator) }
        _ = try checkedAmount(size(denominator))
        let deviate = -normalQuantile(tail)
        guard spread == .none else {
            let target = transformation.target(benchmark)
            let distance = deviate * error(denominator)
            return FunnelLimits(
                lower: transformation.value(target - distance, benchmark: benchmark),
                upper: transformation.value(target + distance, benchmark: benchmark), level: level)
        }
        if measure == .proportion { return wilsonLimits(denominator, deviate, level) }
        let expected = size(denominator)
        return FunnelLimits(
            lower: Self.lowCount(expected: expected, tail: tail) / denominator,
            upper: Self.highCount(expected: expected, tail: tail) / denominator, level: level)
    }

    /// The limits that a rate or a ratio has where exactly so many events are observed, with the exposure (or the events
    /// expected) at which such a count lies on each: how PHEindicatormethods draws its funnels.
    ///
    /// Departure: `poisson_funnel` halves an interval to 10⁻⁷; here the gamma quantile is exact.
    ///
    /// - Parameter count: Whole, at least 1.
    public func limits(
        atCount count: Double, level: Double
    ) throws(StatisticsError) -> (limits: FunnelLimits, lowerDenominator: Double, upperDenominator: Double) {
        guard try checkedCount(count) > 0 else { throw .noEvents }
        let expected = try PoissonInterval.exact(count: count, level: level)
        return (
            FunnelLimits(
                lower: benchmark * (count / expected.upper), upper: benchmark * (count / expected.lower), level: level),
            expected.upper / benchmark, expected.lower / benchmark
        )
    }

    /// The two values at which Wilson's interval ends at the benchmark. It inverts the score test, so they are where that
    /// test at the benchmark gives the deviate: benchmark ± z √(benchmark (1 − benchmark) / n). `sigma_adjustment` reaches
    /// the same by a quadratic.
    private func wilsonLimits(_ denominator: Double, _ deviate: Double, _ level: Double) -> FunnelLimits {
        let distance = deviate * (benchmark * (1 - benchmark) / denominator).squareRoot()
        return FunnelLimits(
            lower: max(0, benchmark - distance), upper: min(1, benchmark + distance), level: level)
    }

    /// The count c with P(c or fewer) = tail, on the continuous extension; 0 where even none is more likely.
    private static func lowCount(expected: Double, tail: Double) -> Double {
        guard RegularisedGamma.upper(shape: 1, expected) < tail else { return 0 }
        return bisected(0, expected) { RegularisedGamma.upper(shape: $0 + 1, expected) > tail }
    }

    /// The count c with P(c or more) = tail, on the continuous extension.
    private static func highCount(expected: Double, tail: Double) -> Double {
        var high = expected + 1
        while RegularisedGamma.lower(shape: high, expected) > tail { high += high }
        return bisected(0, high) { RegularisedGamma.lower(shape: $0, expected) < tail }
    }

    /// Where a predicate turns true between two ends, to the last digit.
    private static func bisected(_ low: Double, _ high: Double, isOver: (Double) -> Bool) -> Double {
        var low = low
        var high = high
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high, high - low > 1e-15 * high else { return middle }
            if isOver(middle) { high = middle } else { low = middle }
        }
    }
}
