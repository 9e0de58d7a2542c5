public import Measures

/// What an audience may see of counts: the small ones are withheld, the others may be rounded.
///
/// A count of zero is shown: it tells of nobody. A threshold of 1 hides nothing from a reader who knows it, since
/// whatever is withheld is then 1.
///
/// What this does not do yet: it judges one figure, or the parts of one whole, at a time. It does not hold a list, a chart
/// or an edition of last month against each other, so a figure that follows from several published ones (a rolling year
/// from the one before and two months, a ward from two overlapping plan areas) is not seen here. Sums of money, averages and
/// weighted indices are withheld with the count behind them, and are not rounded.
public struct DisclosurePolicy: Sendable, Hashable {
    /// Counts from 1 up to this are withheld; 0 withholds none.
    public var withholdUpTo: Int
    /// Counts are rounded to the nearest multiple of this, halves upwards; 1 rounds none.
    public var roundTo: Int

    public init(withholdUpTo: Int, roundTo: Int) {
        self.withholdUpTo = max(0, withholdUpTo)
        self.roundTo = max(1, roundTo)
    }

    /// Everything as it is.
    public static let open = DisclosurePolicy(withholdUpTo: 0, roundTo: 1)

    public var isOpen: Bool { withholdUpTo == 0 && roundTo == 1 }

    /// Whether a count is too small to be told. A part of an event counts as an event.
    public func withholds(count: Double) -> Bool { count > 0 && count <= Double(withholdUpTo) }

    public func rounded(count: Double) -> Double {
        guard roundTo > 1 else { return count }
        return (count / Double(roundTo) + 0.5).rounded(.down) * Double(roundTo)
    }

    /// The first reason for which a figure that rests on all of these observations may not be told; nil where it may. A
    /// change is withheld where either of its ends is.
    public func reasonToWithhold(
        _ observations: some Sequence<Observation>, unit: Unit, isPublished: Bool = false
    ) -> WithholdingReason? {
        for observation in observations {
            if case .withheld(let reason) = disclosed(observation, unit: unit, isPublished: isPublished) { return reason }
        }
        return nil
    }
}

/// Why a figure is withheld from an audience.
public enum WithholdingReason: String, Sendable, Hashable, CaseIterable {
    /// The figure, or a count that it is made of, is small.
    case smallCount
    /// Nothing says how large the counts behind the figure are.
    case unknownCount
    /// Another part of the same whole is withheld, and could be had by subtraction.
    case protectsOthers

    /// What stands in the place of a figure.
    public static let marker = "[withheld]"

    /// For a reader.
    public var words: String {
        switch self {
        case .smallCount: "small number"
        case .unknownCount: "the number of events behind it is not known"
        case .protectsOthers: "it would reveal another small number"
        }
    }
}
