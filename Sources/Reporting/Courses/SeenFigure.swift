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

    /// `1,038`, `Missing`, `Withheld`: for a cell, beside a `FigureLegend`.
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

    /// What a reader should know of the figure beside its value, explained by a `FigureLegend`. That figures are made is said once for a table.
    var figureMarks: [FigureMark] {
        switch disclosed {
        case .withheld: []
        case .shown(let observation): FigureMark.marks(of: observation, isRounded: false)
        case .rounded(let observation): FigureMark.marks(of: observation, isRounded: true)
        }
    }

    var marks: [String] { figureMarks.map(\.words) }
}
