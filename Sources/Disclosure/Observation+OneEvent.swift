import Foundation
import Measures

extension Observation {
    /// A sum of weights, or what is made of one, rounded to the nearest 1, 2 or 5 times a power of ten that is no less than what one
    /// event could make of it: the counts that were weighed can't be read off its digits. Nil where it states no weights.
    ///
    /// No weight is greater than the root of the sum of all squares.
    var roundedByOneEvent: Double? {
        guard let value, value > 0, let squares = sumOfSquaredWeights, squares > 0, let sum = numerator ?? self.value, sum > 0
        else { return nil }
        let most = value * squares.squareRoot() / sum
        let power = pow(10, log10(most).rounded(.down))
        let step = ([1, 2, 5].map { $0 * power }).first { $0 >= most } ?? 10 * power
        return max(1, (value / step).rounded()) * step
    }

    /// With a rounded value, which has no bounds.
    func rounded(to value: Double) -> Observation {
        var told = self
        told.value = value
        told.bounds = nil
        return told
    }
}
