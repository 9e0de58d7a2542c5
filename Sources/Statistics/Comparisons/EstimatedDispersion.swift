/// The variance of counts over their mean, told from counts of periods (or areas) that share one rate: Pearson's X² over its
/// degrees of freedom. Under 1 where they vary by less than chance; whoever widens an interval by it takes at least 1.
///
/// A trend or season in the counts is taken for dispersion, which errs on the side of caution.
///
/// Source: P. McCullagh and J. A. Nelder, *Generalized Linear Models* (2nd edition, 1989), §6.2.3; as the dispersion of R's
/// `glm(counts ~ 1 + offset(log(exposures)), family = quasipoisson)`.
///
/// - Parameters:
///   - counts: Whole; nil where one is missing, which takes no part.
///   - exposures: Over 0, one for each count; nil where all are equal.
/// - Throws: ``StatisticsError/tooFewValues(_:)`` under two counts, ``StatisticsError/noEvents`` where all are 0, and for
///   counts and exposures that are none.
public func estimatedDispersion(
    of counts: [Double?], exposures: [Double]? = nil
) throws(StatisticsError) -> Double {
    if let exposures, exposures.count != counts.count { throw .lengthsDiffer(counts.count, exposures.count) }
    var events = 0.0
    var total = 0.0
    var number = 0
    for (place, count) in counts.enumerated() {
        guard let count else { continue }
        events += try checkedCount(count)
        total += try checkedExposure(exposures?[place] ?? 1)
        number += 1
    }
    guard number >= 2 else { throw .tooFewValues(number) }
    guard events > 0 else { throw .noEvents }
    var squares = 0.0
    for (place, count) in counts.enumerated() {
        guard let count else { continue }
        let expected = events * ((exposures?[place] ?? 1) / total)
        squares += (count - expected) * (count - expected) / expected
    }
    return squares / Double(number - 1)
}
