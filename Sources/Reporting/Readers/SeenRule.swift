import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// One rule as an audience may follow it: what its verdicts are by the figures that the audience sees, whatever the others may be.
///
/// Rules are judged on true figures. A verdict on one area also tells of others with which it is compared, and of earlier periods from which
/// limits are made; and a standing tells of all periods before it. So a verdict is told where it follows from what the audience sees
/// (`WithheldFigures.anything`), and a standing where it is the same in every life that fits those verdicts (`KnownLife`). Whether it is
/// told hangs on what the audience sees and on nothing else, so that not being told tells nothing either.
struct SeenRule: Sendable {
    private struct Place: Hashable {
        var series: Int
        var area: Int
        /// In the frame; under 0 before it.
        var period: Int
    }

    private let exact: Evaluation
    /// Nil where the audience sees every figure that there is.
    private let seen: Evaluation?
    private let withheld: Set<Place>
    /// By area, the first period that a withheld figure may speak of.
    private let firstWithheld: [Int]

    /// - Parameter kpis: for each of the program's series.
    init(_ evaluation: Evaluation, _ kpis: [KPI], figures: PublishedFigures) {
        exact = evaluation
        var withheld: Set<Place> = []
        var first = [Int](repeating: .max, count: evaluation.frame.areas.count)
        if figures.policy.isOpen {
            seen = nil
        } else {
            let start = evaluation.frame.first.ordinal
            let rerun = evaluation.rerun(withheld: .anything) { series, area, period, known in
                let place = period.ordinal - start
                let told = figures.disclosed(series, of: evaluation, kpis, area: area, period: place)
                guard told.observation == nil else { return known }
                withheld.insert(Place(series: series, area: area, period: place))
                first[area] = min(first[area], place)
                return Observation(absent: .withheld)
            }
            seen = withheld.isEmpty ? nil : rerun
        }
        if evaluation.program.comparesAreas, let least = first.min() { first = first.map { _ in least } }
        (self.withheld, firstWithheld) = (withheld, first)
    }

    /// Whether the audience sees every figure that the rule reads for an area, seen from a period.
    func seesFigures(area: Int, period: Int) -> Bool {
        !exact.program.figuresRead.contains { isWithheld($0, area, period) }
    }

    private func isWithheld(_ reference: FigureReference, _ area: Int, _ period: Int) -> Bool {
        let place = exact.period(of: reference, seenFrom: period).ordinal - exact.frame.first.ordinal
        return withheld.contains(Place(series: reference.series, area: area, period: place))
    }

    /// What a period says of an area, where the audience can tell.
    private func signal(_ area: Int, _ period: Int) -> PeriodSignal? {
        let known = PeriodSignal(
            verdict: exact.verdict(area: area, period: period), clears: exact.clears(area: area, period: period),
            isProvisional: exact.isProvisional(area: area, period: period))
        guard let seen else { return known }
        let told = (verdict: seen.verdict(area: area, period: period), clears: seen.clears(area: area, period: period))
        if told.verdict.isDecided, told.clears.isDecided { return known }
        // What is undecided by the figures that the audience sees is so by the true ones only where none is withheld.
        let isOwn = seesFigures(area: area, period: period) && told.verdict == known.verdict && told.clears == known.clears
        return isOwn && told.verdict != .notAssessed(.withheld) ? known : nil
    }

    private func life(of history: AlertHistory, _ area: Int, recordIsKnown: Bool = false) -> [KnownLife.Fact] {
        KnownLife(
            of: history, signals: exact.frame.periods.indices.map { signal(area, $0) }, recordIsKnown: recordIsKnown
        ).facts
    }

    /// Whether the audience sees all that an alert's life up to a period could tell of.
    private func seesLife(_ history: AlertHistory, _ area: Int, through period: Int) -> Bool {
        guard !history.restsOnRecord else { return false }
        guard seen != nil else { return true }
        return period < firstWithheld[area] && (0...max(0, period)).allSatisfy { seesFigures(area: area, period: $0) }
    }
}

extension SeenRule {
    /// Whether the audience may know the verdict on an area and a period, and what the rule's message tells of them.
    func tellsVerdict(area: Int, period: Int) -> Bool {
        guard let seen else { return true }
        return seesFigures(area: area, period: period) && signal(area, period) != nil
            && exact.messageAgrees(with: seen, area: area, period: period)
    }

    /// Whether the audience may know how the rule stands: that an alert is open or not, since when, and whether it is news.
    ///
    /// - Parameter isKnownOpen: whether the reader was told that the alert stands open.
    func telling(_ judged: JudgedStanding, isKnownOpen: Bool) -> StandingTelling {
        let history = judged.standing.history
        guard !seesLife(history, judged.area, through: judged.period) else { return .told }
        let periods = judged.standing.periodsTold.map { $0.ordinal - exact.frame.first.ordinal } + [judged.period]
        guard periods.allSatisfy({ tellsVerdict(area: judged.area, period: $0) }) else { return .withheld }
        if follows(judged, from: life(of: history, judged.area)) { return .told }
        guard history.restsOnRecord, follows(judged, from: life(of: history, judged.area, recordIsKnown: true)) else {
            return .withheld
        }
        if isKnownOpen { return .told }
        return judged.standing.verdict.isDecided ? .withheld : .byRecordAlone
    }

    /// Whether a standing is the same in all lives.
    private func follows(_ judged: JudgedStanding, from facts: [KnownLife.Fact]) -> Bool {
        let period = judged.period
        guard let isOpen = facts[period].isOpen else { return false }
        guard isOpen else {
            // Nor may it be told, or passed over in silence, that one has recovered.
            return (firstPeriodSince(judged.standing.previous, before: period)...period).allSatisfy { facts[$0].isOpen != nil }
        }
        // Whether it is worse tells of the figure before.
        let before = Place(series: 0, area: judged.area, period: period - 1)
        return facts[period].began != nil && facts[period].state != nil && !withheld.contains(before)
    }

    /// The period before those of which a list tells first.
    private func firstPeriodSince(_ previous: CalendarDate?, before period: Int) -> Int {
        let closed = previous.flatMap { day in exact.frame.periods.indices.last { exact.frame.periods[$0].lastDay < day } }
        return max(0, min(closed ?? period, period) - 1)
    }

    /// Whether the audience may know how an alert stood in each of these periods.
    func tellsLife(_ judged: JudgedStanding, in periods: ClosedRange<Period>) -> Bool {
        let first = exact.frame.first.ordinal
        let history = judged.standing.history
        let places = (periods.lowerBound.ordinal - first)...(periods.upperBound.ordinal - first)
        // Of what lies before the figures at hand nothing can be held against the policy.
        guard places.lowerBound >= 0 else { return false }
        let last = min(places.upperBound, exact.frame.periodCount - 1)
        guard places.lowerBound <= last, !seesLife(history, judged.area, through: last) else { return true }
        let facts = life(of: history, judged.area)
        return (places.lowerBound...last).allSatisfy { place in
            tellsVerdict(area: judged.area, period: place)
                && facts[place].isOpen.map { !$0 || facts[place].began != nil } ?? false
        }
    }

    /// Whether all that the rule worked out for an area and a period follows from figures that the audience sees.
    func tellsWorkings(_ judged: JudgedStanding) -> Bool {
        guard let seen else { return true }
        return exact.agrees(with: seen, area: judged.area, period: judged.period) && !comparesWithWithheld(in: judged.period)
    }

    private func comparesWithWithheld(in period: Int) -> Bool {
        exact.program.comparesAreas
            && exact.frame.areas.indices.contains { area in
                exact.program.figuresJudged.contains { isWithheld($0, area, period) }
            }
    }

    /// The first period, not before another, from which on the audience may know whether an alert stood.
    func firstPeriodTold(_ judged: JudgedStanding, from first: Int) -> Int {
        let history = judged.standing.history
        guard !seesLife(history, judged.area, through: judged.period) else { return first }
        let facts = life(of: history, judged.area)
        let hidden = (first...judged.period).last { place in
            facts[place].isOpen == nil || !seesFigures(area: judged.area, period: place)
        }
        return hidden.map { $0 + 1 } ?? first
    }
}

/// What an audience may be told of how a rule stands.
enum StandingTelling {
    case told
    case withheld
    /// What the record alone tells, of periods whose figures are there no more: they may have been withheld. That the rule can't be judged
    /// now may be told.
    case byRecordAlone
}

extension Verdict {
    fileprivate var isDecided: Bool { if case .notAssessed = self { false } else { true } }
}

extension Truth {
    fileprivate var isDecided: Bool { if case .unknown = self { false } else { true } }
}
