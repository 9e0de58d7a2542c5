/// The bounds for a count whose mean is fitted.
///
/// Source: `algo.farrington.threshold.farrington` and `algo.farrington.threshold.noufaily` of the R package surveillance.
struct SeasonalPrediction {
    var mean: Double
    /// The standard error of the fitted mean's logarithm.
    var errorOfLogarithm: Double
    var dispersion: Double

    struct Bounds {
        var lower: Double
        var upper: Double
        var chanceOfMore: Double
        var chanceOfFewer: Double
    }

    func bounds(
        _ threshold: SeasonalDetector.Threshold, alpha: Double, observed: Double
    ) throws(StatisticsError) -> Bounds {
        switch threshold {
        case .power(let power):
            return normalBounds(exponent: power.exponent, alpha, observed)
        case .negativeBinomial:
            return try countBounds(mean: mean, alpha, observed)
        case .negativeBinomialOfUpperMean:
            let shift = normalQuantile(1 - alpha) * errorOfLogarithm
            return try countBounds(mean: mean * Elementary.exponential(shift), alpha, observed)
        }
    }

    private func normalBounds(exponent: Double, _ alpha: Double, _ observed: Double) -> Bounds {
        let error = mean * errorOfLogarithm
        let inflation = dispersion + error * error / mean
        // (d mean^e / d mean)² × variance, variance being mean × inflation.
        let deviation = exponent * (Elementary.power(mean, 2 * exponent - 1) * inflation).squareRoot()
        let centre = Elementary.power(mean, exponent)
        let distance = normalQuantile(1 - alpha) * deviation
        let score = (Elementary.power(observed, exponent) - centre) / deviation
        return Bounds(
            lower: Elementary.power(max(0, centre - distance), 1 / exponent),
            upper: Elementary.power(centre + distance, 1 / exponent),
            chanceOfMore: normalDistribution(-score), chanceOfFewer: normalDistribution(score))
    }

    private func countBounds(mean: Double, _ alpha: Double, _ observed: Double) throws(StatisticsError) -> Bounds {
        guard mean <= largestCount else { throw .noConvergence }
        let counts = OverdispersedCount(mean: mean, dispersion: dispersion)
        return Bounds(
            lower: counts.quantile(alpha), upper: counts.quantile(1 - alpha),
            chanceOfMore: counts.orMore(observed), chanceOfFewer: counts.orFewer(observed))
    }
}
