public import Measures

/// What an audience may see of counts: the small ones are withheld, the others may be rounded.
///
/// A count of zero is shown: it tells of nobody. A threshold of 1 hides nothing from a reader who knows it, since
/// whatever is withheld is then 1.
///
/// It judges one figure at a time; `PublishedFigures` holds all that an audience gets of a run together. Sums of money,
/// averages and weighted indices are withheld with the count behind them, and are not rounded here; of an index, `PublishedFigures`
/// tells only about what one event could make of it.
public struct DisclosurePolicy: Sendable, Hashable {
    /// Counts from 1 up to this are withheld; 0 withholds none.
    public var withholdUpTo: Int
    /// Counts are rounded to the nearest multiple of this, halves upwards; 1 rounds none.
    public var roundTo: Int
    /// A weighted index is withheld where one event could make up more than this share of it: 0.8 is 80%; nil withholds none
    /// for that.
    public var dominance: Double?

    public init(withholdUpTo: Int, roundTo: Int, dominance: Double? = nil) {
        self.withholdUpTo = max(0, withholdUpTo)
        self.roundTo = max(1, roundTo)
        self.dominance = dominance
    }

    /// Everything as it is.
    public static let open = DisclosurePolicy(withholdUpTo: 0, roundTo: 1)

    public var isOpen: Bool { withholdUpTo == 0 && roundTo == 1 && dominance == nil }

    /// Whether a count is too small to be told. A part of an event counts as an event.
    public func withholds(count: Double) -> Bool { count > 0 && count <= Double(withholdUpTo) }

    public func rounded(count: Double) -> Double {
        guard roundTo > 1 else { return count }
        return (count / Double(roundTo) + 0.5).rounded(.down) * Double(roundTo)
    }

    /// Whether by how much a figure was restated is small: then both of its values tell of few events.
    public func withholdsChange(from before: Observation, to after: Observation, unit: Unit) -> Bool {
        func change(_ count: (Observation) -> Double?) -> Double { abs((count(after) ?? 0) - (count(before) ?? 0)) }
        return withholds(count: change { $0.countBehind(unit) })
            || unit == .percent && withholds(count: change { ($0.denominator ?? 0) - ($0.numerator ?? 0) })
    }

    /// Whether one event could make up more than the stated share of a sum of weights. No weight is greater than the root of
    /// the sum of all squares, so that root over the sum is the most that one could make up.
    func isDominated(sum: Double, squares: Double) -> Bool {
        guard let dominance, sum > 0, squares > 0 else { return false }
        return squares.squareRoot() / sum > dominance
    }
}
