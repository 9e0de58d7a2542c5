import Alerting
import Definitions
import Measures

/// The states of alerts, period by period, as one night tells them.
struct AlertLives {
    private struct Key: Hashable {
        var rule: String
        var area: AreaCode
    }

    private var histories: [Key: AlertHistory] = [:]
    /// The states last recorded, by place.
    private var recorded: [[String]: AlertState] = [:]

    init(_ advance: Advance, _ recorded: [RecordedTransition]) {
        for standing in advance.standings {
            histories[Key(rule: standing.rule.id, area: standing.area)] = standing.history
        }
        for entry in recorded { self.recorded[Self.place(entry.transition)] = entry.transition.state }
    }

    private static func place(_ transition: Transition) -> [String] {
        [transition.rule, transition.area.rawValue, transition.period.description]
    }

    /// What was recorded of the period and undone since is withdrawn, or resolved where its figures came late; else the state after it.
    func state(of rule: String, in area: AreaCode, _ period: Period) -> AlertState? {
        let state = histories[Key(rule: rule, area: area)]?.steps.last { $0.period == period }?.state
        guard state?.isOpen != true, let last = recorded[[rule, area.rawValue, period.description]],
            [.withdrawn, .resolved, .closed].contains(last)
        else { return state }
        return last
    }

    func states(of rule: String, in area: AreaCode) -> [(period: Period, state: AlertState)] {
        histories[Key(rule: rule, area: area)]?.steps.map { ($0.period, $0.state) } ?? []
    }
}
