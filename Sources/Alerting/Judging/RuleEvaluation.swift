public import Definitions
public import Measures
public import RuleLanguage

/// One rule, judged for the areas of one level over the periods of its frame.
///
/// A class, since it holds every register of the program and is handed from stage to stage unchanged.
public final class RuleEvaluation: Sendable {
    public let rule: Rule
    public let level: AreaLevel
    public let evaluation: Evaluation
    /// Which way is better, for each of the program's series.
    public let betters: [KPI.Better]

    init(rule: Rule, level: AreaLevel, evaluation: Evaluation, betters: [KPI.Better]) {
        self.rule = rule
        self.level = level
        self.evaluation = evaluation
        self.betters = betters
    }

    public var frame: EvaluationFrame { evaluation.frame }

    /// The codes of all verdicts, row by row: area × periods.
    public var packedVerdicts: [UInt8] { evaluation.packedVerdicts }

    /// The place of the last period that speaks: the latest whose figures are due. Nil where none is.
    public func latestDue(area: Int) -> Int? {
        (0..<frame.periodCount).last { evaluation.verdict(area: area, period: $0) != .notAssessed(.notDue) }
    }
}
