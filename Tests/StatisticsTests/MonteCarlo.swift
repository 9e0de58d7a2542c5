import Foundation

/// Random counts by a fixed seed, the same on every machine: xoshiro256++ (D. Blackman and S. Vigna, 2019), seeded by
/// splitmix64.
struct MonteCarlo: RandomNumberGenerator {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    init(seed: UInt64) {
        var seed = seed
        func next() -> UInt64 {
            seed &+= 0x9e37_79b9_7f4a_7c15
            var z = seed
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
        state = (next(), next(), next(), next())
    }

    mutating func next() -> UInt64 {
        func turned(_ x: UInt64, _ by: UInt64) -> UInt64 { (x << by) | (x >> (64 - by)) }
        let result = turned(state.0 &+ state.3, 23) &+ state.0
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = turned(state.3, 45)
        return result
    }

    /// Between 0 and 1.
    mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }
}

/// A distribution of whole numbers to draw from, by its cumulative probabilities: a draw is a search in a table.
struct CountTable {
    private let first: Int
    private let cumulative: [Double]
    /// The place from which each hundredth of the probability is sought.
    private let starts: [Int]

    /// - Parameter weights: Proportional to the probabilities of `first`, `first` + 1, …
    init(first: Int, weights: [Double]) {
        self.first = first
        let total = weights.reduce(0, +)
        var sum = 0.0
        cumulative = weights.map { weight in
            sum += weight
            return sum / total
        }
        var starts: [Int] = []
        var place = 0
        for hundredth in 0..<100 {
            while place < cumulative.count - 1, cumulative[place] < Double(hundredth) / 100 { place += 1 }
            starts.append(place)
        }
        self.starts = starts
    }

    static func poisson(_ mean: Double) -> CountTable {
        let reach = 9 * mean.squareRoot() + 15
        let first = max(0, Int(mean - reach))
        let weights = (first...Int(mean + reach)).map { count -> Double in
            let k = Double(count)
            return exp(k * log(mean) - mean - lgamma(k + 1))
        }
        return CountTable(first: first, weights: weights)
    }

    static func binomial(_ trials: Int, _ probability: Double) -> CountTable {
        let n = Double(trials)
        let odds = log(probability / (1 - probability))
        let weights = (0...trials).map { successes -> Double in
            let k = Double(successes)
            return exp(k * odds - lgamma(k + 1) - lgamma(n - k + 1) + lgamma(n + 1) + n * log(1 - probability))
        }
        return CountTable(first: 0, weights: weights)
    }

    func draw(_ random: inout MonteCarlo) -> Int {
        let share = random.uniform()
        var place = starts[Int(share * 100)]
        while place < cumulative.count - 1, cumulative[place] < share { place += 1 }
        return first + place
    }
}

/// Answers for counts that come again and again, worked out once each.
struct Remembered<Key: Hashable, Value> {
    private var answers: [Key: Value] = [:]

    mutating func value(_ key: Key, _ answer: () throws -> Value) rethrows -> Value {
        if let known = answers[key] { return known }
        let value = try answer()
        answers[key] = value
        return value
    }
}
