import Measures
import Statistics

/// The exact test that a unit calls for: of two counts, of two rates with their exposures, of two proportions, or of two
/// weighted sums.
struct SignificanceTest {
    var unit: Unit
    var dispersion: Double
    /// Days of the current period over days of the earlier, where periods of unequal length are compared.
    var stretch: Double

    struct Outcome: Hashable {
        /// Two-sided.
        var pValue: Double
        /// Whether the current figure is the higher.
        var rises: Bool
    }

    /// The test of two observations with these counts; nil where it can't be made.
    func outcome(_ now: Observation, _ count: Double, _ before: Observation, _ baseCount: Double) -> Outcome? {
        switch unit {
        case .percent:
            guard let denominator = now.denominator, let baseDenominator = before.denominator,
                let test = try? ProportionComparison(
                    numerator: count, denominator: denominator, baseNumerator: baseCount,
                    baseDenominator: baseDenominator, dispersion: dispersion)
            else { return nil }
            return Outcome(pValue: test.pValue, rises: test.difference > 0)
        case .index:
            guard let weights = weighted(now), let baseWeights = weighted(before),
                let test = try? RateComparison(
                    weighted: weights, exposure: exposure(now) * stretch, base: baseWeights,
                    baseExposure: exposure(before), dispersion: dispersion)
            else { return nil }
            return rate(test)
        default:
            guard
                let test = try? RateComparison(
                    count: count, exposure: exposure(now) * stretch, baseCount: baseCount, baseExposure: exposure(before),
                    dispersion: dispersion)
            else { return nil }
            return rate(test)
        }
    }

    private func rate(_ test: RateComparison) -> Outcome {
        Outcome(pValue: test.pValue, rises: test.ratio.map { $0 > 1 } ?? (test.count > 0))
    }

    private func weighted(_ observation: Observation) -> WeightedSum? {
        guard let sum = observation.numerator, let squares = observation.sumOfSquaredWeights else { return nil }
        return try? WeightedSum(sum: sum, sumOfSquares: squares)
    }

    /// A rate's denominator; 1 for a plain count.
    private func exposure(_ observation: Observation) -> Double {
        switch unit {
        case .rate, .index: observation.denominator ?? 1
        default: 1
        }
    }
}
