import Measures
import RuleLanguage

extension YearChange {
    /// One or none: `+3.5%`, `−2 points`.
    var sizeWords: [String] { size.map { [$0.description] } ?? [] }

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
    /// In the cell of a table; `explanation` says more.
    var words: String {
        switch self {
        case .noFigure: "no figure"
        case .withheld: "withheld"
        case .rounded: "rounded"
        case .noCounts: "no counts"
        case .isChange: "a change itself"
        case .countedOtherwise(let month): "counted otherwise from \(month.title)"
        case .borderline: "borderline"
        }
    }

    /// What the words of a cell mean, once for a report; nil where they say it themselves.
    var explanation: String? {
        switch self {
        case .noFigure: "one of the two years has no figure"
        case .withheld: "one of the two figures is withheld from this report's readers"
        case .rounded: "these readers see rounded figures, and the test is made of exact ones"
        case .noCounts:
            "no events are counted behind the figure, as of a stock, an average or a sum of money, so nobody can tell how far chance reaches"
        case .isChange: "the figure tells a change, and a change of it is tested by nothing"
        case .countedOtherwise: nil
        case .borderline: "the part that the source rounded away decides"
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
