import Alerting
import Definitions
import Measures

extension ListMaker {
    /// The course of every KPI at the level of the whole and at those whose areas have pages.
    var courses: [KPICourse] {
        let geography = input.definitions.partnership.geography
        let levels = Set([geography.whole].compactMap(\.self) + geography.pagedLevels)
        let judge = Judge(input.definitions, over: input.observations, asOf: input.asOf)
        return SideBySide.map(input.definitions.priorities) { judge.courses(of: $0) { levels.contains($0) } }.flatMap(\.self)
    }
}
