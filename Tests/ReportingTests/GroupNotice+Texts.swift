import Alerting
import Definitions

@testable import Reporting

extension GroupNotice {
    /// Every text of the notice, a line each.
    var texts: [String] {
        [subject] + lines
            + items.map { item in
                "\(item.section.rawValue) \(item.severity.rawValue) \(item.title), \(item.areaName), \(item.period): \(item.message)"
            }
    }
}
