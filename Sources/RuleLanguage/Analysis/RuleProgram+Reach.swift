/// What figures can make of a rule, told without any.
public struct RuleReach: Sendable, Hashable {
    /// Whether there are figures at which the rule fires.
    public var canFire: Bool
    /// Whether there are figures at which its condition is not met.
    public var canStaySilent: Bool
    /// Whether there are figures at which an alert recovers.
    public var canRecover: Bool
    /// Figures at which the condition and the recovery condition are both met, so that an alert would recover while it is breached.
    public var recoversWhileMet: Overlap?

    /// A term, and a figure of it, for a reader.
    public struct Overlap: Sendable, Hashable {
        /// As the rule writes it.
        public var term: String
        public var value: String
    }
}

extension RuleProgram {
    /// What figures can make of the rule, from the units and terms alone. Where that can't be told, anything is taken to be possible.
    public var reach: RuleReach {
        let finder = SituationFinder(self)
        let met = finder.situations(ofAll: [when])
        let fires = finder.situations(ofAll: [when] + guards.map(\.register))
        let recovers = clear.map { finder.situations(ofAll: [$0]) }
        return RuleReach(
            canFire: fires?.isEmpty != true, canStaySilent: finder.situations(of: when, is: false)?.isEmpty != true,
            canRecover: recovers.map { $0?.isEmpty != true } ?? true,
            recoversWhileMet: recovers.flatMap { $0 }.flatMap { recovers in
                met.flatMap { overlap(of: $0, with: recovers, finder) }
            })
    }

    /// Where the recovery condition speaks of the condition's own terms alone, figures at which both hold.
    private func overlap(
        of met: [Situation], with recovers: [Situation], _ finder: SituationFinder
    ) -> RuleReach.Overlap? {
        for one in met {
            for other in recovers where other.ranges.allSatisfy({ one.range(of: $0.subject) != nil }) {
                guard let both = one.joined(with: other), let (subject, _) = other.ranges.first,
                    let value = both.range(of: subject)?.witness
                else { continue }
                switch subject {
                case .term(let register):
                    let unit = instructions[register].unit
                    let isTruth = instructions[register].isTruth
                    let words = isTruth ? (value == 1 ? "yes" : "no") : Evaluation.words(value, unit)
                    return RuleReach.Overlap(term: finder.text(of: register), value: words)
                case .difference(let left, let right):
                    let relation = value == 0 ? "equal to" : value > 0 ? "over" : "under"
                    return RuleReach.Overlap(term: finder.text(of: left), value: "\(relation) \(finder.text(of: right))")
                }
            }
        }
        return nil
    }
}
