/// A weighted count of events, such as crimes by severity: Σw, and Σw², which tells how unevenly it is made up.
public struct WeightedSum: Hashable, Sendable {
    /// Σw over the events, in the weights' unit.
    public let sum: Double
    /// Σw² over the events, in the weights' unit squared.
    public let sumOfSquares: Double

    /// - Throws: Where either is not finite, negative, or zero without the other.
    public init(sum: Double, sumOfSquares: Double) throws(StatisticsError) {
        guard sum.isFinite, sumOfSquares.isFinite else { throw .notFinite }
        guard sum >= 0 else { throw .negative(sum) }
        guard sumOfSquares >= 0 else { throw .negative(sumOfSquares) }
        guard (sum == 0) == (sumOfSquares == 0) else {
            throw .weightsInconsistent(sum: sum, sumOfSquares: sumOfSquares)
        }
        self.sum = sum
        self.sumOfSquares = sumOfSquares
    }

    /// (Σw)² / Σw²: the number of equally weighted events whose sum would vary as much relative to its mean (Kish,
    /// *Survey Sampling*, 1965). Never over the number of events.
    public var effectiveCount: Double {
        sum == 0 ? 0 : sum * (sum / sumOfSquares)
    }
}
