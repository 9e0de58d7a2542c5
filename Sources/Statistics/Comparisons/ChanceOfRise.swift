/// The chance that one Poisson count is over (1 + rise) times another of the same mean: how often a rule "rises over
/// 10%" without a guard speaks when nothing has changed. At a mean of 20 it is 38%, at 100 25%, at 800 3%.
///
/// Summed exactly over both counts within ten standard deviations and thirty events of the mean; what lies beyond is
/// under 10⁻²⁰. From a count of 0 any event is a rise over every bound.
///
/// - Parameters:
///   - rise: As a fraction: 0.1 is 10%; at least 0.
///   - mean: Expected events in each of the two periods, 0 up to 10⁹.
public func chanceOfRise(over rise: Double, base mean: Double) throws(StatisticsError) -> Double {
    let rise = try checkedRise(rise)
    let mean = try checkedAmount(mean)
    let reach = 10 * mean.squareRoot() + 30
    let lowest = max(0, (mean - reach).rounded(.down))
    let highest = (mean + reach).rounded(.up)

    // Downwards, so that the chance of a count at or over the bound only ever gains positive terms.
    var bound = highest
    var chanceFromBound = 0.0
    var total = 0.0
    var baseCount = highest
    while baseCount >= lowest {
        let needed = max(smallestCount(over: rise, base: baseCount), lowest)
        while bound > needed {
            bound -= 1
            chanceFromBound += poissonDensity(bound, mean: mean)
        }
        if chanceFromBound > 0 { total += poissonDensity(baseCount, mean: mean) * chanceFromBound }
        baseCount -= 1
    }
    return min(1, total)
}
