/// Intervals for a proportion, as a fraction from 0 to 1.
public enum ProportionInterval {
    /// Wilson's score interval, the OHID choice for proportions.
    ///
    /// Source: E. B. Wilson, *JASA* 22 (1927), 209–212; OHID as for ``PoissonInterval/standard(count:level:)``. The
    /// numerator need not be whole (weighted surveys); it lies between 0 and the denominator, which is over 0.
    public static func wilson(
        numerator: Double, denominator: Double, level: Double = 0.95
    ) throws(StatisticsError) -> ConfidenceInterval {
        try checkProportion(numerator: numerator, denominator: denominator)
        let deviate = -normalQuantile(try tailProbability(outside: level))
        let rest = denominator - numerator
        let square = deviate * deviate
        let width = deviate * (square + 4 * numerator * (rest / denominator)).squareRoot()
        let divisor = 2 * (denominator + square)
        // The lower limit of p is one less the upper limit of 1 − p, and each limit is taken in the form that does
        // not subtract near-equal numbers, so that 0 of n gives exactly 0 and n of n exactly 1.
        let lower = numerator == 0 ? 0 : 2 * numerator * (numerator / denominator) / (2 * numerator + square + width)
        let upper = rest == 0 ? 1 : (2 * numerator + square + width) / divisor
        return ConfidenceInterval(lower: lower, upper: min(1, upper), level: level)
    }
}
