/// A stream of numbers that is the same each time.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Events that come at random, so many on average: a small number.
    mutating func count(around mean: Double) -> Int {
        var (events, chance) = (0, Double.random(in: 0..<1, using: &self))
        let limit = Double.exp(-mean)
        while chance > limit, events < 400 {
            chance *= Double.random(in: 0..<1, using: &self)
            events += 1
        }
        return events
    }
}

extension Double {
    fileprivate static func exp(_ exponent: Double) -> Double {
        // The series is enough for the small numbers of a test.
        var (term, sum) = (1.0, 1.0)
        for place in 1..<120 {
            term *= exponent / Double(place)
            sum += term
        }
        return sum
    }
}
