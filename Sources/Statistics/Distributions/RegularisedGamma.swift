/// The regularised incomplete gamma functions P and Q = 1 − P: P(k, μ) is the probability of k or more events where μ are
/// expected.
///
/// Series (DLMF 8.11.4) below shape + 1, continued fraction (DLMF 8.9.2) above, both behind a saddle-point density;
/// relative precision better than 10⁻¹² for shapes up to 10⁷ within the levels in use.
enum RegularisedGamma {
    static func lower(shape: Double, _ x: Double) -> Double {
        guard x > 0 else { return 0 }
        return x < shape + 1 ? series(shape, x) : 1 - fraction(shape, x)
    }

    static func upper(shape: Double, _ x: Double) -> Double {
        guard x > 0 else { return 1 }
        return x < shape + 1 ? 1 - series(shape, x) : fraction(shape, x)
    }

    /// The x at which P(shape, x) = `probability`.
    static func inverseLower(shape: Double, probability: Double) -> Double {
        // Of a part of an event, P is a power of x near 0, and under about 0.005 its quantile is under the smallest number
        // there is.
        if shape < 1, leadingPower(shape: shape, probability: probability) < 1e-290 { return 0 }
        return inverse(shape: shape, probability: probability, deviate: normalQuantile(probability), sign: 1, tail: lower)
    }

    /// The x at which Q(shape, x) = `probability`.
    static func inverseUpper(shape: Double, probability: Double) -> Double {
        inverse(shape: shape, probability: probability, deviate: -normalQuantile(probability), sign: -1, tail: upper)
    }

    private static func series(_ shape: Double, _ x: Double) -> Double {
        var term = 1.0
        var sum = 1.0
        var divisor = shape + 1
        while true {
            term *= x / divisor
            let next = sum + term
            if next == sum { break }
            sum = next
            divisor += 1
        }
        return poissonDensity(shape, mean: x) * sum
    }

    private static func fraction(_ shape: Double, _ x: Double) -> Double {
        let value = continuedFraction(x + 1 - shape) { index in
            (index * (shape - index), x + 1 - shape + 2 * index)
        }
        return poissonDensity(shape, mean: x) * shape / value
    }

    /// The x at which the first term of the series for P, x^shape / Γ(shape + 1), is `probability`.
    private static func leadingPower(shape: Double, probability: Double) -> Double {
        let logarithmOfGamma =
            Saddlepoint.stirlingRemainder(shape) + (shape + 0.5) * Elementary.logarithm(shape) - shape
            + 0.5 * Elementary.logarithm(2 * Double.pi)
        return Elementary.exponential((Elementary.logarithm(probability) + logarithmOfGamma) / shape)
    }

    /// Newton's method on the logarithm of the tail against the logarithm of x. The logarithm of a gamma variable has
    /// a log-concave density, so both tails are log-concave there and the iteration converges from any start; the
    /// start is Wilson and Hilferty's cube (1931).
    private static func inverse(
        shape: Double, probability: Double, deviate: Double, sign: Double, tail: (Double, Double) -> Double
    ) -> Double {
        let root = 1 - 1 / (9 * shape) + deviate / (3 * shape.squareRoot())
        var x = shape * max(root * root * root, 1e-3 / shape)
        if shape < 1, sign > 0 { x = min(x, leadingPower(shape: shape, probability: probability)) }
        for _ in 0..<200 {
            let value = tail(shape, x)
            let slope = sign * shape * poissonDensity(shape, mean: x) / value
            let step = Elementary.logarithm(value / probability) / slope
            let bounded = min(max(step, -1), 1)
            x *= Elementary.exponential(-bounded)
            if bounded.magnitude * (shape + 1).squareRoot() < 1e-8 { break }
        }
        return x
    }
}
