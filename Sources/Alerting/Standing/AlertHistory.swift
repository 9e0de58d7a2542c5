public import Definitions
public import Measures
import RuleLanguage

/// The life of one alert, told from the observations now known and, where these can't tell, from the record.
///
/// A period whose figures are there is judged anew. One whose figures are gone or not there keeps the state that was recorded of
/// it, whichever that was: data that vanish neither open an alert nor close one. What was recorded of periods before the frame
/// stands likewise.
public struct AlertHistory: Sendable {
    /// The alert after one period.
    public struct Step: Sendable, Hashable {
        public var period: Period
        public var state: AlertState
        /// Whether the rule fired in it.
        public var fired: Bool
        /// Whether the state was taken from the record.
        public var isFromRecord: Bool
    }

    public let rule: Rule
    public let area: AreaCode
    public let level: AreaLevel
    /// By period, oldest first.
    public let steps: [Step]
    /// How many of them lie before the evaluation's frame, where only the record tells.
    let recordedBefore: Int

    init(_ evaluation: RuleEvaluation, area index: Int, record: AlertRecord) {
        rule = evaluation.rule
        level = evaluation.level
        area = evaluation.frame.areas[index]
        var machine = AlertMachine(
            forPeriods: rule.forPeriods, keepPeriods: rule.keepPeriods, missing: rule.missing)
        var steps: [Step] = []
        func adopt(_ state: AlertState, of period: Period) {
            machine.adopt(state, of: period)
            steps.append(Step(period: period, state: state, fired: false, isFromRecord: true))
        }
        for entry in record.states where entry.period < evaluation.frame.first && entry.state != .withdrawn {
            adopt(entry.state, of: entry.period)
        }
        recordedBefore = steps.count
        for place in 0..<evaluation.frame.periodCount {
            let period = evaluation.frame.first.moved(by: place)
            let recorded = record.state(in: period)
            let verdict = evaluation.evaluation.verdict(area: index, period: place)
            if !verdict.judgesFigures, let recorded, recorded != .withdrawn {
                adopt(recorded, of: period)
                continue
            }
            machine.advance(
                PeriodSignal(
                    verdict: verdict, clears: evaluation.evaluation.clears(area: index, period: place),
                    isProvisional: evaluation.isProvisional(area: index, period: place)),
                in: period, recorded: recorded)
            steps.append(
                Step(period: period, state: machine.state, fired: verdict == .fired, isFromRecord: false))
        }
        self.steps = steps
    }

    /// Whether a part of it is told by the record alone.
    public var restsOnRecord: Bool { steps.contains(where: \.isFromRecord) }

    /// The states after each period of the evaluation's frame.
    public var states: [AlertState] { steps.dropFirst(recordedBefore).map(\.state) }

    public var state: AlertState { steps.last?.state ?? .inactive }

    /// The last period in which the rule fired, by what is known now.
    public var lastFired: Period? { steps.last(where: \.fired)?.period }

    /// The period in which the present episode began to fire; nil where no alert is open.
    public var began: Period? {
        guard state.isOpen else { return nil }
        let start = (steps.lastIndex { !$0.state.isOpen } ?? -1) + 1
        return steps[start].period
    }

    /// Every change of state, and every further period in which a pending or open alert fired again; oldest first. What was taken
    /// from the record is there already.
    func transitions(meaning: String) -> [Transition] {
        var transitions: [Transition] = []
        var before = AlertState.inactive
        for step in steps {
            if !step.isFromRecord, step.state != before || (step.fired && step.state != .inactive) {
                transitions.append(
                    Transition(rule: rule.id, area: area, period: step.period, state: step.state, meaning: meaning))
            }
            before = step.state
        }
        return transitions
    }
}

extension Verdict {
    /// Whether the figures were there to judge by.
    fileprivate var judgesFigures: Bool {
        switch self {
        case .notAssessed(.tooSmall), .notAssessed(.noCounts), .notAssessed(.borderline): true
        case .notAssessed: false
        case .fired, .didNotFire, .withinChance: true
        }
    }
}
