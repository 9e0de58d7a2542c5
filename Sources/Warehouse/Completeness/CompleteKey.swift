import ModuleKit

/// The key of a dataset that promises to be complete, in its parts: the area, the columns without codes, which make groups, and the
/// columns with codes, of which every combination has to be in every group.
struct CompleteKey: Sendable {
    /// By their index in the contract.
    let groups: [Int]
    let coded: [Int]
    /// Columns of numbers, without which a record is not whole.
    let figures: [Int]
    private let contract: DatasetContract

    /// Nil where the dataset promises nothing.
    init?(_ contract: DatasetContract) {
        guard contract.isComplete, let area = contract.areaColumn, contract.key.contains(area.name) else { return nil }
        self.contract = contract
        let columns = contract.columns
        let key = contract.key.compactMap { name in columns.firstIndex { $0.name == name } }
            .filter { columns[$0].name != area.name }
        groups = key.filter { columns[$0].codes.isEmpty }
        coded = key.filter { !columns[$0].codes.isEmpty }
        figures = columns.indices.filter { columns[$0].type == .number || columns[$0].type == .whole }
    }

    /// Every combination of codes, in the order in which the contract lists them; one empty one where no column has codes.
    var combinations: [[String]] {
        coded.reduce([[]]) { before, index in
            before.flatMap { combination in contract.columns[index].codes.map { combination + [$0] } }
        }
    }

    func groupName(_ place: Int) -> String { contract.columns[groups[place]].name }

    /// The answer to what the dataset holds: a row for each place and group.
    var shape: AnswerShape {
        AnswerShape(
            columns: [AnswerShape.Column(name: "place", isNumber: false)]
                + groups.indices.map { AnswerShape.Column(name: Self.group($0), isNumber: false) }
                + [
                    AnswerShape.Column(name: Self.held, isNumber: true),
                    // Empty where all are there, which is the rule.
                    AnswerShape.Column(name: Self.combinations, isNumber: false),
                ])
    }

    static func group(_ place: Int) -> String { "group\(place)" }
    static let held = "held"
    static let combinations = "combinations"
    /// Between the codes of a combination, and between combinations: no text of a file holds these.
    static let betweenCodes = "\u{1F}"
    static let betweenCombinations = "\u{1E}"
}
