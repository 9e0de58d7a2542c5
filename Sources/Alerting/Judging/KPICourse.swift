public import Definitions
public import Measures
public import RuleLanguage

/// A KPI over its periods, for the areas of one level, with the process limits that a rule on it would have.
///
/// A class, since it holds every register of its programs and is handed from page to page unchanged.
public final class KPICourse: Sendable {
    public let kpi: KPI
    /// The priority, by id.
    public let priority: String
    public let level: AreaLevel
    /// Of the KPI on the grain on which it is told first.
    public let evaluation: Evaluation
    /// Of `special_cause(kpi)` on its shortest grain whose periods do not overlap, so that a page and a rule never tell of two limits; nil
    /// where it has none.
    public let process: Evaluation?

    init(_ kpi: KPI, of priority: String, at level: AreaLevel, _ evaluation: Evaluation, process: Evaluation?) {
        self.kpi = kpi
        self.priority = priority
        self.level = level
        self.evaluation = evaluation
        self.process = process
    }

    public var frame: EvaluationFrame { evaluation.frame }

    /// The place of an area in the frame, which is that of the process too.
    public func place(of area: AreaCode) -> Int? { frame.areas.firstIndex(of: area) }

    /// The place of the latest period whose figure is due for an area; nil where none is.
    public func latestDue(area: Int) -> Int? { Self.latestDue(area: area, in: evaluation) }

    /// The same of the process' periods.
    ///
    /// - Parameter end: only periods that have ended by this day; nil for all.
    public static func latestDue(area: Int, in evaluation: Evaluation, through end: CalendarDate? = nil) -> Int? {
        (0..<evaluation.frame.periodCount).last { place in
            (end.map { evaluation.frame.first.moved(by: place).lastDay <= $0 } ?? true)
                && evaluation.observed(0, area: area, period: place).state != .notDue
        }
    }
}

extension Judge {
    /// The course of each KPI of a priority at each of its levels that a test keeps.
    public func courses(of priority: Priority, at isTold: (AreaLevel) -> Bool = { _ in true }) -> [KPICourse] {
        priority.kpis.flatMap { kpi -> [KPICourse] in
            guard let grain = priority.decidingGrain(of: kpi) else { return [] }
            let shortest = kpi.grains.filter { !$0.overlaps }.min()
            return kpi.levels.filter(isTold).compactMap { level in
                let process = shortest.flatMap { course("special_cause(\(kpi.id))", of: kpi, priority, at: level, by: $0) }
                let own = process.flatMap { $0.frame.first.grain == grain ? $0 : nil }
                return (own ?? course("missing(\(kpi.id))", of: kpi, priority, at: level, by: grain)).map {
                    KPICourse(kpi, of: priority.id, at: level, $0, process: process)
                }
            }
        }
    }

    private func course(
        _ condition: String, of kpi: KPI, _ priority: Priority, at level: AreaLevel, by grain: Grain
    ) -> Evaluation? {
        let source = RuleSource(grain: grain, when: condition)
        let levels = definitions.partnership.geography.levels
        let program = try? RuleCompiler.compile(source, kpis: [kpi.declaration], levels: levels, unguarded: true).get()
        return program.flatMap { evaluation(of: $0, at: level, among: kpi.areas, priority) }
    }
}

extension Priority {
    /// The grain on which a KPI is told first: that of its status, or of the first rule that reads it, or the first that it states.
    public func decidingGrain(of kpi: KPI) -> Grain? {
        kpi.status?.grain
            ?? rules.first { $0.program.series.contains { $0.name == kpi.id } }?.grain
            ?? kpi.grains.first
    }
}
