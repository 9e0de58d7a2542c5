import Definitions
import Disclosure

extension DisclosurePolicy {
    /// What an audience may see.
    init(of audience: Audience) {
        self.init(withholdUpTo: audience.withholdUpTo, roundTo: audience.roundTo)
    }

    /// For readers whose audience the definitions do not name: they see nothing small.
    static let strict = DisclosurePolicy(withholdUpTo: 9, roundTo: 5)
}
