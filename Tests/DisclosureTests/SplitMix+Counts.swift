import Randomness

extension SplitMix {
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
