public import Definitions
public import Measures
public import RuleLanguage

/// A KPI over its periods, for the areas of one level, with the process limits that a rule on it would have.
///
/// A class, since it holds every register of its program and is handed from page to page unchanged.
public final class KPICourse: Sendable {
    public let kpi: KPI
    /// The priority, by id.
    public let priority: String
    public let level: AreaLevel
    /// Of `special_cause(kpi)`, so that a page and a rule never tell of two limits; where the periods overlap, which nobody can judge so,
    /// of the plain figure.
    public let evaluation: Evaluation
    /// Whether the evaluation tells of process limits.
    public let hasLimits: Bool

    init(_ kpi: KPI, of priority: String, at level: AreaLevel, _ evaluation: Evaluation, hasLimits: Bool) {
        self.kpi = kpi
        self.priority = priority
        self.level = level
        self.evaluation = evaluation
        self.hasLimits = hasLimits
    }

    public var frame: EvaluationFrame { evaluation.frame }

    /// The place of an area in the frame.
    public func place(of area: AreaCode) -> Int? { frame.areas.firstIndex(of: area) }

    /// The place of the latest period whose figure is due for an area; nil where none is.
    public func latestDue(area: Int) -> Int? {
        (0..<frame.periodCount).last { evaluation.observed(0, area: area, period: $0).state != .notDue }
    }
}

extension Judge {
    /// The course of each KPI of a priority at each of its levels that a test keeps, on its deciding grain.
    public func courses(of priority: Priority, at isTold: (AreaLevel) -> Bool = { _ in true }) -> [KPICourse] {
        priority.kpis.flatMap { kpi -> [KPICourse] in
            guard let grain = priority.decidingGrain(of: kpi) else { return [] }
            return kpi.levels.filter(isTold).compactMap { course(of: kpi, priority, at: $0, grain) }
        }
    }

    private func course(of kpi: KPI, _ priority: Priority, at level: AreaLevel, _ grain: Grain) -> KPICourse? {
        let levels = definitions.partnership.geography.levels
        func program(_ condition: String) -> RuleProgram? {
            let source = RuleSource(grain: grain, when: condition)
            return try? RuleCompiler.compile(source, kpis: [kpi.declaration], levels: levels, unguarded: true).get()
        }
        func run(_ program: RuleProgram?) -> Evaluation? {
            program.flatMap { evaluation(of: $0, at: level, among: kpi.areas, priority) }
        }
        if let judged = run(grain.overlaps ? nil : program("special_cause(\(kpi.id))")) {
            return KPICourse(kpi, of: priority.id, at: level, judged, hasLimits: true)
        }
        return run(program("missing(\(kpi.id))")).map { KPICourse(kpi, of: priority.id, at: level, $0, hasLimits: false) }
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
