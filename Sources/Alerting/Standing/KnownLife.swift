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
        public var began: Period?
        /// Nil where lives differ.
        public var state: AlertState?
    }

    /// By period of the evaluation's frame.
    public let facts: [Fact]

    /// - Parameters:
    ///   - signals: what each period of the evaluation's frame says; nil of one that the reader can't judge.
    ///   - recordIsKnown: whether the reader knows what was recorded of periods that can't be judged any more.
    public init(of history: AlertHistory, signals: [PeriodSignal?], recordIsKnown: Bool) {
        var lives = Lives(history.rule)
        for step in history.steps.prefix(history.recordedBefore) {
            lives.pass(step.period, nil, adopting: recordIsKnown ? step.state : nil)
        }
        facts = zip(history.steps.dropFirst(history.recordedBefore), signals).map { step, signal in
            if step.isFromRecord {
                lives.pass(step.period, nil, adopting: recordIsKnown ? step.state : nil)
            } else {
                lives.pass(step.period, signal, adopting: nil)
            }
            return lives.fact
        }
    }
}

/// The lives that an alert may have had up to a period: those that are to go on alike as one.
private struct Lives {
    /// When the alert of such lives began: in one period, or not in the same.
    private enum Beginning: Hashable {
        case none
        case one(Period)
        case several

        func merged(with other: Beginning) -> Beginning { self == other ? self : .several }
    }

    private var machines: [AlertMachine: Beginning]
    private let missing: Rule.MissingPolicy

    init(_ rule: Rule) {
        missing = rule.missing
        let fresh = AlertMachine(forPeriods: rule.forPeriods, keepPeriods: rule.keepPeriods, missing: rule.missing)
        machines = [fresh: .none]
    }

    /// - Parameter recorded: the state that the record tells of the period, where it is taken from there.
    mutating func pass(_ period: Period, _ signal: PeriodSignal?, adopting recorded: AlertState?) {
        var next: [AlertMachine: Beginning] = [:]
        func add(_ machine: AlertMachine, after beginning: Beginning, wasOpen: Bool) {
            let own: Beginning = !machine.state.isOpen ? .none : wasOpen ? beginning : .one(period)
            next[machine] = next[machine]?.merged(with: own) ?? own
        }
        for (machine, beginning) in machines {
            let signals = recorded != nil ? [] : signal.map { [AlertSignal($0, missing: missing)] } ?? AlertSignal.allCases
            for signal in signals {
                var moved = machine
                moved.advance(signal, in: period)
                add(moved, after: beginning, wasOpen: machine.state.isOpen)
            }
            if let recorded {
                var moved = machine
                moved.adopt(recorded, of: period)
                add(moved, after: beginning, wasOpen: machine.state.isOpen)
            }
        }
        machines = next
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
