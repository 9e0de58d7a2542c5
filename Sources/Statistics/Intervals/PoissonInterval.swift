/// Intervals for the number of events that would be expected, given the number observed. A rate's interval is this one
/// ``ConfidenceInterval/scaled(by:)`` its multiplier ÷ denominator.
///
/// All take a whole count from 0 to 10⁹ and a level strictly between 0 and 1, else they throw.
public enum PoissonInterval {
    /// The OHID choice: exact under 10 events, Byar's from 10.
    ///
    /// Source: OHID, *Public health data: technical guidance* (formerly PHE Technical Guide); R package
    /// PHEindicatormethods, `phe_rate`.
    public static func standard(count: Double, level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        count < 10 ? try exact(count: count, level: level) : try byar(count: count, level: level)
    }

    /// The exact interval: the means under which so many events or more, and so many or fewer, each have half of
    /// 1 − level as probability.
    ///
    /// Source: F. Garwood, *Biometrika* 28 (1936), 437–442. By quantiles of the gamma distribution.
    public static func exact(count: Double, level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        let count = try checkedCount(count)
        let tail = try tailProbability(outside: level)
        return ConfidenceInterval(
            lower: count == 0 ? 0 : RegularisedGamma.inverseLower(shape: count, probability: tail),
            upper: RegularisedGamma.inverseUpper(shape: count + 1, probability: tail),
            level: level)
    }

    /// Byar's approximation, by the cube of a normal deviate.
    ///
    /// Source: N. E. Breslow and N. E. Day, *Statistical Methods in Cancer Research*, volume II (IARC 1987), p. 69. Departure:
    /// where the cube for the lower limit is negative (no event, or one at 99.8%) the limit is zero, since no rate is less.
    public static func byar(count: Double, level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        let count = try checkedCount(count)
        let deviate = -normalQuantile(try tailProbability(outside: level))
        return ConfidenceInterval(
            lower: count == 0 ? 0 : max(0, cube(count, -deviate)),
            upper: cube(count + 1, deviate),
            level: level)
    }

    private static func cube(_ count: Double, _ deviate: Double) -> Double {
        let root = 1 - 1 / (9 * count) + deviate / (3 * count.squareRoot())
        return count * root * root * root
    }
}
