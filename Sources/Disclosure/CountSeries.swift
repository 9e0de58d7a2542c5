import Measures

/// The counts behind one area's figures, base period by base period: what a reader could learn of people.
struct CountSeries: Sendable {
    /// The events; of a percentage its numerator.
    let counts: RunningSums
    /// Of a percentage what its denominator holds beside the numerator; nil of everything else.
    let rests: RunningSums?
    /// The base periods whose figure states no count, though there is one.
    private let unknown: RunningSums
    /// Of a weighted index its weights and their squares.
    private let weights: (sums: [Double], squares: [Double])?

    /// - Parameter observations: one for each base period. What is not there counts for nothing: no page tells it.
    init(_ observations: [Observation], unit: Unit) {
        var counts: [Int] = []
        var rests: [Int] = []
        var unknown: [Int] = []
        var weights: [Double] = []
        var squares: [Double] = []
        for observation in observations {
            let told = observation.state == .reported && observation.value != nil
            let count = told ? observation.countBehind(unit) : nil
            let whole = told && unit == .percent ? observation.denominator : nil
            unknown.append(told && (count == nil || unit == .percent && whole == nil) ? 1 : 0)
            counts.append(wholeCount(count ?? 0))
            rests.append(max(0, wholeCount(whole ?? 0) - wholeCount(count ?? 0)))
            weights.append(told ? observation.numerator ?? observation.value ?? 0 : 0)
            squares.append(told ? observation.sumOfSquaredWeights ?? 0 : 0)
        }
        self.counts = RunningSums(counts)
        self.rests = unit == .percent ? RunningSums(rests) : nil
        self.unknown = RunningSums(unknown)
        self.weights = unit == .index ? (weights, squares) : nil
    }

    /// - Parameters:
    ///   - counts: one for each base period; nil where there is a figure that states none.
    ///   - rests: what the records around them hold beside them; nil where there are none around.
    init(counts: [Int?], rests: [Int]?) {
        self.counts = RunningSums(counts.map { $0 ?? 0 })
        self.rests = rests.map(RunningSums.init)
        unknown = RunningSums(counts.map { $0 == nil ? 1 : 0 })
        weights = nil
    }

    /// What a whole has in none of its parts. Where these have more than it, as different people who are counted in each, that is
    /// taken to be nothing.
    init(of whole: CountSeries, inNoneOf parts: [CountSeries]) {
        func left(of whole: RunningSums, beside parts: [RunningSums]) -> RunningSums {
            RunningSums(whole.indices.map { period in max(0, parts.reduce(whole[period]) { $0 - $1[period] }) })
        }
        counts = left(of: whole.counts, beside: parts.map(\.counts))
        rests = whole.rests.map { left(of: $0, beside: parts.compactMap(\.rests)) }
        unknown = RunningSums(whole.counts.indices.map { _ in 0 })
        weights = nil
    }

    /// Whether what lies between two boundaries may be told as one figure.
    func mayBeTold(from start: Int, to end: Int, under policy: DisclosurePolicy) -> Bool {
        guard unknown[start, end] == 0, !policy.withholds(count: counts[start, end]) else { return false }
        if let rests, policy.withholds(count: rests[start, end]) { return false }
        guard let weights else { return true }
        return !policy.isDominated(
            sum: weights.sums[start..<end].reduce(0, +), squares: weights.squares[start..<end].reduce(0, +))
    }

    /// Whether there is a small count between two boundaries.
    func holdsSmall(from start: Int, to end: Int, under policy: DisclosurePolicy) -> Bool {
        policy.withholds(count: counts[start, end]) || rests.map { policy.withholds(count: $0[start, end]) } ?? false
    }
}

/// A part of an event counts as an event.
func wholeCount(_ count: Double) -> Int { count > 0 ? Int(min(count, 1e12).rounded(.up)) : 0 }

extension Observation {
    /// The events behind a figure; nil where it states none.
    func countBehind(_ unit: Unit) -> Double? {
        switch unit {
        case .count: value
        case .percent: numerator
        case .rate: count ?? numerator
        case .index: count
        case .change, .points, .money, .days: count ?? denominator
        }
    }
}

extension DisclosurePolicy {
    func withholds(count: Int) -> Bool { count > 0 && count <= withholdUpTo }
}
