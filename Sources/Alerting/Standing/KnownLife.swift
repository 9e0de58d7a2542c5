import Definitions
public import Measures

/// What follows of an alert's life from what some of its periods say, for a reader who can't tell what the others do.
///
/// Every life that the alert may have had is followed at once: a period that the reader can't judge moves it by each signal that there
/// is. What all of these lives agree on, the reader may be told: it would be so whatever the periods say that they do not see.
public struct KnownLife: Sendable {
    /// What is common to all lives after one period.
    public struct Fact: Sendable, Hashable {
        /// Whether an alert stands open; nil where lives differ.
        public var isOpen: Bool?
        /// The period in which an alert began that is open in all of them; nil where they differ.
        public var began: Measures.Period?
        /// Nil where lives differ.
        public var state: AlertState?
    }

    /// By period of the evaluation's frame.
    public let facts: [Fact]

    /// - Parameters:
    ///   - signals: what each period of the evaluation's frame says; nil of one that the reader can't judge.
    ///   - recordIsKnown: whether the reader knows what was recorded of periods that can't be judged any more.
    public init(of history: AlertHistory, signals: [PeriodSignal?], recordIsKnown: Bool) {
        let rule = history.rule
        let before = history.steps.prefix(history.recordedBefore)
        let machine = AlertMachine(forPeriods: rule.forPeriods, keepPeriods: rule.keepPeriods, missing: rule.missing)
        let known = zip(history.steps.dropFirst(history.recordedBefore), signals).map { step, signal in
            (step: step, signal: step.isFromRecord ? nil : signal)
        }
        let periods = (before.map { (step: $0, signal: nil) } + known).map { step, signal in
            Period(period: step.period, signal: signal, recorded: step.isFromRecord && recordIsKnown ? step.state : nil)
        }
        facts = Array(Self.facts(machine, missing: rule.missing, periods).dropFirst(before.count))
    }

    /// What a reader knows of one period.
    struct Period {
        var period: Measures.Period
        /// What it says; nil where that is not known.
        var signal: PeriodSignal?
        /// The state that is known to have been recorded of it, which then is the alert's.
        var recorded: AlertState?
    }

    /// What is common to all lives after each of some periods, for an alert that begins as a machine stands.
    static func facts(_ machine: AlertMachine, missing: Rule.MissingPolicy, _ periods: [Period]) -> [Fact] {
        var lives = Lives(machine, missing: missing)
        return periods.map { period in
            lives.pass(period)
            return lives.fact
        }
    }
}

/// The lives that an alert may have had up to a period: those that are to go on alike as one.
private struct Lives {
    /// When the alert of such lives began: in one period, or not in the same.
    private enum Beginning: Hashable {
        case none
        case one(Measures.Period)
        case several

        func merged(with other: Beginning) -> Beginning { self == other ? self : .several }
    }

    private var machines: [AlertMachine: Beginning]
    private let missing: Rule.MissingPolicy

    init(_ machine: AlertMachine, missing: Rule.MissingPolicy) {
        machines = [machine: .none]
        self.missing = missing
    }

    mutating func pass(_ known: KnownLife.Period) {
        var next: [AlertMachine: Beginning] = [:]
        for (machine, beginning) in machines {
            for moved in moved(machine, by: known) {
                let own: Beginning =
                    !moved.state.isOpen ? .none : machine.state.isOpen ? beginning : .one(known.period)
                next[moved] = next[moved]?.merged(with: own) ?? own
            }
        }
        machines = next
    }

    /// All that a life may be after a period.
    private func moved(_ machine: AlertMachine, by known: KnownLife.Period) -> [AlertMachine] {
        if let recorded = known.recorded {
            var moved = machine
            moved.adopt(recorded, of: known.period)
            return [moved]
        }
        let signals = known.signal.map { [AlertSignal($0, missing: missing)] } ?? AlertSignal.allCases
        return signals.map { signal in
            var moved = machine
            moved.advance(signal, in: known.period)
            return moved
        }
    }

    var fact: KnownLife.Fact {
        let open = Set(machines.keys.map(\.state.isOpen))
        let states = Set(machines.keys.map(\.state))
        let beginnings = Set(machines.values)
        var fact = KnownLife.Fact(
            isOpen: open.count == 1 ? open.first : nil, began: nil, state: states.count == 1 ? states.first : nil)
        if beginnings.count == 1, case .one(let period)? = beginnings.first { fact.began = period }
        return fact
    }
}
