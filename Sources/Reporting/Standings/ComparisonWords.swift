import Alerting
import Definitions
import Measures
import RuleLanguage

/// A rule's condition in words, with its figures: what was held against what.
struct ComparisonWords: Hashable {
    /// `Change in serious youth violence incidents since January to March 2023`.
    var subject: String
    /// `+15.5%`.
    var figure: String
    /// `over 10%`.
    var threshold: String

    /// Nil where the condition is more than one comparison of a figure with a threshold.
    init?(_ judged: JudgedStanding, explanation: Explanation) {
        let program = judged.evaluation.evaluation.program
        guard case .compare(let comparison, let left, let right) = program.instructions[program.when].operation,
            let relation = Self.words(comparison),
            let subject = Self.subject(program.instructions[left].operation, judged),
            let figure = explanation.when.steps.first?.result
        else { return nil }
        let bound: String
        switch program.instructions[right].operation {
        case .constant(let value):
            let unit = program.instructions[right].unit ?? program.instructions[left].unit ?? .count
            // A bound on a change needs no plus: "over 10%".
            bound = Quantity(value, unit == .change && value > 0 ? .percent : unit).description
        case .target: bound = "the target, \(Self.result(of: right, in: explanation))"
        case .benchmark(let series):
            let of = judged.kpis[series].benchmark?.of ?? "the benchmark"
            bound = "\(of), \(Self.result(of: right, in: explanation))"
        default: return nil
        }
        self.subject = subject
        self.figure = figure
        threshold = "\(relation) \(bound)"
    }

    /// The right side's step comes last; a literal has none.
    private static func result(of register: Int, in explanation: Explanation) -> String {
        explanation.when.steps.last?.result ?? ""
    }

    private static func subject(_ operation: Instruction.Operation, _ judged: JudgedStanding) -> String? {
        func earlier(_ pair: Comparison) -> String {
            switch pair.earlier {
            case .earlier(let steps): judged.standing.period.moved(by: -steps).title
            case .fixed(let period): period.title
            }
        }
        switch operation {
        case .value(let series, .earlier(0)): return judged.kpis[series].title
        case .value(let series, .earlier(let steps)):
            return "\(judged.kpis[series].title) in \(judged.standing.period.moved(by: -steps).title)"
        case .change(let pair): return "Change in \(inSentence(judged.kpis[pair.series].title)) since \(earlier(pair))"
        case .difference(let pair):
            return "Difference in \(inSentence(judged.kpis[pair.series].title)) since \(earlier(pair))"
        default: return nil
        }
    }

    /// The first letter in lower case, unless the word is a name or an abbreviation as far as its second letter tells.
    private static func inSentence(_ title: String) -> String {
        guard let second = title.dropFirst().first, second.isLowercase else { return title }
        return title.prefix(1).lowercased() + title.dropFirst()
    }

    private static func words(_ comparison: BinaryOperator) -> String? {
        switch comparison {
        case .greater: "over"
        case .greaterOrEqual: "at least"
        case .less: "under"
        case .lessOrEqual: "at most"
        case .equal: "exactly"
        case .notEqual: "other than"
        default: nil
        }
    }
}
