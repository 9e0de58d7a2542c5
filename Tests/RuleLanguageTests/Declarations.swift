import Diagnostics
import Measures

@testable import RuleLanguage

/// KPIs of every kind, for the checker's tests.
enum Declarations {
    static let perThousand = Unit.rate(Unit.Rate(per: 1000, of: "people"))

    static func kpi(
        _ name: String, _ unit: Unit, grains: [Grain] = Grain.allCases, counts: Bool = true, addsUp: Bool = false,
        growsWithDays: Bool? = nil, target: Bool = false, tolerance: Bool = false, benchmark: Bool = false, dispersion: Double? = nil,
        levels: [AreaLevel] = levels
    ) -> KPIDeclaration {
        KPIDeclaration(
            name: name, unit: unit, grains: grains, levels: levels, carriesCounts: counts, addsUpOverPeriods: addsUp,
            growsWithDays: growsWithDays, hasTarget: target, hasTolerance: tolerance, hasBenchmark: benchmark, dispersion: dispersion)
    }

    static let levels = [AreaLevel("borough"), AreaLevel("ward"), AreaLevel("plan_area")]

    static let all = [
        kpi("incidents", .count, addsUp: true, target: true, tolerance: true, benchmark: true),
        kpi("referrals", .count, addsUp: true),
        kpi("share", .percent, target: true, benchmark: true), kpi("rate", perThousand, growsWithDays: true, benchmark: true),
        kpi("rate_100k", .rate(Unit.Rate(per: 100_000, of: "people")), growsWithDays: true),
        kpi("yearly_rate", .rate(Unit.Rate(per: 1000, of: "people", time: .year)), growsWithDays: true),
        kpi("mile_rate", .rate(Unit.Rate(per: 1e9, of: "vehicle miles")), counts: false), kpi("harm", .index),
        kpi("spend", .money, counts: false), kpi("delay", .days, counts: false), kpi("growth", .change, counts: false),
        kpi("gap", .points, counts: false), kpi("profile", .count, grains: [.financialYear], levels: [AreaLevel("borough")]),
        kpi("people", .count),
    ]

    static func compile(
        _ when: String, given: [String] = [], clear: String? = nil, message: String = "", on grain: Grain = .quarter,
        unguarded: Bool = true, kpis: [KPIDeclaration] = all, discoveryRate: Double? = nil
    ) -> Result<RuleProgram, RuleCompiler.RuleFindings> {
        RuleCompiler.compile(
            RuleSource(
                grain: grain, when: when, given: given, clear: clear, message: message, discoveryRate: discoveryRate),
            kpis: kpis,
            levels: levels, unguarded: unguarded)
    }

    /// The findings as a reader sees them: `unit-mismatch: words @ underlined text | near miss or remedy`.
    static func findings(_ result: Result<RuleProgram, RuleCompiler.RuleFindings>, in source: RuleSource) -> [String] {
        guard case .failure(let failure) = result else { return [] }
        return failure.findings.map { found in
            let problem = found.finding.problem
            let advice = problem.nearMiss.map { "did you mean \($0)?" } ?? problem.remedy ?? "-"
            return "\(problem.code): \(problem.words) @ \(source.text(of: found.part, found.finding.range)) | \(advice)"
        }
    }
}
