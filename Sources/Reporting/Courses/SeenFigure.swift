import Disclosure
import Measures

/// A figure as one reader sees it, in words.
struct SeenFigure {
    var period: Period
    var unit: Unit
    var disclosed: DisclosedObservation

    var observation: Observation? { disclosed.observation }
    var value: Double? { observation?.value }

    /// `1,038`, `Missing`, `Withheld (small number)`.
    var words: String { number { Quantity($0, unit).description } }

    /// The same without the words of the unit, for a table that names it.
    var number: String { number { Quantity($0, unit).number } }

    private func number(_ told: (Double) -> String) -> String {
        switch disclosed {
        case .withheld(let reason): "Withheld (\(reason.words))"
        case .shown(let observation), .rounded(let observation):
            observation.value.map(told) ?? PlainText.sentence(observation.state.words)
        }
    }

    var isMade: Bool { observation?.made ?? false }

    /// What a reader should know of the figure beside its value; that it is made too.
    var allMarks: [String] { (isMade ? [AlertView.madeMark] : []) + marks }

    /// The same for a table that says of all its figures whether any is made.
    var marks: [String] {
        guard let observation else { return [] }
        var marks: [String] = []
        if observation.provisional { marks.append("Provisional") }
        if case .rounded = disclosed { marks.append("Rounded") }
        if observation.bounds.map({ $0.low < $0.high }) == true { marks.append("Not exact") }
        return marks
    }
}
