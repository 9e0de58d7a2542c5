import Disclosure

/// Why figures of a table are withheld, said once beside it, so that its cells need a word or two.
struct WithheldLegend {
    /// A line for each reason that the table holds: `Withheld: a small number, or one that would reveal a small number`.
    var lines: [String]

    /// - Parameter reasons: those of the table's figures; nil where one is shown.
    init(_ reasons: some Sequence<WithholdingReason?>) {
        let found = Set(reasons.compactMap(\.self))
        lines = WithholdingReason.allCases.filter(found.contains).map { "\($0.cellWords): \($0.words)" }
    }
}

extension WithholdingReason {
    /// What stands in a cell; different for each reason, so that the legend can tell them apart.
    var cellWords: String {
        switch self {
        case .smallCount: "Withheld"
        case .unknownCount: "Withheld, size unknown"
        case .dominance: "Withheld, one event"
        case .crossingArea: "Withheld, crossing area"
        }
    }
}
