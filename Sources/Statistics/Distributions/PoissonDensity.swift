/// mean^x e^(−mean) / Γ(x + 1): the probability of `x` events where `mean` are expected, for real x ≥ 0 and mean ≥ 0.
///
/// Loader's saddle-point form (see ``Saddlepoint``).
func poissonDensity(_ x: Double, mean: Double) -> Double {
    guard mean > 0 else { return x == 0 ? 1 : 0 }
    guard x > 0 else { return Elementary.exponential(-mean) }
    let exponent = Saddlepoint.stirlingRemainder(x) + Saddlepoint.halfDeviance(x, mean: mean, difference: x - mean)
    return Elementary.exponential(-exponent) / (2 * Double.pi * x).squareRoot()
}
