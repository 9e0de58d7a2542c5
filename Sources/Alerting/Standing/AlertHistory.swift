public import Definitions
public import Measures
public import RuleLanguage

/// A step in an alert's life: in this period it came into, or stayed in, this state.
public struct Transition: Sendable, Hashable {
    public var rule: String
    public var area: AreaCode
    public var period: Period
    public var state: AlertState
    /// The rule's compiled meaning: an edit that keeps it keeps the alert.
    public var meaning: String

    public init(rule: String, area: AreaCode, period: Period, state: AlertState, meaning: String) {
        self.rule = rule
        self.area = area
        self.period = period
        self.state = state
        self.meaning = meaning
    }
}

/// The life of one alert over the periods of a frame, as the observations now known tell it.
public struct AlertHistory: Sendable {
    public let rule: Rule
    public let area: AreaCode
    public let level: AreaLevel
    /// The state after each period of the frame.
    public let states: [AlertState]
    public let frame: EvaluationFrame
    /// For each period of the frame, whether the rule fired in it.
    private let fired: [Bool]

    public init(_ evaluation: RuleEvaluation, area index: Int) {
        rule = evaluation.rule
        level = evaluation.level
        frame = evaluation.frame
        area = evaluation.frame.areas[index]
        var machine = AlertMachine(forPeriods: rule.forPeriods, missing: rule.missing)
        states = (0..<evaluation.frame.periodCount).map { period in
            machine.advance(
                PeriodSignal(
                    verdict: evaluation.evaluation.verdict(area: index, period: period),
                    clears: evaluation.evaluation.clears(area: index, period: period),
                    isProvisional: evaluation.evaluation.isProvisional(area: index, period: period)),
                in: evaluation.frame.first.moved(by: period))
            return machine.state
        }
        fired = (0..<evaluation.frame.periodCount).map {
            evaluation.evaluation.verdict(area: index, period: $0) == .fired
        }
    }

    public var state: AlertState { states.last ?? .inactive }

    /// The place of the last period in which the rule fired.
    public var lastFired: Int? { fired.lastIndex(of: true) }

    /// The place of the period in which the present episode began to fire; nil where no alert is open.
    public var began: Int? {
        guard state.isOpen else { return nil }
        return (states.lastIndex { !$0.isOpen } ?? -1) + 1
    }

    /// Every change of state, and every further period in which an open alert fired again; oldest first.
    public func transitions(meaning: String) -> [Transition] {
        var transitions: [Transition] = []
        var before = AlertState.inactive
        for (index, state) in states.enumerated() {
            if state != before || (state == .firing && fired[index]) {
                transitions.append(
                    Transition(
                        rule: rule.id, area: area, period: frame.first.moved(by: index), state: state, meaning: meaning))
            }
            before = state
        }
        return transitions
    }
}
