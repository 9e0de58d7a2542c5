import Disclosure
import Measures

/// What the words and marks beside the figures of a table mean, said once in its caption, which a screen reader reads first.
struct FigureLegend {
    /// A line for each reason and each mark that the table holds: `Withheld: a small number, or one that would reveal a small number`.
    var lines: [String]

    /// - Parameters:
    ///   - reasons: those of the table's figures; nil where one is shown.
    ///   - marks: those beside its figures.
    init(_ reasons: some Sequence<WithholdingReason?>, marks: some Sequence<FigureMark> = []) {
        let found = Set(reasons.compactMap(\.self))
        let marked = Set(marks)
        lines =
            WithholdingReason.allCases.filter(found.contains).map { "\($0.cellWords): \($0.words)" }
            + FigureMark.allCases.filter(marked.contains).map { "\($0.words): \($0.meaning)" }
    }
}

/// What a reader should know of a figure beside its value.
enum FigureMark: CaseIterable {
    case provisional
    case rounded
    case notExact

    var words: String {
        switch self {
        case .provisional: "Provisional"
        case .rounded: "Rounded"
        case .notExact: "Not exact"
        }
    }

    /// For a legend.
    var meaning: String {
        switch self {
        case .provisional: "may still change as records come in"
        case .rounded: "for these readers, so sums and changes may not fit exactly"
        case .notExact: "the source rounded it, or not every record has its place, so the true figure is near it"
        }
    }
}

extension FigureMark {
    /// Those of a figure that is told.
    static func marks(of observation: Observation, isRounded: Bool) -> [FigureMark] {
        var marks: [FigureMark] = []
        if observation.provisional { marks.append(.provisional) }
        if isRounded { marks.append(.rounded) }
        if let bounds = observation.bounds, bounds.low < bounds.high { marks.append(.notExact) }
        return marks
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
