extension RandomStream {
    /// A Poisson count with the given mean, by inversion. Means of up to about 500 keep e^(−mean) a normal number.
    mutating func poisson(mean: Double) -> Int {
        precondition((0...500).contains(mean), "the mean must lie between 0 and 500")
        var left = fraction()
        var probability = exponentialOfNegative(mean)
        var count = 0
        while left >= probability, probability > 0 {
            left -= probability
            count += 1
            probability *= mean / Double(count)
        }
        return count
    }

    /// How many of the trials succeed, where each does in so many cases of a hundred, by inversion.
    mutating func binomial(trials: Int, percent: Int) -> Int {
        precondition((1...99).contains(percent), "the share must lie strictly between 0 and 100")
        let odds = Double(percent) / Double(100 - percent)
        var probability = 1.0
        for _ in 0..<trials { probability *= Double(100 - percent) / 100 }
        var left = fraction()
        var count = 0
        while left >= probability, count < trials {
            left -= probability
            probability *= odds * Double(trials - count) / Double(count + 1)
            count += 1
        }
        return count
    }

    /// e^(−x) by Taylor's series of e^(x/1024), squared ten times and inverted.
    ///
    /// The platform's own function may differ in the last bit from one library to the next; a committed file must not.
    private func exponentialOfNegative(_ x: Double) -> Double {
        let small = x / 1024
        var term = 1.0
        var sum = 1.0
        for power in 1...12 {
            term *= small / Double(power)
            sum += term
        }
        for _ in 0..<10 { sum *= sum }
        return 1 / sum
    }
}
