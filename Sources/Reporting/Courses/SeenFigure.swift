import Disclosure
import Measures

/// A figure as one reader sees it, in words.
struct SeenFigure {
    var period: Period
    var unit: Unit
    var disclosed: DisclosedObservation

    var observation: Observation? { disclosed.observation }
    var value: Double? { observation?.value }

    /// Why it is withheld; nil where it is shown.
    var reasonToWithhold: WithholdingReason? { disclosed.reasonToWithhold }

    /// `Withheld (a small number, or one that would reveal a small number)`, where no legend says why; else as `words`.
    var sentence: String { reasonToWithhold.map { "Withheld (\($0.words))" } ?? words }

    /// `1,038`, `Missing`, `Withheld`: for a cell, beside a `WithheldLegend`.
    var words: String { number { Quantity($0, unit).description } }

    /// The same without the words of the unit, for a table that names it.
    var number: String { number { Quantity($0, unit).number } }

    private func number(_ told: (Double) -> String) -> String {
        switch disclosed {
        case .withheld(let reason): reason.cellWords
        case .shown(let observation), .rounded(let observation):
            observation.value.map(told) ?? PlainText.sentence(observation.state.words)
        }
    }

    var isMade: Bool { observation?.made ?? false }

    /// What a reader should know of the figure beside its value. That figures are made is said once for a table.
    var marks: [String] {
        guard let observation else { return [] }
        var marks: [String] = []
        if observation.provisional { marks.append("Provisional") }
        if case .rounded = disclosed { marks.append("Rounded") }
        if observation.bounds.map({ $0.low < $0.high }) == true { marks.append("Not exact") }
        return marks
    }
}
