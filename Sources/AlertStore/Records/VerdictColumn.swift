public import Alerting
import Definitions
public import Measures
public import RuleLanguage

/// All verdicts of one rule at one level: a byte for each area and period.
public struct VerdictColumn: Sendable, Hashable {
    public var rule: String
    public var level: AreaLevel
    public var areas: [AreaCode]
    public var first: Period
    public var periodCount: Int
    /// `Verdict.code`, row by row: area × periods.
    public var codes: [UInt8]

    public init(
        rule: String, level: AreaLevel, areas: [AreaCode], first: Period, periodCount: Int, codes: [UInt8]
    ) {
        precondition(codes.count == areas.count * periodCount, "a column has a code for each area and period")
        self.rule = rule
        self.level = level
        self.areas = areas
        self.first = first
        self.periodCount = periodCount
        self.codes = codes
    }

    public init(_ evaluation: RuleEvaluation) {
        self.init(
            rule: evaluation.rule.id, level: evaluation.level, areas: evaluation.frame.areas, first: evaluation.frame.first,
            periodCount: evaluation.frame.periodCount, codes: evaluation.packedVerdicts)
    }

    /// The verdict for an area and a period; nil outside the column.
    public subscript(area: AreaCode, period: Period) -> Verdict? {
        guard let row = areas.firstIndex(of: area), period.grain == first.grain else { return nil }
        let column = period.ordinal - first.ordinal
        guard (0..<periodCount).contains(column) else { return nil }
        return Verdict(code: codes[row * periodCount + column])
    }
}
