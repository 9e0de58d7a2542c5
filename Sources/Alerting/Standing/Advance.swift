import Definitions
public import Measures
import RuleLanguage

/// What a run adds to the alerts' memory, and where every rule then stands.
public struct Advance: Sendable {
    /// Transitions that the store does not hold yet, oldest first.
    public var added: [Transition]
    public var standings: [AlertStanding]

    /// Moves the alerts on.
    ///
    /// The whole life of every alert is told anew from the observations now known, and compared with what was recorded. What
    /// was recorded and is no longer so was undone by restated data: an alert that was open by the record, and is not told at
    /// all for its period any more, is withdrawn, not recovered. So a second run on the same data adds nothing.
    ///
    /// - Parameters:
    ///   - evaluations: every rule, judged.
    ///   - recorded: all that the store holds, in the order in which it was recorded.
    ///   - asOf: a transition recorded under this very date is still news, so that a repeated run says the same.
    public init(
        _ evaluations: [RuleEvaluation], recorded: [RecordedTransition], asOf: CalendarDate, geography: Geography
    ) {
        added = []
        standings = []
        let memory = Dictionary(grouping: recorded) { AlertKey(rule: $0.transition.rule, area: $0.transition.area) }
        for evaluation in evaluations {
            let meaning = evaluation.rule.program.meaning
            for index in evaluation.frame.areas.indices {
                let history = AlertHistory(evaluation, area: index)
                let known = (memory[AlertKey(rule: history.rule.id, area: history.area)] ?? [])
                    .filter { $0.transition.meaning == meaning }
                let fresh = Self.missing(
                    history.transitions(meaning: meaning), from: known, history, meaning: meaning
                ) { evaluation.judges(area: index, $0) }
                added += fresh
                let all = known + fresh.map { RecordedTransition($0, asOf: asOf) }
                standings.append(Self.standing(evaluation, index, history, all, asOf, geography))
            }
        }
    }

    private struct AlertKey: Hashable {
        var rule: String
        var area: AreaCode
    }

    /// The transitions that have to be recorded so that the record tells the history.
    private static func missing(
        _ told: [Transition], from known: [RecordedTransition], _ history: AlertHistory, meaning: String,
        judged: (Period) -> Bool
    ) -> [Transition] {
        let record = AlertRecord(known)
        var added = told.filter { record.state(in: $0.period) != $0.state }
        let toldPeriods = Set(told.map(\.period))
        for (period, state) in record.states where !toldPeriods.contains(period) && state != .withdrawn {
            // Data that are gone, or not yet there, undo nothing.
            guard judged(period) else { continue }
            added.append(
                Transition(rule: history.rule.id, area: history.area, period: period, state: .withdrawn, meaning: meaning))
        }
        return added.sorted { $0.period < $1.period }
    }

    private static func standing(
        _ evaluation: RuleEvaluation, _ index: Int, _ history: AlertHistory, _ all: [RecordedTransition],
        _ asOf: CalendarDate, _ geography: Geography
    ) -> AlertStanding {
        let judged = evaluation.latestDue(area: index) ?? evaluation.frame.periodCount - 1
        let verdict = evaluation.evaluation.verdict(area: index, period: judged)
        let name = geography.area(history.area)?.name ?? history.area.rawValue
        var standing = AlertStanding(
            rule: evaluation.rule, area: history.area, level: evaluation.level, state: history.state,
            section: section(evaluation, index, history, all, verdict, judged, asOf),
            period: evaluation.frame.first.moved(by: judged), verdict: verdict,
            since: history.began.map(evaluation.frame.first.moved(by:)),
            isProvisional: evaluation.evaluation.isProvisional(area: index, period: judged),
            message: message(evaluation, index, history, judged, areaName: name),
            explanation: evaluation.evaluation.explanation(area: index, period: judged))
        // Where tonight's data can't tell of the period in which the record left the alert open, it is held as it was: a
        // module that failed, or a file that is gone, resolves nothing.
        if !history.state.isOpen, let open = AlertRecord(all).open, !evaluation.judges(area: index, open.last) {
            standing.state = open.state
            standing.since = open.since
            standing.section = .continuing
            standing.message = "\(name): open since \(open.since.title), and not judged now (\(verdict.words))"
        }
        return standing
    }

    /// The rule's message for the period judged. Of an alert that is open and did not fire in that period, what made it
    /// fire is told first: the reader has to know both.
    private static func message(
        _ evaluation: RuleEvaluation, _ index: Int, _ history: AlertHistory, _ judged: Int, areaName: String
    ) -> String {
        func told(_ place: Int) -> String {
            evaluation.evaluation.message(area: index, period: place, areaName: areaName)
        }
        if history.state.isOpen, history.rule.missing == .alert,
            evaluation.evaluation.verdict(area: index, period: judged) == .notAssessed(.missing)
        {
            return "\(areaName): the figures for \(evaluation.frame.first.moved(by: judged).title) are due and not in"
        }
        guard history.state.isOpen, let fired = history.lastFired, fired < judged else { return told(judged) }
        return "\(told(fired)); since then \(told(judged))"
    }

    private static func section(
        _ evaluation: RuleEvaluation, _ index: Int, _ history: AlertHistory, _ all: [RecordedTransition],
        _ verdict: Verdict, _ judged: Int, _ asOf: CalendarDate
    ) -> AlertStanding.Section {
        let news = all.filter { $0.asOf == asOf }
        func isNews(_ place: Int) -> Bool {
            let period = evaluation.frame.first.moved(by: place)
            return news.contains { $0.transition.period == period && $0.transition.state == .firing }
        }
        if let began = history.began {
            if isNews(began) { return .new }
            // Worse is told of a period when it closes, not on every night after.
            return isNews(judged) && evaluation.isWorse(area: index, period: judged) ? .worse : .continuing
        }
        // Recovered is told on the night it is learned, of an alert that an earlier night told as open.
        let toldOpen = all.contains { $0.asOf < asOf && $0.transition.state.isOpen }
        if toldOpen, news.contains(where: { $0.transition.state == .resolved || $0.transition.state == .withdrawn }) {
            return .recovered
        }
        switch verdict {
        case .withinChance: return .withinChance
        case .notAssessed: return .notAssessed
        case .fired, .didNotFire: return .quiet
        }
    }
}

extension RuleEvaluation {
    /// Whether the figures of a period are there to judge it by.
    func judges(area: Int, _ period: Period) -> Bool {
        let place = period.ordinal - frame.first.ordinal
        guard period.grain == frame.first.grain, (0..<frame.periodCount).contains(place) else { return false }
        switch evaluation.verdict(area: area, period: place) {
        case .notAssessed(.tooSmall), .notAssessed(.noCounts), .notAssessed(.borderline): return true
        case .notAssessed: return false
        default: return true
        }
    }

    /// Whether the rule's first figure moved on from the period before, further the way that its KPI calls worse.
    func isWorse(area: Int, period: Int) -> Bool {
        guard let better = betters.first, better != .neither,
            let now = evaluation.observed(0, area: area, period: period).value,
            let before = evaluation.observed(0, area: area, period: period, earlier: 1).value
        else { return false }
        return better == .lower ? now > before : now < before
    }
}
