/// The two pieces from which Loader builds Poisson and binomial probabilities that keep their relative precision at
/// any count. The log gamma function itself does not appear: near 10⁷ it is about 10⁸, so that its difference from
/// other terms of that size would leave eight digits.
///
/// Source: C. Loader, *Fast and Accurate Computation of Binomial Probabilities* (2000), as in R's `dpois` and `dbinom`;
/// here for real arguments.
enum Saddlepoint {
    /// ln Γ(n + 1) − (n + ½) ln n + n − ½ ln 2π, for n > 0: what Stirling's formula leaves.
    ///
    /// From n = 10 the asymptotic series to seven terms (DLMF 5.11.1; the next is under 3·10⁻¹⁷), below it by
    /// upward recurrence.
    static func stirlingRemainder(_ n: Double) -> Double {
        var shifted = n
        var correction = 0.0
        while shifted < 10 {
            correction += (shifted + 0.5) * Elementary.logarithm(onePlus: 1 / shifted) - 1
            shifted += 1
        }
        let inverse = 1 / shifted
        let square = inverse * inverse
        var series = 1.0 / 156
        series = 691.0 / 360_360 - series * square
        series = 1.0 / 1_188 - series * square
        series = 1.0 / 1_680 - series * square
        series = 1.0 / 1_260 - series * square
        series = 1.0 / 360 - series * square
        series = 1.0 / 12 - series * square
        return series * inverse + correction
    }

    /// x ln(x / mean) + mean − x, half the deviance of `x` from `mean`; `difference` is x − mean, given apart because
    /// the caller often knows it better than the subtraction of two rounded numbers.
    static func halfDeviance(_ x: Double, mean: Double, difference: Double) -> Double {
        guard difference.magnitude < 0.1 * (x + mean) else {
            return x * Elementary.logarithm(x / mean) - difference
        }
        let ratio = difference / (x + mean)
        let square = ratio * ratio
        var sum = difference * ratio
        var power = 2 * x * ratio
        var divisor = 3.0
        while true {
            power *= square
            let next = sum + power / divisor
            if next == sum { return next }
            sum = next
            divisor += 2
        }
    }
}
