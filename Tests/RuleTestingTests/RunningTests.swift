import Diagnostics
import Testing

@testable import RuleTesting

@Suite("Rule tests that run")
struct RunningTests {
    @Test("verdicts, alert states, messages, areas and nights, as a user would write them")
    func holds() async throws {
        let results = try await SmallTown.outcomes(
            """
            beacon: 1
            tests:
              - test: a rise beyond chance, a hole, a recovery
                from: 2019/20
                given:
                  incidents: 135 171 _ 172 170 150
                expect:
                  rise:
                    2019/20: not assessed (insufficient history)
                    2020/21: {verdict: fired, alert: firing, message: "135 → 171"}
                    2021/22: not assessed (missing), firing
                    2022/23: firing
                    2023/24: did not fire, resolved
                    2024/25: resolved
              - test: a ward beside the borough
                from: 2019/20
                given: {incidents in Madeley: 20 100, incidents in Woodside: 20 21, incidents: 40 121}
                expect:
                  rise in Madeley: {2020/21: "fired"}
                  rise in Woodside: {2020/21: did not fire}
                  rise: {2020/21: fired}
              - test: a share by its parts
                from: 2024 Q1
                given: {share: 9/100 11/100}
                expect:
                  high_share: {2024 Q1: "did not fire, inactive", 2024 Q2: "fired, firing"}
              - test: a restated figure withdraws what it undoes
                from: 2019/20
                nights:
                  - as_of: 2021-04-02
                    given: {incidents: 135 171}
                    expect: {rise: {2020/21: "fired, firing"}}
                  - as_of: 2021-05-02
                    given: {incidents: 135 140}
                    expect: {rise: {2020/21: "did not fire, withdrawn"}}

            """)
        #expect(results.report.rendered(as: .text) == "")
        #expect(results.summary == "4 tests, 13 expectations: all hold")
    }

    @Test("a cohort too young to have outcomes is not judged until it is old enough")
    func matures() async throws {
        let results = try await SmallTown.outcomes(
            """
            beacon: 1
            tests:
              - test: six months on
                from: 2023 Q1
                given: {charges: 12/100 9/100 3/100 1/100}
                nights:
                  - as_of: 2023-12-31
                    expect: {few_charges: {2023 Q1: did not fire, 2023 Q2: not assessed (not due)}}
                  - as_of: 2024-01-01
                    expect: {few_charges: {2023 Q2: fired, 2023 Q3: not assessed (not due)}}

            """)
        #expect(results.report.rendered(as: .text) == "")
        #expect(results.summary == "1 test, 4 expectations: all hold")
    }

    @Test("an expectation that does not hold is told at its place, with the difference and the explanation")
    func fails() async throws {
        let results = try await SmallTown.outcomes(
            """
            beacon: 1
            tests:
              - test: a rise
                from: 2019/20
                given: {incidents: 135 150}
                expect:
                  rise:
                    2020/21: fired, firing

            """)
        #expect(
            results.report.rendered(as: .text) == """
                a.yaml:8:9: error[test-failed]: a rise: `rise` for Town, 2020/21: expected fired and the alert firing, got within chance and the alert inactive
                          2020/21: fired, firing
                          ^~~~~~~
                  within chance: the threshold is met, and chance is not excluded
                    when
                      change(incidents) > 10% → yes
                        change(incidents) → +11.1%
                          incidents (2020/21) → 150
                          incidents (2019/20) → 135
                    given
                      significant(change(incidents)) → no; p = 0.407, exact conditional test of two counts, two-sided; under 0.05 would be significant
                        incidents (2020/21) → 150
                        incidents (2019/20) → 135
                    clear
                      change(incidents) < 5% → no
                        change(incidents) → +11.1%
                          incidents (2020/21) → 150
                          incidents (2019/20) → 135
                  the alert by period: 2019/20: inactive, 2020/21: inactive

                """)
        #expect(results.summary == "1 test, 1 expectation: 1 does not hold, in 1 test")
    }

    @Test("only what is stated is compared")
    func partial() async throws {
        let results = try await SmallTown.outcomes(
            """
            beacon: 1
            tests:
              - test: the state alone
                from: 2019/20
                given: {incidents: 135 171}
                expect: {rise: {2020/21: firing}}
            """)
        #expect(results.summary == "1 test, 1 expectation: all hold")
    }

    @Test("without expectations nothing was tested, and that is said")
    func nothing() async throws {
        let results = try await SmallTown.outcomes(
            "beacon: 1\ntests: [{test: a, from: 2019/20, given: {incidents: 1 2}, expect: {rise: {}}}]\n")
        #expect(
            results.report.rendered(as: .text) == """
                a.yaml:2:10: error[test-nothing-expected]: the test expects nothing
                  tests: [{test: a, from: 2019/20, given: {incidents: 1 2}, expect: {rise: {}}}]
                           ^~~~
                  add `expect:` with a rule and its periods

                """)
        #expect(results.summary == "1 test, 0 expectations: nothing was tested")
    }
}
