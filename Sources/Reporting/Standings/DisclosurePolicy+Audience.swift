import Definitions
import Disclosure

extension DisclosurePolicy {
    /// What an audience may see.
    init(of audience: Audience) {
        self.init(withholdUpTo: audience.withholdUpTo, roundTo: audience.roundTo, dominance: audience.dominance)
    }

    /// For readers whose audience the definitions do not name: they see nothing small.
    static let strict = DisclosurePolicy(withholdUpTo: 9, roundTo: 5)

    /// An order of all policies: by threshold, then by rounding, then by dominance.
    func isLessStrict(than other: DisclosurePolicy) -> Bool {
        (withholdUpTo, roundTo, -(dominance ?? 1)) < (other.withholdUpTo, other.roundTo, -(other.dominance ?? 1))
    }
}
