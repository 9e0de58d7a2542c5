import Alerting
import Definitions
import Measures
public import RuleLanguage

/// How a KPI stands in an area, with its reasons, as `beacon explain` tells it.
public struct ExplainedStatus: Sendable, Encodable {
    public var kpi: String
    public var title: String
    public var area: String
    public var areaName: String
    /// As the command takes it: `2024 Q1`.
    public var period: String
    public var periodTitle: String
    public var figure: String
    public var target: String?
    public var status: String
    /// Against the period before; nil on grains whose periods overlap.
    public var shortTravel: String?
    /// Against the same period of the year before.
    public var longTravel: String
    public var boundsOwner: String?
    public var boundsBecause: String?
    public var red: Explanation.Step?
    public var amber: Explanation.Step?

    init(_ told: KPIStatus, areaName: String) {
        kpi = told.kpi.id
        title = told.kpi.title
        area = told.area.rawValue
        self.areaName = areaName
        period = told.period.description
        periodTitle = told.period.title
        figure = told.observation.value.map { Quantity($0, told.kpi.unit).description } ?? "no figure"
        target = told.target.map { Quantity($0, told.kpi.unit).description }
        status = told.colour.words
        shortTravel = told.short?.words
        longTravel = told.long.words
        boundsOwner = told.kpi.status?.owner
        boundsBecause = told.kpi.status?.because
        red = told.explanation?.when
        amber = told.amberExplanation?.when
    }

    /// In words.
    public var lines: [String] {
        var lines = ["\(title) (\(kpi)), \(areaName), \(periodTitle)"]
        lines.append("  \(status): \(figure)\(target.map { " against a target of \($0)" } ?? "")")
        if let red { lines += ["    red when"] + red.lines(indent: 6) }
        // What is red is not asked whether it is amber.
        if let amber, status != KPIStatus.Colour.red.words {
            lines += ["    else amber when"] + amber.lines(indent: 6)
        }
        if let shortTravel { lines.append("  against the period before: \(shortTravel)") }
        lines.append("  against the year before: \(longTravel)")
        lines.append("  bounds set by: \(boundsOwner ?? "nobody named")\(boundsBecause.map { ": \($0)" } ?? "")")
        return lines + [""]
    }
}

extension Explaining {
    func statuses(
        of kpi: KPI, _ rule: StatusRule, _ priority: Priority, _ definitions: Definitions, area name: String?,
        period: Period?
    ) throws(RunFailure) -> [ExplainedStatus] {
        let geography = definitions.partnership.geography
        try check(period, rule.grain, "KPI")
        let (observations, asOf) = try stored(rule.programs, kpi.levels, rule.grain)
        let judge = Judge(definitions, over: observations, asOf: asOf)
        let wanted = try areas(
            named: name, among: kpi.levels.flatMap { kpi.areas(at: $0, in: geography) }, geography, of: "KPI \(kpi.id)")
        let told = kpi.levels.flatMap { judge.statuses(of: kpi, at: $0, priority, in: period) }
            .filter { wanted?.contains($0.area) ?? true }
        guard !told.isEmpty || period == nil else {
            throw .usage(
                words: "there are no figures of \(kpi.id) for \(period?.description ?? "")",
                remedy: "leave the period out for the latest that is due")
        }
        return told.map { ExplainedStatus($0, areaName: geography.area($0.area)?.name ?? $0.area.rawValue) }
    }
}
