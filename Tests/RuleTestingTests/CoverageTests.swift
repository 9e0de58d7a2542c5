import Diagnostics
import Testing

@testable import RuleTesting

@Suite("What rule tests exercise")
struct CoverageTests {
    private func coverage(_ tests: String) async throws -> RuleCoverage {
        let definitions = try SmallTown.definitions()
        let read = RuleTestReader(definitions).read([SourceFile(path: "a.yaml", text: "beacon: 1\ntests:\n" + tests)])
        #expect(read.report.isEmpty, "\(read.report.rendered(as: .text))")
        let outcomes = await RuleTestRunner(definitions).outcomes(of: read.tests)
        return RuleCoverage(of: definitions, by: outcomes.flatMap(\.outcomes))
    }

    @Test("a mark counts where an expectation that held asserts it; what merely happened does not")
    func marks() async throws {
        let coverage = try await coverage(
            """
              - test: a
                from: 2019/20
                given: {incidents: 135 171 _ 172 170 150}
                expect: {rise: {2020/21: fired, 2021/22: not assessed (missing), 2023/24: did not fire}}
              - test: wrong
                from: 2019/20
                given: {incidents: 135 150}
                expect: {rise: {2020/21: fired}}
            """)
        #expect(
            coverage.lines(all: true) == [
                "rise         fires, does not fire, missing, – no guard, – no recovery",
                "high_share   – no fires, – no does not fire, – no missing, – no recovery",
                "few_charges  – no fires, – no does not fire, – no missing, – no recovery",
                "coverage: 3 of 13 (23.07%, rounded down)",
            ])
        #expect(!coverage.isWhole && coverage.reaches(hundredthsOfPercent: 2307) && !coverage.reaches(hundredthsOfPercent: 2308))
    }

    @Test("a guard that keeps a rule from firing, and a recovery that is asserted")
    func guardAndRecovery() async throws {
        let coverage = try await coverage(
            """
              - test: a
                from: 2019/20
                given: {incidents: 135 150 190 180}
                expect: {rise: {2020/21: within chance, 2022/23: resolved}}
            """)
        #expect(
            coverage.lines(all: false) == [
                "rise         – no fires, – no does not fire, – no missing, guard, recovery",
                "high_share   – no fires, – no does not fire, – no missing, – no recovery",
                "few_charges  – no fires, – no does not fire, – no missing, – no recovery",
                "coverage: 2 of 13 (15.38%, rounded down)",
            ])
    }

    @Test("all but one of ten thousand is not 100%")
    func exact() {
        var lines = Array(
            repeating: RuleCoverage.Line(rule: "a", possible: [.fires], covered: [.fires]), count: 9_999)
        lines.append(RuleCoverage.Line(rule: "b", possible: [.fires], covered: []))
        let coverage = RuleCoverage(lines: lines)
        #expect(coverage.hundredthsOfPercent == 9_999 && !coverage.isWhole)
        #expect(!coverage.reaches(hundredthsOfPercent: 10_000) && coverage.reaches(hundredthsOfPercent: 9_999))
        lines += Array(repeating: RuleCoverage.Line(rule: "c", possible: [.fires], covered: [.fires]), count: 90_000)
        #expect(RuleCoverage(lines: lines).hundredthsOfPercent == 9_999)
        #expect(!RuleCoverage(lines: lines).reaches(hundredthsOfPercent: 10_000))
    }
}
