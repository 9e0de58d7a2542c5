/// Why a figure is withheld from an audience.
public enum WithholdingReason: String, Sendable, Hashable, CaseIterable {
    /// A count that it is made of is small, or would let a small one be worked out from the other figures. Which of the two,
    /// a reader is not told: two areas of together 8 that are both known to be small, where small is up to 4, are known.
    case smallCount
    /// Nothing says how large the counts behind the figure are.
    case unknownCount
    /// One event could make up most of it.
    case dominance
    /// The area lies across others that are told, so its figures and theirs would tell of parts that are told nowhere.
    case crossingArea

    /// What stands in the place of a figure.
    public static let marker = "[withheld]"

    /// For a reader.
    public var words: String {
        switch self {
        case .smallCount: "a small number, or one that would reveal a small number"
        case .unknownCount: "the number of events behind it is not known"
        case .dominance: "one event could make up most of it"
        case .crossingArea: "its area lies across other areas that are told"
        }
    }
}
