import Alerting
public import Definitions
import Measures
import RuleLanguage

/// What the tests exercise of every rule. A mark counts where an expectation that held asserts it; what merely happened does not.
public struct RuleCoverage: Sendable {
    public enum Mark: String, Sendable, Hashable, CaseIterable {
        case fires
        case doesNotFire = "does not fire"
        /// Judged in a period in which a figure that it rests on is due and not there.
        case missing
        /// Kept from firing by a guard.
        case guarded = "guard"
        /// An alert that recovers.
        case recovery
    }

    public struct Line: Sendable, Hashable {
        public var rule: String
        /// The marks that the rule can have: without a guard, none of it.
        public var possible: [Mark]
        public var covered: Set<Mark>

        public var lacking: [Mark] { possible.filter { !covered.contains($0) } }
    }

    /// A line a rule, in the order of the definitions.
    public let lines: [Line]

    init(lines: [Line]) {
        self.lines = lines
    }

    /// - Parameter rules: the rules that are told of; none for all.
    public init(of definitions: Definitions, by outcomes: [ExpectationOutcome], only rules: Set<String> = []) {
        var covered: [String: Set<Mark>] = [:]
        for outcome in outcomes where outcome.holds {
            covered[outcome.expectation.rule, default: []].formUnion(Self.marks(of: outcome))
        }
        lines = definitions.rules.filter { rules.isEmpty || rules.contains($0.id) }.map { rule in
            Line(
                rule: rule.id, possible: Mark.allCases.filter { $0 != .guarded || !rule.program.guards.isEmpty },
                covered: covered[rule.id] ?? [])
        }
    }

    public var possible: Int { lines.reduce(0) { $0 + $1.possible.count } }
    public var covered: Int { lines.reduce(0) { $0 + $1.possible.count - $1.lacking.count } }
    public var isWhole: Bool { covered == possible }

    /// Hundredths of a percent that are covered, rounded down: only all is 100%.
    public var hundredthsOfPercent: Int { possible == 0 ? 10_000 : covered * 10_000 / possible }

    /// Whether at least so many hundredths of a percent are covered, exactly.
    public func reaches(hundredthsOfPercent required: Int) -> Bool { covered * 10_000 >= required * possible }

    private static func marks(of outcome: ExpectationOutcome) -> Set<Mark> {
        var marks: Set<Mark> = []
        if outcome.expectation.alert == .resolved { marks.insert(.recovery) }
        guard let verdict = outcome.expectation.verdict else { return marks }
        let evaluation = outcome.evaluation.evaluation
        let condition = evaluation.conditionTruth(area: outcome.area, period: outcome.place)
        if verdict == .fired { marks.insert(.fires) }
        if verdict == .didNotFire, condition == .isFalse { marks.insert(.doesNotFire) }
        let absent = evaluation.program.figuresJudged.contains {
            evaluation.observed($0, area: outcome.area, period: outcome.place).state == .missing
        }
        if absent { marks.insert(.missing) }
        if verdict == .withinChance || condition == .isTrue && verdict != .fired && !absent { marks.insert(.guarded) }
        return marks
    }
}
