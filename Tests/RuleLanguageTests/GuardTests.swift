import Diagnostics
import Measures
import RuleLanguage
import Testing

@Suite("What guards a change, and what a rule means")
struct GuardTests {
    private static let kpis = ["violence", "other"].map { name in
        KPIDeclaration(
            name: name, unit: .count, grains: [.quarter, .rollingYear, .financialYearToDate], carriesCounts: true,
            addsUpOverPeriods: true)
    }

    private func codes(_ grain: Grain = .quarter, when: String, given: [String] = []) -> [String] {
        let source = RuleSource(grain: grain, when: when, given: given)
        switch RuleCompiler.compile(source, kpis: Self.kpis) {
        case .success: return []
        case .failure(let failure): return failure.findings.map(\.finding.problem.code)
        }
    }

    @Test(
        "a guard counts only where it guards the series that is judged",
        arguments: [
            ("significant(change(violence))", []), ("base(violence) >= 20", []),
            ("significant(change(other))", ["unguarded-change"]), ("base(other) >= 20", ["unguarded-change"]),
            ("not provisional(violence)", ["unguarded-change"]),
            ("not significant(change(violence))", ["unguarded-change"]),
        ])
    func sameSeries(given: String, wanted: [String]) {
        #expect(codes(when: "change(violence) > 10%", given: [given]) == wanted)
    }

    @Test(
        "a change that is spelled out needs its guard too",
        arguments: [
            "violence > 1.1 * year_before(violence)", "violence - previous(violence) > 3",
            "violence / previous(violence, 4) > 1.1",
        ])
    func spelledOut(when: String) {
        #expect(codes(when: when) == ["unguarded-change"])
        #expect(codes(when: when, given: ["significant(change(violence))"]).isEmpty)
    }

    @Test(
        "on grains whose periods overlap, only the same period of the year before is compared",
        arguments: [Grain.rollingYear, .financialYearToDate])
    func overlapping(grain: Grain) {
        let guarded = ["significant(change(violence))"]
        #expect(codes(grain, when: "change(violence) > 10%", given: guarded).isEmpty)
        #expect(codes(grain, when: "change(violence, from: 2023-12) > 10%", given: guarded) == ["overlapping-periods"])
        #expect(
            codes(grain, when: "change(violence, from: previous period) > 10%", given: guarded) == ["overlapping-periods"])
    }

    @Test("the error tells the chance at the KPI's usual level, and that what comes as a change can only be waived")
    func words() {
        func finding(_ when: String, kpis: [KPIDeclaration]) -> [String] {
            let source = RuleSource(grain: .quarter, when: when)
            return Declarations.findings(RuleCompiler.compile(source, kpis: kpis), in: source)
        }
        var incidents = Declarations.kpi("incidents", .count)
        let remedy = "add `given: significant(change(x))` or a least base, or waive it by `unguarded:` with a reason"
        #expect(
            finding("change(incidents) > 10%", kpis: [incidents]) == [
                "unguarded-change: this change is judged without a guard: at 100 events, 25% of unchanged series would satisfy it by "
                    + "chance alone @ change(incidents) | \(remedy)"
            ])
        incidents.typical = [.quarter: 20]
        #expect(
            finding("change(incidents) > 10%", kpis: [incidents]) == [
                "unguarded-change: this change is judged without a guard: at 20 events, 38% of unchanged series would satisfy it by "
                    + "chance alone @ change(incidents) | \(remedy)"
            ])
        #expect(
            finding("growth > 10%", kpis: [Declarations.kpi("growth", .change, counts: false)]) == [
                "unguarded-change: this change is judged without a guard: at 100 events, 25% of unchanged series would satisfy it by "
                    + "chance alone @ growth | its figures carry no counts, so nothing can guard it: waive the guard by `unguarded:` "
                    + "with a reason"
            ])
    }

    @Test(
        "every message of an unguarded rule says what chance does, as far as anybody can tell",
        arguments: [
            ("change(incidents) > 10%", "115 [unguarded: chance alone does this in 24% of unchanged series of this size]"),
            ("difference(incidents) > 10", "115 [unguarded: chance alone does this in 26% of unchanged series of this size]"),
            ("incidents > 1.1 * year_before(incidents)", "115 [unguarded: chance is not excluded]"),
            ("growth > 10%", "115 [unguarded: chance is not excluded]"), ("incidents > 100", "115"),
        ])
    func unguardedMessages(_ when: String, _ message: String) throws {
        let growth = Observation(value: 0.15)
        let evaluation = try Judging(["incidents": [.count(100), .count(115)], "growth": [growth, growth]])
            .evaluation(when, message: "{incidents}")
        #expect(evaluation.message(area: 0, period: 1, areaName: "Telford") == message)
    }

    @Test("what a message tells changes neither a rule's meaning nor what its verdict rests on")
    func meaning() throws {
        func program(_ message: String) throws -> RuleProgram {
            let source = RuleSource(
                grain: .quarter, when: "change(violence) > 10%", given: ["significant(change(violence))"],
                clear: "change(violence) < 5%", message: message)
            return try RuleCompiler.compile(source, kpis: Self.kpis).get()
        }
        let plain = try program("")
        let telling = try program("{violence} against {previous(other)}")
        #expect(plain.meaning == telling.meaning)
        #expect(telling.series.count == 2 && telling.judgedSeries == [0])
        // Stored beside every transition: a change of this text re-issues every alert of every partnership.
        #expect(
            plain.meaning == """
                meaning-1; quarter; 0 violence (count) 1.0; 0 change 0 earlier 4; 1 constant 0.1; 2 0 > 1; \
                3 significant 0 earlier 4 at 0.95; 4 change 0 earlier 4; 5 constant 0.05; 6 4 < 5; when 2; given chance 3; clear 6
                """)
    }
}
