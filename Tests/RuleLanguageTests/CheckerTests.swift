import Diagnostics
import Measures
import Testing

@testable import RuleLanguage

@Suite("Rules that the checker refuses")
struct CheckerTests {
    struct Wrong: Sendable, CustomTestStringConvertible {
        var when: String
        var grain: Grain
        var finding: String
        var testDescription: String { "\(when) on \(grain.rawValue)" }

        init(_ when: String, on grain: Grain = .quarter, _ finding: String) {
            (self.when, self.grain, self.finding) = (when, grain, finding)
        }
    }

    private static let names =
        "KPIs of this file: `incidents`, `referrals`, `share`, `rate`, `rate_100k`, `yearly_rate`, `mile_rate`, `harm`, `spend`, "
        + "`delay`, `growth`, `gap`, `profile`, `people`"
    private static let rolling =
        "use the grain month or quarter, or compare with `change(x)`, the same period a year before"

    private static let adding =
        "ratios, changes and distinct people are not sums of their parts; `max`, `min` and `median` are told of any figure"

    static let wrong = [
        // Units.
        Wrong("share > 10", "bare-number: a bare number is not a percent @ 10 | write `10%`"),
        Wrong("10 < share", "bare-number: a bare number is not a percent @ 10 | write `10%`"),
        Wrong("change(incidents) > 10", "bare-number: a bare number is not a change @ 10 | write `10%`"),
        Wrong("difference(share) > 3", "bare-number: a bare number is not a number of points @ 3 | write `3 points`"),
        Wrong("difference(share) > 3%", "bare-number: a percent is not a number of points @ 3% | write `3 points`"),
        Wrong("share between 5 and 10%", "bare-number: a bare number is not a percent @ 5 | write `5%`"),
        Wrong(
            "share > 3 points",
            "unit-mismatch: `>` cannot join a percent and a number of points @ share > 3 points | a level is a percent, as `10%`; `difference(x)` is in points"
        ),
        Wrong(
            "change(share) > 3 points",
            "unit-mismatch: `>` cannot join a change and a number of points @ change(share) > 3 points | -"),
        Wrong("share > change(share)", "unit-mismatch: `>` cannot join a percent and a change @ share > change(share) | -"),
        Wrong("incidents > 10%", "unit-mismatch: `>` cannot join a count and a percent @ incidents > 10% | -"),
        Wrong(
            "rate > rate_100k",
            "unit-mismatch: `>` cannot join a rate per 1,000 people and a rate per 100,000 people @ rate > rate_100k | give both KPIs one unit: per the same number"
        ),
        Wrong(
            "rate > yearly_rate",
            "unit-mismatch: `>` cannot join a rate per 1,000 people and a rate per 1,000 people a year @ rate > yearly_rate | a part of a year becomes a year by `annual(x)`"
        ),
        Wrong(
            "rate > mile_rate",
            "unit-mismatch: `>` cannot join a rate per 1,000 people and a rate per billion vehicle miles @ rate > mile_rate | -"
        ),
        Wrong(
            "incidents + rate > 5",
            "unit-mismatch: `+` cannot join a count and a rate per 1,000 people @ incidents + rate | -"),
        Wrong("incidents - share > 5", "unit-mismatch: `-` cannot join a count and a percent @ incidents - share | -"),
        Wrong("incidents * referrals > 5", "unit-mismatch: `*` cannot join a count and a count @ incidents * referrals | -"),
        Wrong(
            "incidents / rate > 5",
            "unit-mismatch: `/` cannot join a count and a rate per 1,000 people @ incidents / rate | -"),
        Wrong(
            "incidents / referrals > 10%",
            "unit-mismatch: `>` cannot join a bare number and a percent @ incidents / referrals > 10% | -"),
        Wrong(
            "spend > 12 days", "unit-mismatch: `>` cannot join an amount of money and a number of days @ spend > 12 days | -"
        ),
        Wrong("delay > £5", "unit-mismatch: `>` cannot join a number of days and an amount of money @ delay > £5 | -"),
        Wrong("harm > incidents", "unit-mismatch: `>` cannot join an index and a count @ harm > incidents | -"),
        Wrong("share - 5% > 3%", "bare-number: a percent is not a number of points @ 3% | write `3 points`"),
        // Conditions, figures and what is neither.
        Wrong("incidents", "not-condition: a condition is wanted here, not a count @ incidents | -"),
        Wrong("change(incidents)", "not-condition: a condition is wanted here, not a change @ change(incidents) | -"),
        Wrong("5", "not-condition: a condition is wanted here, not a bare number @ 5 | -"),
        Wrong("incidents > 1 and referrals", "not-condition: a condition is wanted here, not a count @ referrals | -"),
        Wrong("not incidents", "not-condition: a condition is wanted here, not a count @ incidents | -"),
        Wrong("(incidents > 1) > 2", "not-figure: a figure is wanted here, not a condition @ incidents > 1 | -"),
        Wrong(
            "incidents > 2023/24",
            "not-figure: a figure is wanted here, not a period @ 2023/24 | name a figure in it: `at(x, 2023/24)`"),
        Wrong("incidents > 12 months", "not-figure: a figure is wanted here, not a duration @ 12 months | -"),
        Wrong(
            "incidents > significant(change(incidents))",
            "not-figure: a figure is wanted here, not a condition @ significant(change(incidents)) | -"),
        Wrong("incidents == 'many'", "not-in-rules: a text cannot stand in a rule @ 'many' | -"),
        Wrong("incidents > 2024-03-31", "not-in-rules: a date cannot stand in a rule @ 2024-03-31 | -"),
        Wrong("true", "not-in-rules: `true` or `false` cannot stand in a rule @ true | -"),
        Wrong("incidents in [1, 2]", "not-in-rules: a list of values cannot stand in a rule @ incidents in [1, 2] | -"),
        // Names.
        Wrong("incident > 5", "unknown-kpi: no KPI is named `incident` @ incident | did you mean incidents?"),
        Wrong("Incidents > 5", "unknown-kpi: no KPI is named `Incidents` @ Incidents | did you mean incidents?"),
        Wrong("burglary > 5", "unknown-kpi: no KPI is named `burglary` @ burglary | \(names)"),
        Wrong("chnage(incidents) > 5%", "unknown-term: the language has no term `chnage` @ chnage | did you mean change?"),
        Wrong("change(incidnts) > 5%", "unknown-kpi: no KPI is named `incidnts` @ incidnts | did you mean incidents?"),
        Wrong(
            "change > 5%",
            "term-arguments: `change` is a term and needs its arguments @ change | write `change(kpi)` or `change(kpi, from: previous period)` or `change(kpi, from: 2020/21)`"
        ),
        Wrong("profile > 5", "not-at-grain: `profile` is not told by quarter @ profile | its grains: financial year"),
        // Arguments.
        Wrong(
            "year_before(incidents, 2) > 5",
            "term-arguments: `year_before` is written `year_before(kpi)` @ year_before(incidents, 2) | -"),
        Wrong(
            "previous(incidents, 0) > 5",
            "term-arguments: `previous` is written `previous(kpi)` or `previous(kpi, 3)` @ previous(incidents, 0) | -"),
        Wrong(
            "previous(incidents, 1.5) > 5",
            "term-arguments: `previous` is written `previous(kpi)` or `previous(kpi, 3)` @ previous(incidents, 1.5) | -"),
        Wrong(
            "previous() > 5", "term-arguments: `previous` is written `previous(kpi)` or `previous(kpi, 3)` @ previous() | -"),
        Wrong("missing(incidents > 5)", "term-arguments: `missing` is written `missing(kpi)` @ missing(incidents > 5) | -"),
        Wrong(
            "significant(incidents)",
            "term-arguments: `significant` is written `significant(change(kpi))` or `significant(change(kpi), at: 99%)` @ significant(incidents) | -"
        ),
        Wrong(
            "significant()",
            "term-arguments: `significant` is written `significant(change(kpi))` or `significant(change(kpi), at: 99%)` @ significant() | -"
        ),
        Wrong(
            "significant(change(incidents), at: 30%)",
            "rule-syntax: expected a level from 50% to under 100%, found `30%` @ 30% | -"),
        Wrong(
            "change(incidents, to: 2020 Q1) > 5%",
            "term-arguments: `change` is written `change(kpi)` or `change(kpi, from: previous period)` or `change(kpi, from: 2020/21)` @ change(incidents, to: 2020 Q1) | -"
        ),
        Wrong("change(incidents, from: 5%) > 5%", "rule-syntax: expected a period, found `5%` @ 5% | -"),
        // Periods and grains.
        Wrong(
            "at(incidents, 2021/22) > 5",
            "period-of-other-grain: `2021/22` is not a quarter, and the rule is judged by quarter @ 2021/22 | -"),
        Wrong(
            "at(incidents, 2021) > 5", on: .financialYear,
            "period-of-other-grain: `2021` is not a financial year, and the rule is judged by financial year @ 2021 | -"),
        Wrong(
            "at(incidents, 99) > 5", "rule-period: there is no period `99` @ 99 | write 2024-03, 2024 Q1, 2024 or 2023/24"),
        Wrong(
            "previous(incidents) > 5", on: .rollingYear,
            "overlapping-periods: `previous` needs periods that do not overlap, and successive periods of a rolling year share months @ previous(incidents) | \(rolling)"
        ),
        Wrong(
            "change(incidents, from: previous period) > 5%", on: .financialYearToDate,
            "overlapping-periods: `previous` needs periods that do not overlap, and successive periods of a financial year to date share months @ previous period | \(rolling)"
        ),
        // Windows.
        Wrong(
            "mean(incidents) > 5",
            "term-arguments: `mean` is written `mean(kpi, over: 12 months)` @ mean(incidents) | -"),
        Wrong("sum(incidents, over: 12) > 5", "rule-syntax: expected a duration such as `12 months`, found `12` @ 12 | -"),
        Wrong(
            "mean(incidents, over: 4 months) > 5",
            "not-whole-periods: 4 months is not a whole number of periods of a quarter @ 4 months | name whole periods: `12 months` is 12 months, 4 quarters or 1 year"
        ),
        Wrong(
            "mean(incidents, over: 90 days) > 5", on: .month,
            "not-whole-periods: 90 days is not a whole number of periods of a month @ 90 days | name whole periods: `12 months` is 12 months, 4 quarters or 1 year"
        ),
        Wrong(
            "max(incidents, over: 0 months) > 5", on: .month,
            "not-whole-periods: 0 months is not a whole number of periods of a month @ 0 months | name whole periods: `12 months` is 12 months, 4 quarters or 1 year"
        ),
        Wrong(
            "median(incidents, over: 21 years) > 5", on: .financialYear,
            "beyond-history: 21 years of figures are needed, and none are kept over 20 years @ 21 years | ask for less"),
        Wrong(
            "previous(incidents, 30) > 5", on: .financialYear,
            "beyond-history: 30 periods of a financial year of figures are needed, and none are kept over 20 years @ previous(incidents, 30) | ask for less"
        ),
        Wrong(
            "mean(incidents, over: 12 months) > 5", on: .rollingYear,
            "overlapping-periods: `mean` needs periods that do not overlap, and successive periods of a rolling year share months @ mean(incidents, over: 12 months) | \(rolling)"
        ),
        Wrong(
            "sum(share, over: 12 months) > 10%",
            "does-not-add-up: `share` does not add up, so it has no sum @ sum(share, over: 12 months) | \(adding)"),
        Wrong(
            "sum(people, over: 12 months) > 10",
            "does-not-add-up: `people` does not add up, so it has no sum @ sum(people, over: 12 months) | \(adding)"),
        Wrong(
            "mean(growth, over: 12 months) > 10%",
            "does-not-add-up: `growth` does not add up, so it has no mean @ mean(growth, over: 12 months) | \(adding)"),
        Wrong(
            "share_of_total(rate) > 10%",
            "does-not-add-up: `rate` does not add up, so it has no share of a total @ share_of_total(rate) | only counts and amounts are parts of a whole"
        ),
        Wrong(
            "mean(incidents, over: 12 months) > 10%",
            "unit-mismatch: `>` cannot join a count and a percent @ mean(incidents, over: 12 months) > 10% | -"),
        // A year of a part.
        Wrong(
            "annual(rate) > yearly_rate", on: .financialYear,
            "annual-of: `rate` by financial year is not a part of a year that could be made a year @ annual(rate) | `annual` makes a year of a month or a quarter; leave it out"
        ),
        Wrong(
            "annual(yearly_rate) > 5",
            "annual-of: `yearly_rate` is a rate per 1,000 people a year, which does not grow with the length of its period @ annual(yearly_rate) | leave out `annual`"
        ),
        Wrong(
            "annual(share) > 5%",
            "annual-of: `share` is a percent, which does not grow with the length of its period @ annual(share) | leave out `annual`"
        ),
        Wrong(
            "annual(rate) > rate",
            "unit-mismatch: `>` cannot join a rate per 1,000 people a year and a rate per 1,000 people @ annual(rate) > rate | a part of a year becomes a year by `annual(x)`"
        ),
        // Other areas.
        Wrong(
            "incidents > of(incidents, county)",
            "unknown-level: there is no level of areas `county` @ county | levels: `borough`, `ward`, `plan_area`"),
        Wrong(
            "incidents > of(incidents, boroug)",
            "unknown-level: there is no level of areas `boroug` @ boroug | did you mean borough?"),
        Wrong(
            "profile > of(profile, ward)", on: .financialYear,
            "not-at-level: `profile` is not told by ward @ ward | its levels: borough; more by `by:`"),
        Wrong("incidents > of(incidents)", "term-arguments: `of` is written `of(kpi, borough)` @ of(incidents) | -"),
        Wrong(
            "rank(of(incidents, borough)) <= 3",
            "term-arguments: `rank` is written `rank(kpi)` @ rank(of(incidents, borough)) | -"),
        Wrong("rank(incidents)", "not-condition: a condition is wanted here, not a bare number @ rank(incidents) | -"),
        // Process control.
        Wrong(
            "special_cause(incidents)", on: .rollingYear,
            "overlapping-periods: `special_cause` needs periods that do not overlap, and successive periods of a rolling year share months @ special_cause(incidents) | \(rolling)"
        ),
        Wrong(
            "outside_limits(incidents)", on: .financialYearToDate,
            "overlapping-periods: `outside_limits` needs periods that do not overlap, and successive periods of a financial year to date share months @ outside_limits(incidents) | \(rolling)"
        ),
        // Terms that tell change from chance.
        Wrong(
            "above(incidents, previous(incidents))",
            "not-stated: `above` holds a figure against one that is stated, and `previous(incidents)` is counted, so it varies by chance too @ previous(incidents) | hold it against a number, `target(x)` or `benchmark(x)`; a change is judged by `significant(change(x))`, and areas among each other by `outlier(x)`, not by `above`"
        ),
        Wrong(
            "below(incidents, of(incidents, borough) / 2)",
            "not-stated: `below` holds a figure against one that is stated, and `of(incidents, borough) / 2` is counted, so it varies by chance too @ of(incidents, borough) / 2 | hold it against a number, `target(x)` or `benchmark(x)`; a change is judged by `significant(change(x))`, and areas among each other by `outlier(x)`, not by `below`"
        ),
        Wrong(
            "above(incidents)",
            "term-arguments: `above` is written `above(kpi, benchmark(kpi))` or `above(kpi, 100, at: 99%)` @ above(incidents) | -"),
        Wrong("above(share, 10)", "bare-number: a bare number is not a percent @ 10 | write `10%`"),
        Wrong(
            "above(rate, rate_100k)",
            "not-stated: `above` holds a figure against one that is stated, and `rate_100k` is counted, so it varies by chance too @ rate_100k | hold it against a number, `target(x)` or `benchmark(x)`; a change is judged by `significant(change(x))`, and areas among each other by `outlier(x)`, not by `above`"
        ),
        Wrong(
            "above(mile_rate, 3)",
            "no-counts: the figures of `mile_rate` carry no counts, so chance cannot be judged @ above(mile_rate, 3) | use an indicator that carries counts, or waive the guard with `unguarded:` and a reason"
        ),
        Wrong(
            "outlier(incidents)",
            "not-comparable: `incidents` is a count, which areas of unlike size cannot be compared by @ outlier(incidents) | use a rate or a share"
        ),
        Wrong(
            "outlier(of(rate, borough))",
            "term-arguments: `outlier` is written `outlier(kpi)` or `outlier(kpi, at: 99%)` @ outlier(of(rate, borough)) | -"),
        Wrong(
            "outlier(rate, at: 40%)",
            "rule-syntax: expected a level from 50% to under 100%, found `40%` @ 40% | -"),
        Wrong(
            "unusual(share)",
            "not-counted: `share` is a percent, and only counts and rates have a season that is judged @ unusual(share) | -"),
        Wrong(
            "unusual(incidents)", on: .financialYear,
            "no-season: `unusual` judges by the season, and a financial year has none @ unusual(incidents) | judge the rule by month or by quarter"
        ),
        Wrong(
            "shift(incidents) > 3", "not-figure: a figure is wanted here, not a condition @ shift(incidents) | -"),
        Wrong("age(incidents) > 2 months", "not-figure: a figure is wanted here, not a duration @ 2 months | -"),
        Wrong(
            "rate > tolerance(rate)",
            "no-tolerance: the target of `rate` states no tolerance @ tolerance(rate) | give the target a `tolerance:`, with its `owner:` and `because:`"
        ),
        // Meaning.
        Wrong(
            "significant(change(mile_rate))",
            "no-counts: the figures of `mile_rate` carry no counts, so chance cannot be judged @ significant(change(mile_rate)) | use an indicator that carries counts, or waive the guard with `unguarded:` and a reason"
        ),
        Wrong(
            "base(delay) > 5",
            "no-counts: the figures of `delay` carry no counts, so chance cannot be judged @ base(delay) | use an indicator that carries counts, or waive the guard with `unguarded:` and a reason"
        ),
        Wrong(
            "change(growth) > 5%",
            "change-of-change: `growth` is a change already; a change of it has no meaning @ change(growth) | -"),
        Wrong(
            "change(gap) > 5%",
            "change-of-change: `gap` is a change already; a change of it has no meaning @ change(gap) | -"),
        Wrong(
            "change(change(incidents)) > 5%",
            "change-of-change: `change(incidents)` is a change already; a change of it has no meaning @ change(change(incidents)) | -"
        ),
        Wrong("rate > target(rate)", "no-target: `rate` has no target @ target(rate) | give the KPI a `target:`"),
        Wrong(
            "referrals > benchmark(referrals)",
            "no-benchmark: `referrals` has no benchmark @ benchmark(referrals) | give the KPI a `benchmark:`"),
        // What was meant.
        Wrong(
            "share > incidents / referrals",
            "unit-mismatch: `>` cannot join a percent and a bare number @ share > incidents / referrals | -"),
        Wrong("incidents = 5", "rule-character: the character U+003D has no meaning in an expression @ = | write `==` for equal"),
        Wrong(
            "incidents > 5 && referrals > 5",
            "rule-character: the character U+0026 has no meaning in an expression @ & | write `and`"),
        Wrong(
            "!missing(incidents)",
            "rule-character: the character U+0021 has no meaning in an expression @ ! | write `not`, or `!=` for unequal"),
        Wrong(
            "change(incidents) > 10 %",
            "rule-character: the character U+0025 has no meaning in an expression @ % | write the sign directly behind its number: `10%`"
        ),
    ]

    @Test("the problem, the words under the caret, and what to do", arguments: wrong)
    func table(_ wrong: Wrong) {
        let source = RuleSource(grain: wrong.grain, when: wrong.when)
        let findings = Declarations.findings(
            RuleCompiler.compile(source, kpis: Declarations.all, levels: Declarations.levels, unguarded: true), in: source)
        #expect(findings == [wrong.finding])
    }

    @Test(
        "rules that look unusual and are sound",
        arguments: [
            "share > 10%", "share - year_before(share) > 3 points", "share + 3 points < target(share)",
            "change(share) < -5%",
            "rate > benchmark(rate) * 110%", "incidents / referrals > 1.5", "spend > £5000", "spend > 5000",
            "delay > 20 days", "delay > 20",
            "gap > 3 points", "growth between -5% and 5%", "5 < incidents", "-incidents < -5", "incidents - referrals > 0",
            "at(incidents, 2020 Q1) > 5", "change(incidents, from: 2020 Q1) > 10%", "difference(incidents) > 5",
            "difference(share) > 3 points",
            "significant(difference(share))", "base(change(incidents, from: previous period)) >= 20",
            "smallest(incidents) > 5", "missing(incidents)",
            "not provisional(incidents)", "previous(incidents, 4) > 1", "significant(change(incidents), at: 99.8%)",
            "harm > 1.5", "incidents > 1.2 * mean(incidents, over: 12 months)", "median(share, over: 2 years) < 10%",
            "sum(incidents, over: 4 quarters) > 100", "max(delay, over: 1 year) > 20 days", "annual(rate) > yearly_rate",
            "annual(incidents) > 400", "rank(incidents) <= 3", "share_of_total(incidents) > 10%",
            "incidents > of(incidents, borough) * 10%", "change(incidents) - change(of(incidents, borough)) > 5%",
            "rate > 1.5 * of(rate, borough)", "age(incidents) > 45 days", "special_cause(share)",
            "shift(incidents) or trend(incidents) and not two_of_three(incidents)", "incidents > tolerance(incidents)",
        ])
    func sound(_ when: String) {
        let source = RuleSource(grain: .quarter, when: when)
        #expect(Declarations.findings(Declarations.compile(when), in: source) == [])
    }

    @Test("a month names the rolling year that ends with it, and a year alone the calendar year")
    func namedPeriods() {
        for (when, grain) in [
            ("at(incidents, 2024-03) > 5", Grain.rollingYear), ("at(incidents, 2024-03) > 5", .financialYearToDate),
            ("at(incidents, 2021) > 5", .calendarYear), ("at(incidents, 2021/22) > 5", .financialYear),
            ("at(incidents, 2024-03) > 5", .month),
        ] {
            #expect(
                Declarations.findings(Declarations.compile(when, on: grain), in: RuleSource(grain: grain, when: when)) == [])
        }
    }

    @Test("a change without a guard is refused with the chance that it takes, and a guard or a reason settles it")
    func unguarded() {
        let source = RuleSource(grain: .quarter, when: "change(incidents) > 10%")
        let advice = "add `given: significant(change(x))` or a least base, or waive it by `unguarded:` with a reason"
        let words =
            "this change is judged without a guard: at 100 events, 25% of unchanged series would satisfy it by chance alone"
        #expect(
            Declarations.findings(Declarations.compile(source.when, unguarded: false), in: source)
                == ["unguarded-change: \(words) @ change(incidents) | \(advice)"])
        for guardText in ["significant(change(incidents))", "base(incidents) >= 20", "smallest(incidents) > 5 and rate > 1"]
        {
            #expect(throws: Never.self) { try Declarations.compile(source.when, given: [guardText], unguarded: false).get() }
        }
        #expect(throws: RuleCompiler.RuleFindings.self) {
            try Declarations.compile(source.when, given: ["incidents > 5"], unguarded: false).get()
        }
        #expect(throws: Never.self) { try Declarations.compile(source.when, unguarded: true).get() }
    }

    @Test(
        "a change is seen wherever it stands in the condition",
        arguments: [
            "change(incidents) > 10%", "10% < change(incidents)", "incidents > 5 and change(incidents) > 10%",
            "-change(incidents) < -10%",
            "change(incidents) * 2 > 20%", "change(incidents) - change(referrals) > 10%",
            "change(incidents) between 10% and 20%",
            "not change(incidents) <= 10%", "difference(incidents) > 10",
        ])
    func unguardedAnywhere(_ when: String) {
        let source = RuleSource(grain: .quarter, when: when)
        let findings = Declarations.findings(Declarations.compile(when, unguarded: false), in: source)
        #expect(findings.count == 1 && findings[0].hasPrefix("unguarded-change: "), "\(findings)")
    }

    @Test("an unguarded difference of shares claims no chance that counts alone cannot give")
    func unguardedPoints() {
        let source = RuleSource(grain: .quarter, when: "difference(share) > 3 points")
        let findings = Declarations.findings(Declarations.compile(source.when, unguarded: false), in: source)
        #expect(
            findings.count == 1 && findings[0].hasPrefix("unguarded-change: ") && !findings[0].contains("100 events"),
            "\(findings)")
    }

    @Test("an unguarded difference of counts tells the chance of that many events, not of that many hundred per cent")
    func unguardedDifference() {
        let source = RuleSource(grain: .quarter, when: "difference(incidents) > 10")
        let findings = Declarations.findings(Declarations.compile(source.when, unguarded: false), in: source)
        #expect(findings.first?.contains("at 100 events, 25% of unchanged series") == true, "\(findings)")
    }

    @Test("all texts of a rule are checked in one go")
    func allTexts() {
        let source = RuleSource(
            grain: .quarter, when: "share > 10", given: ["base(incidents) > 5", "base(delay) > 1"], clear: "share <",
            message: "{shar}")
        let result = RuleCompiler.compile(source, kpis: Declarations.all)
        guard case .failure(let failure) = result else {
            Issue.record("compiled")
            return
        }
        #expect(failure.findings.map(\.part) == [.when, .given(1), .clear, .message])
        #expect(
            Declarations.findings(result, in: source).map { $0.prefix { $0 != ":" } } == [
                "bare-number", "no-counts", "rule-syntax", "unknown-kpi",
            ])
    }
}
