/// Why a statistic cannot be had. Every function of this target returns a finite answer (or a documented infinite
/// bound) or throws one of these; none returns NaN.
public enum StatisticsError: Error, Hashable, Sendable {
    /// An argument is NaN or infinite.
    case notFinite
    /// A quantity that is at least zero by its meaning is below it.
    case negative(Double)
    /// A count of events has a fractional part.
    case notACount(Double)
    /// A count of events is over the bound, up to which the methods are exact and their work small.
    case countTooLarge(Double, bound: Double)
    /// A denominator is zero or negative.
    case denominatorNotPositive(Double)
    /// An exposure (population, person-years, traffic, days) is zero or negative.
    case exposureNotPositive(Double)
    /// A proportion's numerator is over its denominator.
    case numeratorOverDenominator(numerator: Double, denominator: Double)
    /// A confidence level does not lie strictly between 0 and 1.
    case levelOutOfRange(Double)
    /// A dispersion is below one: less spread than chance alone gives is not credited.
    case dispersionBelowOne(Double)
    /// Σw and Σw² do not belong together: one of them is zero and the other is not.
    case weightsInconsistent(sum: Double, sumOfSquares: Double)
    /// A relative rise, as a fraction (0.1 is 10%), is negative.
    case riseNegative(Double)
    /// A process-control chart has no two successive values, hence no moving range.
    case tooFewValues(Int)
}
