/// p^x q^y Γ(x + y + 1) / (Γ(x + 1) Γ(y + 1)): the probability of `x` successes and `y` failures, for real x, y ≥ 0.
///
/// `probability` and `complement` sum to one and are both given, so that neither loses digits near zero. Loader's
/// saddle-point form (see ``Saddlepoint``).
func binomialDensity(_ x: Double, _ y: Double, probability: Double, complement: Double) -> Double {
    let trials = x + y
    guard x > 0 else { return power(of: complement, beside: probability, exponent: trials) }
    guard y > 0 else { return power(of: probability, beside: complement, exponent: trials) }
    guard probability > 0, complement > 0 else { return 0 }
    let expected = trials * probability
    let expectedOther = trials * complement
    // Fused, because near the mean the difference is far smaller than the product's rounding.
    let difference = x.addingProduct(-trials, probability)
    let differenceOther = y.addingProduct(-trials, complement)
    let exponent =
        Saddlepoint.stirlingRemainder(x) + Saddlepoint.stirlingRemainder(y) - Saddlepoint.stirlingRemainder(trials)
        + Saddlepoint.halfDeviance(x, mean: expected, difference: difference)
        + Saddlepoint.halfDeviance(y, mean: expectedOther, difference: differenceOther)
    return Elementary.exponential(-exponent) * (trials / (2 * Double.pi * x * y)).squareRoot()
}

private func power(of base: Double, beside complement: Double, exponent: Double) -> Double {
    guard exponent > 0 else { return 1 }
    let logarithm = complement < 0.5 ? Elementary.logarithm(onePlus: -complement) : Elementary.logarithm(base)
    return Elementary.exponential(exponent * logarithm)
}
