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
    /// A probability, a proportion or a rate of discovery is not within 0 to 1.
    case probabilityOutOfRange(Double)
    /// A dispersion is below one: less spread than chance alone gives is not credited.
    case dispersionBelowOne(Double)
    /// Σw and Σw² do not belong together: one of them is zero and the other is not.
    case weightsInconsistent(sum: Double, sumOfSquares: Double)
    /// A relative rise, as a fraction (0.1 is 10%), is negative.
    case riseNegative(Double)
    /// There is no event to judge by: no weight is known, or a history or a benchmark is of nothing.
    case noEvents
    /// There are fewer events than the method is published for.
    case tooFewEvents(Double, floor: Double)
    /// There are fewer areas than a spread between areas can be told from.
    case tooFewAreas(Int, floor: Int)
    /// A series does not reach back as far as the method looks.
    case historyTooShort(periods: Int, needed: Int)
    /// Too many periods of the reference windows are missing for the model's coefficients.
    case tooFewReferencePeriods(Int, needed: Int)
    /// An iteration did not settle.
    case noConvergence
    /// Lists that belong together differ in length.
    case lengthsDiffer(Int, Int)
    /// A setting of a method is out of its range; the name is the parameter's.
    case settingOutOfRange(String)
    /// A process-control chart has no two successive values, hence no moving range.
    case tooFewValues(Int)
}
