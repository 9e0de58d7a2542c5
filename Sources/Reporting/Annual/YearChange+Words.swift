import Measures
import RuleLanguage

extension YearChange {
    /// `+3.5%`, `−2 points`; nothing where it is not known.
    var sizeWords: String { size.map(\.description) ?? "–" }

    /// For programs.
    var code: String {
        switch chance {
        case .beyondChance: "beyond-chance"
        case .withinChance: "within-chance"
        case .notTested: "not-tested"
        }
    }

    /// Why it was not tested, for programs.
    var reasonCode: String {
        guard case .notTested(let reason) = chance else { return "" }
        return switch reason {
        case .noFigure: "no-figure"
        case .withheld: "withheld"
        case .rounded: "rounded"
        case .noCounts: "no-counts"
        case .isChange: "is-change"
        case .countedOtherwise: "counted-otherwise"
        case .borderline: "borderline"
        }
    }

    /// Which test was made, for programs.
    static func testCode(of unit: Unit) -> String {
        switch unit {
        case .percent: "two-shares"
        case .index: "two-weighted-counts"
        default: "two-counts"
        }
    }
}

extension YearChange.Reason {
    var words: String {
        switch self {
        case .noFigure: "a figure is not there"
        case .withheld: "a figure is withheld"
        case .rounded: "figures are rounded for these readers"
        case .noCounts: "no events are counted behind it"
        case .isChange: "it is a change itself"
        case .countedOtherwise(let month): "counted otherwise from \(month.title)"
        case .borderline: "its source's rounding decides"
        }
    }
}

extension MeasuresView.Sign {
    /// Whether a year's change is within chance: by word and shape, and by colour where one way is better.
    init(_ change: YearChange) {
        switch (change.chance, change.isBetter) {
        case (.withinChance, _): self.init(signShape: "○", signWord: "Within chance", signClass: "rag-unknown")
        case (.beyondChance, true): self.init(signShape: "▲", signWord: "Better, beyond chance", signClass: "rag-green")
        case (.beyondChance, false): self.init(signShape: "▼", signWord: "Worse, beyond chance", signClass: "rag-red")
        case (.beyondChance, nil): self.init(signShape: "◆", signWord: "Beyond chance", signClass: "rag-unknown")
        case (.notTested(let reason), _):
            self.init(signShape: "–", signWord: "Not tested: \(reason.words)", signClass: "rag-unknown")
        }
    }
}
