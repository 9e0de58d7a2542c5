import Definitions
public import Measures
import RuleLanguage

/// What a run adds to the alerts' memory, and where every rule then stands.
public struct Advance: Sendable {
    /// Transitions that the store does not hold yet, oldest first.
    public var added: [Transition]
    public var standings: [AlertStanding]
    /// Alerts that were open by the record and that nobody judges any more.
    public var closed: [ClosedAlert]
    /// Open alerts that go on under another id of their rule.
    public var renamed: [RenamedAlert]
    /// The renamings of the date: rules of which these are alerts, and others without any; and what was taken back of those that earlier runs
    /// of the date found.
    public var renamings: [RecordedRenaming]

    /// Moves the alerts on.
    ///
    /// The life of every alert is told anew from the observations now known, and compared with what was recorded. What
    /// was recorded of a period and is not so by the figures now there was undone by restated data: it is withdrawn, not
    /// recovered. Where it rested on figures that were missing and have come since, nothing was restated: it is resolved. So a second
    /// run on the same data adds nothing.
    ///
    /// - Parameters:
    ///   - evaluations: every rule, judged.
    ///   - recorded: all that the store holds, in the order in which it was recorded.
    ///   - learned: what the figures tell otherwise than the last run stored.
    ///   - previous: the as-of date of the last run on an earlier date; nil where there is none.
    ///   - renamedBefore: the renamings that earlier runs of the date recorded.
    ///   - defined: the ids of all rules that there are, where `evaluations` leaves some out.
    ///   - asOf: a transition recorded under this very date is still news, so that a repeated run says the same.
    public init(
        _ evaluations: [RuleEvaluation], recorded: [RecordedTransition], learned: LearnedFigures = LearnedFigures(),
        renamedBefore: [RecordedRenaming] = [], defined: Set<String>? = nil, asOf: CalendarDate,
        previous: CalendarDate? = nil, geography: Geography
    ) {
        closed = []
        renamed = []
        let memory = Dictionary(grouping: recorded) { AlertKey(rule: $0.transition.rule, area: $0.transition.area) }
        let defined = defined ?? Set(evaluations.map(\.rule.id))
        let judged = JudgedAlerts(evaluations)
        let renaming = RuleRenaming(judged, defined: defined, memory: memory, renamedBefore: renamedBefore, asOf: asOf)
        renamings = renaming.recorded
        let told = SideBySide.map(evaluations) { evaluation -> (added: [Transition], standings: [AlertStanding]) in
            let meaning = evaluation.rule.program.meaning
            var told: (added: [Transition], standings: [AlertStanding]) = ([], [])
            for index in evaluation.frame.areas.indices {
                let key = AlertKey(rule: evaluation.rule.id, area: evaluation.frame.areas[index])
                let own = (memory[key] ?? []).filter { $0.transition.meaning == meaning }
                let former = renaming.formerRule(of: key.rule).map { memory[AlertKey(rule: $0, area: key.area)] ?? [] } ?? []
                let inherited = renaming.inherited(former, by: key.rule, meaning: meaning, own)
                let known = inherited.entries + own
                let record = AlertRecord(known)
                let history = AlertHistory(evaluation, area: index, record: record)
                let fresh = Self.additions(history, beside: record, meaning: meaning) { period in
                    Self.cameLate(evaluation, index, period, learned, geography)
                }
                told.added += inherited.copies + fresh
                let all = inherited.entries + inherited.news + fresh.map { RecordedTransition($0, asOf: asOf) }
                var standing = Self.standing(evaluation, index, history, all, asOf, after: previous, geography)
                standing.openedBeforeEdit = Self.openedBeforeEdit(memory[key] ?? [], meaning, opened: standing.opened)
                told.standings.append(standing)
            }
            return told
        }
        added = told.flatMap(\.added)
        standings = told.flatMap(\.standings)
        close(GoneAlert.all(in: memory, beside: judged, asOf: asOf), beside: judged, defined, renaming)
    }

    /// The transitions that have to be recorded so that the record tells the history.
    ///
    /// - Parameter cameLate: whether the verdict of a period changed because figures came late.
    private static func additions(
        _ history: AlertHistory, beside record: AlertRecord, meaning: String, _ cameLate: (Period) -> Bool
    ) -> [Transition] {
        let told = history.transitions(meaning: meaning)
        let states = Dictionary(told.map { ($0.period, $0.state) }, uniquingKeysWith: { _, last in last })
        var added = told.filter { $0.state != .inactive && record.state(in: $0.period) != $0.state }
        for step in history.steps where !step.isFromRecord {
            let state = states[step.period]
            guard state == nil || state == .inactive else { continue }
            let recorded = record.state(in: step.period)
            let next =
                step.state.isOpen
                ? correction(of: recorded, standing: step.state)
                : ending(of: recorded, told: state, record.ended.contains(step.period), cameLate, step.period)
            guard let next else { continue }
            added.append(
                Transition(
                    rule: history.rule.id, area: history.area, period: step.period, state: next, meaning: meaning))
        }
        return added.sorted { $0.period < $1.period }
    }

    /// What is to be recorded of a period in which an alert stands open and nothing happens; nil where the record stands. What
    /// was recorded otherwise is undone, and the alert stands as the periods before left it.
    private static func correction(of recorded: AlertState?, standing: AlertState) -> AlertState? {
        switch recorded {
        case nil, .withdrawn, standing: nil
        case .closed: standing
        default: .withdrawn
        }
    }

    /// What is to be recorded of a period in which the history tells of no alert; nil where the record stands.
    ///
    /// - Parameters:
    ///   - recorded: the state last recorded of the period.
    ///   - told: `inactive`, where a condition that was pending came to nothing in the period.
    ///   - isEnded: whether the record tells that the alert ended in the very period, when its figures came.
    private static func ending(
        of recorded: AlertState?, told: AlertState?, _ isEnded: Bool, _ cameLate: (Period) -> Bool, _ period: Period
    ) -> AlertState? {
        switch recorded {
        case nil: told
        case .withdrawn, .closed: nil
        case .inactive, .resolved: isEnded || recorded == told ? nil : .withdrawn
        case .firing, .recovering: cameLate(period) ? .resolved : .withdrawn
        case .pending: told ?? (cameLate(period) ? .inactive : .withdrawn)
        }
    }

    /// Whether a figure that a verdict rests on was missing by the record and has come since, and none was restated.
    private static func cameLate(
        _ evaluation: RuleEvaluation, _ area: Int, _ period: Period, _ learned: LearnedFigures, _ geography: Geography
    ) -> Bool {
        guard !learned.arrived.isEmpty else { return false }
        let judged = evaluation.figuresJudged(area: area, period, in: geography)
        return judged.contains(where: learned.arrived.contains) && !judged.contains(where: learned.restated.contains)
    }

    /// Since when an alert stood by an earlier meaning of its rule, where it did until another opened.
    private static func openedBeforeEdit(
        _ entries: [RecordedTransition], _ meaning: String, opened: CalendarDate?
    ) -> CalendarDate? {
        guard let opened else { return nil }
        let others = entries.filter { $0.transition.meaning != meaning && $0.asOf < opened }
        return Dictionary(grouping: others, by: \.transition.meaning).values.compactMap(AlertRecord.opened).min()
    }

    private static func standing(
        _ evaluation: RuleEvaluation, _ index: Int, _ history: AlertHistory, _ all: [RecordedTransition],
        _ asOf: CalendarDate, after previous: CalendarDate?, _ geography: Geography
    ) -> AlertStanding {
        let judged = evaluation.latestDue(area: index) ?? evaluation.frame.periodCount - 1
        let verdict = evaluation.evaluation.verdict(area: index, period: judged)
        let name = geography.area(history.area)?.name ?? history.area.rawValue
        let (message, periodsTold) = message(evaluation, index, history, judged, verdict, areaName: name)
        let opened = history.state.isOpen ? AlertRecord.opened(by: all) ?? asOf : nil
        return AlertStanding(
            rule: evaluation.rule, area: history.area, level: evaluation.level, state: history.state,
            section: section(evaluation, index, history, all, opened, verdict, judged, asOf, after: previous),
            period: evaluation.frame.first.moved(by: judged), verdict: verdict, since: history.began,
            opened: opened, ending: all.last { $0.transition.state.endsAlert }?.transition.state,
            restsOnAbsence: isAbsence(history, verdict),
            isProvisional: evaluation.isProvisional(area: index, period: judged),
            message: message, periodsTold: periodsTold, history: history, previous: previous)
    }

    /// The rule's message for the period judged. Of an alert that is open and did not fire in that period, what made it
    /// fire is told first: the reader has to know both. And the periods of whose figures it tells.
    private static func message(
        _ evaluation: RuleEvaluation, _ index: Int, _ history: AlertHistory, _ judged: Int, _ verdict: Verdict,
        areaName: String
    ) -> (String, [Period]) {
        func told(_ place: Int) -> String {
            evaluation.evaluation.message(area: index, period: place, areaName: areaName)
        }
        let period = evaluation.frame.first.moved(by: judged)
        if !history.state.isOpen, verdict == .didNotFire, evaluation.evaluation.program.judgesPresenceAlone {
            return ("\(areaName): the figures for \(period.title) are in", [])
        }
        if history.state == .pending, verdict == .fired, history.rule.forPeriods > 1 {
            let wanted = history.rule.forPeriods
            return ("\(told(judged)); an alert takes \(wanted) periods that fire", [period])
        }
        guard history.state.isOpen, verdict != .fired else { return (told(judged), [period]) }
        if isAbsence(history, verdict) {
            return ("\(areaName): the figures for \(period.title) are due and not in", [])
        }
        if let fired = history.lastFired, case .notAssessed(let reason) = verdict {
            let words = told(fired.ordinal - evaluation.frame.first.ordinal)
            return ("\(words); \(period.title) could not be judged (\(reason.words))", [fired])
        }
        if let fired = history.lastFired {
            let words = told(fired.ordinal - evaluation.frame.first.ordinal)
            return ("\(words); since then \(told(judged))", [fired, period])
        }
        return ("\(areaName): open since \((history.began ?? period).title), and not judged now (\(verdict.words))", [])
    }

    /// Whether it is open because the figures judged are due and not in.
    private static func isAbsence(_ history: AlertHistory, _ verdict: Verdict) -> Bool {
        history.state.isOpen && history.rule.missing == .alert && verdict == .notAssessed(.missing)
    }

    private static func section(
        _ evaluation: RuleEvaluation, _ index: Int, _ history: AlertHistory, _ all: [RecordedTransition],
        _ opened: CalendarDate?, _ verdict: Verdict, _ judged: Int, _ asOf: CalendarDate, after previous: CalendarDate?
    ) -> AlertStanding.Section {
        let news = all.filter { $0.asOf == asOf }
        // What the date's runs took back and recorded again is no news.
        func isNews(_ period: Period) -> Bool {
            news.contains { $0.transition.period == period && $0.transition.state == .firing }
                && AlertRecord(all.filter { $0.asOf < asOf }).state(in: period) != .firing
        }
        if opened != nil {
            if opened == asOf { return .new }
            // Worse is told of a period when it closes, not on every night after.
            let period = evaluation.frame.first.moved(by: judged)
            return isNews(period) && evaluation.isWorse(area: index, period: judged) ? .worse : .continuing
        }
        // Recovered, or withdrawn, is told on the date on which it is learned: of an alert that stood open before, or by an earlier run of
        // the date; and of one that fired and recovered in periods that closed since the last date.
        guard !news.isEmpty else { return quiet(verdict) }
        let ending = news.last { $0.transition.state == .resolved || $0.transition.state == .withdrawn }
        let firedSince = previous.map { night in
            ending != nil && news.contains { $0.transition.state == .firing && $0.transition.period.lastDay >= night }
        }
        guard firedSince == true || AlertRecord.stoodOpen(by: all, upTo: asOf) else { return quiet(verdict) }
        // One that is only pending on the figures now known would not have fired.
        return ending?.transition.state == .resolved ? .recovered : .withdrawn
    }

    private static func quiet(_ verdict: Verdict) -> AlertStanding.Section {
        switch verdict {
        case .withinChance: return .withinChance
        case .notAssessed: return .notAssessed
        case .fired, .didNotFire: return .quiet
        }
    }
}
