/// The smallest whole count that is over `base` × (1 + rise).
///
/// Over means over: 33 is not over 30 by 10%, in spite of 0.1's binary fraction, so a part in 10¹² is allowed for.
/// From a base of nothing every event is a rise over any bound.
func smallestCount(over rise: Double, base: Double) -> Double {
    (base * (1 + rise) * (1 + 1e-12)).rounded(.down) + 1
}
