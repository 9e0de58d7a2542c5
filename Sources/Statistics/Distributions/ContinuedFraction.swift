/// b₀ + a₁/(b₁ + a₂/(b₂ + …)), evaluated forwards.
///
/// Modified Lentz method (Thompson and Barnett 1986; *Numerical Recipes* §5.2). `next(m)` gives aₘ and bₘ for m = 1, 2, …
@inline(__always)
func continuedFraction(_ first: Double, next: (Double) -> (numerator: Double, denominator: Double)) -> Double {
    let tiny = 1e-300
    var value = first == 0 ? tiny : first
    var ratio = value
    var inverse = 0.0
    var index = 1.0
    // Both uses settle within a few square roots of their largest parameter, which is bounded.
    while index < 1e7 {
        let term = next(index)
        inverse = term.denominator + term.numerator * inverse
        if inverse == 0 { inverse = tiny }
        inverse = 1 / inverse
        ratio = term.denominator + term.numerator / ratio
        if ratio == 0 { ratio = tiny }
        let factor = ratio * inverse
        value *= factor
        if (factor - 1).magnitude <= Double.ulpOfOne { break }
        index += 1
    }
    return value
}
