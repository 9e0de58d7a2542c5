import Measures
import RuleLanguage

extension Corpus {
    /// A KPI that may be asked by every term that its unit allows.
    static func kpi(
        _ name: String, _ unit: Unit, counts: Bool = true, addsUp: Bool = false, target: Bool = true,
        benchmark: Bool = true, dispersion: Double? = nil
    ) -> KPIDeclaration {
        KPIDeclaration(
            name: name, unit: unit, grains: Grain.allCases, levels: levels, carriesCounts: counts,
            addsUpOverPeriods: addsUp || unit == .count, hasTarget: target, hasTolerance: target,
            hasBenchmark: benchmark, dispersion: dispersion,
            exceptional: [
                ExceptionalPeriod(
                    from: Month(year: 2020, month: 3), to: Month(year: 2021, month: 7), because: "Travel was restricted",
                    by: nil)
            ])
    }

    /// The KPIs that the examples of the language reference name, and one more of each unit that they leave out.
    static let examples = [
        kpi("incidents", .count, addsUp: true), kpi("referrals", .count, addsUp: true, dispersion: 4),
        kpi("people", .count), kpi("share", .percent), kpi("rate", .rate(Unit.Rate(per: 1000, of: "people"))),
        kpi("rate_100k", .rate(Unit.Rate(per: 100_000, of: "people"))),
        kpi("yearly_rate", .rate(Unit.Rate(per: 1000, of: "people", time: .year))),
        kpi("mile_rate", .rate(Unit.Rate(per: 1e9, of: "vehicle miles")), counts: false), kpi("harm", .index),
        kpi("spend", .money, counts: false, addsUp: true), kpi("delay", .days, counts: false),
        kpi("growth", .change, counts: false), kpi("gap", .points, counts: false),
    ]
}
