import Definitions
public import Measures
public import RuleLanguage

/// A verdict on a past period that is otherwise by the figures now known than by those known before.
public struct RejudgedVerdict: Sendable {
    public enum Change: String, Sendable, Hashable, CaseIterable {
        case wouldNotHaveFired = "would not have fired"
        case wouldHaveFired = "would have fired"
        /// Its figures came late. It fired, and no alert stands from then any more.
        case firedLate = "fired late"
    }

    public var change: Change
    /// The rule, judged by the figures now known.
    public var now: RuleEvaluation
    /// The same rule, judged by the figures known before.
    public var earlier: RuleEvaluation
    /// The place of the area in both frames.
    public var area: Int
    public var period: Period
    /// The restated figures on which the verdict rests; none where figures only came late.
    public var restated: Set<FigurePlace>

    public var areaCode: AreaCode { now.frame.areas[area] }
    public var before: Verdict { earlier.evaluation.verdict(area: area, period: place(in: earlier)) }
    public var after: Verdict { now.evaluation.verdict(area: area, period: place(in: now)) }

    /// The period's place in the frame of one of the two.
    public func place(in evaluation: RuleEvaluation) -> Int { period.ordinal - evaluation.frame.first.ordinal }
}

extension RejudgedVerdict.Change {
    /// Nil where neither fired, or both did, and where a verdict was or is open for want of figures that were never told.
    init?(from before: Verdict, to after: Verdict) {
        switch (before, after) {
        case (.fired, .fired): return nil
        case (.fired, _) where after.isReached: self = .wouldNotHaveFired
        case (_, .fired) where before.isReached: self = .wouldHaveFired
        case (.notAssessed(.missing), .fired): self = .firedLate
        default: return nil
        }
    }
}

extension Verdict {
    /// Whether the figures were there to come to it.
    var isReached: Bool {
        switch self {
        case .notAssessed(.tooSmall), .notAssessed(.noCounts), .notAssessed(.borderline): true
        case .notAssessed: false
        default: true
        }
    }
}

extension Judge {
    /// The verdicts of past periods that are otherwise by the figures now known, in the order of the evaluations, areas and periods.
    ///
    /// Both sides are judged by the rule as it now stands, so that a rule's edit is never taken for a restatement. Rules that ask only
    /// whether figures are there are left out: that late figures came is no other verdict on the past.
    ///
    /// - Parameters:
    ///   - evaluations: every rule, judged by the figures now known; this judge holds those known before.
    ///   - learned: what tells the two apart.
    ///   - standings: where the rules stand now, for what alerts already tell.
    public func rejudged(
        _ evaluations: [RuleEvaluation], by learned: LearnedFigures, standings: [AlertStanding]
    ) -> [RejudgedVerdict] {
        let concerned = Set(learned.restated.map(\.kpi) + learned.arrived.map(\.kpi))
        guard !concerned.isEmpty else { return [] }
        let began = Dictionary(
            standings.map { (AlertPlace(rule: $0.rule.id, level: $0.level, area: $0.area), $0.since) },
            uniquingKeysWith: { first, _ in first })
        return evaluations.flatMap { now -> [RejudgedVerdict] in
            let program = now.evaluation.program
            guard program.series.contains(where: { concerned.contains($0.name) }), !program.judgesPresenceAlone,
                let priority = definitions.priorities.first(where: { $0.id == now.rule.priority }),
                let earlier = evaluation(of: now.rule, at: now.level, priority), earlier.frame.areas == now.frame.areas
            else { return [] }
            return now.frame.areas.indices.flatMap { area in
                changes(now, earlier, area, learned, began[AlertPlace(now, area)] ?? nil)
            }
        }
    }

    private struct AlertPlace: Hashable {
        var rule: String
        var level: AreaLevel
        var area: AreaCode

        init(rule: String, level: AreaLevel, area: AreaCode) {
            self.rule = rule
            self.level = level
            self.area = area
        }

        init(_ evaluation: RuleEvaluation, _ area: Int) {
            self.init(rule: evaluation.rule.id, level: evaluation.level, area: evaluation.frame.areas[area])
        }
    }

    /// - Parameter began: since when an alert stands open; nil where none does.
    private func changes(
        _ now: RuleEvaluation, _ earlier: RuleEvaluation, _ area: Int, _ learned: LearnedFigures, _ began: Period?
    ) -> [RejudgedVerdict] {
        (0..<now.frame.periodCount).compactMap { place in
            let period = now.frame.first.moved(by: place)
            let placeBefore = period.ordinal - earlier.frame.first.ordinal
            guard (0..<earlier.frame.periodCount).contains(placeBefore),
                let change = RejudgedVerdict.Change(
                    from: earlier.evaluation.verdict(area: area, period: placeBefore),
                    to: now.evaluation.verdict(area: area, period: place))
            else { return nil }
            let judged = now.figuresJudged(area: area, period, in: definitions.partnership.geography)
            let restated = learned.restated.intersection(judged)
            if change == .firedLate {
                let isTold = began.map { $0 <= period } ?? false
                guard !isTold, judged.contains(where: learned.arrived.contains) else { return nil }
            } else if restated.isEmpty {
                return nil
            }
            return RejudgedVerdict(
                change: change, now: now, earlier: earlier, area: area, period: period, restated: restated)
        }
    }
}
