import Diagnostics
import Testing

@testable import RuleTesting

@Suite("Files of rule tests that are wrong")
struct BadFileTests {
    struct Bad: Sendable, CustomTestStringConvertible {
        var name: String
        var given = "{incidents: 135 148}"
        var from = "2019/20"
        var expect = "{rise: {2020/21: within chance}}"
        var says: String
        var testDescription: String { name }

        var text: String {
            "beacon: 1\ntests:\n- test: a\n  from: \(from)\n  given: \(given)\n  expect: \(expect)\n"
        }
    }

    static let cases = [
        Bad(
            name: "unknown rule", expect: "{raise: {2020/21: fired}}",
            says: #"""
                a.yaml:6:12: error[test-unknown-rule]: no rule is named `raise`
                    expect: {raise: {2020/21: fired}}
                             ^~~~~
                  did you mean `rise`?

                """#),
        Bad(
            name: "unknown KPI", given: "{incident: 135 148, incidents: 1 2}",
            says: #"""
                a.yaml:5:11: error[test-unknown-kpi]: no KPI is named `incident`
                    given: {incident: 135 148, incidents: 1 2}
                            ^~~~~~~~
                  did you mean `incidents`?

                """#),
        Bad(
            name: "unknown area", given: "{incidents: 1 2, incidents in Maddeley: 3}",
            says: #"""
                a.yaml:5:40: error[test-unknown-area]: `incidents` is not told of an area `Maddeley`
                    given: {incidents: 1 2, incidents in Maddeley: 3}
                                                         ^~~~~~~~
                  did you mean `Madeley`?

                """#),
        Bad(
            name: "unknown verdict", expect: "{rise: {2020/21: fires}}",
            says: #"""
                a.yaml:6:28: error[test-unknown-verdict]: `fires` is neither a verdict nor the state of an alert
                    expect: {rise: {2020/21: fires}}
                                             ^~~~~
                  did you mean `fired`?

                """#),
        Bad(
            name: "two verdicts", expect: "{rise: {2020/21: 'fired, did not fire'}}",
            says: #"""
                a.yaml:6:36: error[test-two-verdicts]: `did not fire` is expected beside another of its kind
                    expect: {rise: {2020/21: 'fired, did not fire'}}
                                                     ^~~~~~~~~~~~

                """#),
        Bad(
            name: "rule of another grain", expect: "{high_share: {2020/21: fired}}",
            says: #"""
                a.yaml:6:12: error[test-rule-grain]: `high_share` is judged by quarter, and the test's figures begin in `2019/20`
                    expect: {high_share: {2020/21: fired}}
                             ^~~~~~~~~~
                  let `from` be a quarter, or test the rule in a test of its own

                """#),
        Bad(
            name: "period of another grain", expect: "{rise: {2020 Q1: fired}}",
            says: #"""
                a.yaml:6:19: error[test-period-grain]: `2020 Q1` is not a financial year
                    expect: {rise: {2020 Q1: fired}}
                                    ^~~~~~~

                """#),
        Bad(
            name: "no such period", expect: "{rise: {2020/22: fired}}",
            says: #"""
                a.yaml:6:19: error[test-period]: there is no period `2020/22`
                    expect: {rise: {2020/22: fired}}
                                    ^~~~~~~
                  write 2024-03, 2024 Q1, 2024 or 2023/24

                """#),
        Bad(
            name: "a first period that does not exist", from: "2024-13",
            says: #"""
                a.yaml:4:9: error[test-period]: there is no period `2024-13`
                    from: 2024-13
                          ^~~~~~~
                  write 2024-03, 2024 Q1, 2024 or 2023/24

                """#),
        Bad(
            name: "a period behind the figures", expect: "{rise: {2024/25: fired}}",
            says: #"""
                a.yaml:6:19: error[test-period-not-given]: `2024/25` is not judged: this night's figures reach from 2019/20 to 2020/21
                    expect: {rise: {2024/25: fired}}
                                    ^~~~~~~
                  give more figures, or expect something of an earlier period

                """#),
        Bad(
            name: "no figures of a KPI that the rule reads", given: "{incidents in Madeley: 3 4}",
            says: #"""
                a.yaml:6:12: error[test-kpi-not-given]: `rise` reads `incidents`, of which no figures are given
                    expect: {rise: {2020/21: within chance}}
                             ^~~~
                  give `incidents` its figures; `_` stands for a missing one

                """#),
        Bad(
            name: "KPI at a grain that it does not have", given: "{share: 1/2, incidents: 1 2}",
            says: #"""
                a.yaml:5:11: error[test-kpi-grain]: `share` is not told by financial year
                    given: {share: 1/2, incidents: 1 2}
                            ^~~~~
                  its grains: quarter

                """#),
        Bad(
            name: "a figure of another unit", given: "{incidents: 135 10%}",
            says: #"""
                a.yaml:5:26: error[test-figure-unit]: `10%` is not a figure in count
                    given: {incidents: 135 10%}
                                           ^~~
                  write `10`

                """#),
        Bad(
            name: "no figure", given: "{incidents: 135 1o0}",
            says: #"""
                a.yaml:5:26: error[test-figure]: `1o0` is no figure of the shorthand
                    given: {incidents: 135 1o0}
                                           ^~~
                  write 135, 31%, 27/9000, 134..135, ~135 (provisional), _ (missing), ? (not due), 10x3, 10+2x5, withheld, no-value or failed

                """#),
        Bad(
            name: "an unknown key", expect: "{rise: {2020/21: {verdikt: fired}}}",
            says: #"""
                a.yaml:6:29: error[unknown-key]: an expectation has no key `verdikt`
                    expect: {rise: {2020/21: {verdikt: fired}}}
                                              ^~~~~~~
                  did you mean `verdict`?

                """#),
    ]

    @Test("one defect, one message, in full", arguments: cases)
    func message(_ bad: Bad) async throws {
        let results = try await SmallTown.outcomes(bad.text)
        #expect(results.report.rendered(as: .text) == bad.says)
    }

    @Test("what could not be read is told once, and not blamed for what it would have given")
    func onceOnly() async throws {
        let unread = try await SmallTown.outcomes(Bad(name: "", given: "[1, 2]", says: "").text)
        #expect(unread.report.diagnostics.map(\.problem.code) == ["wrong-shape"])
        let early = try await SmallTown.outcomes(
            """
            beacon: 1
            tests:
            - test: a
              from: 2019/20
              as_of: 2020-03-31
              given: {incidents: 1 2}
              expect: {rise: {2019/20: did not fire}}
            """)
        #expect(
            early.report.rendered(as: .text) == """
                a.yaml:7:19: error[test-nothing-closed]: on this night not even 2019/20, in which the figures begin, has closed
                    expect: {rise: {2019/20: did not fire}}
                                    ^~~~~~~
                  let `as_of` lie behind it, or `from` further back

                """)
    }

    @Test("nights that do not come one after another")
    func nights() async throws {
        let results = try await SmallTown.outcomes(
            """
            beacon: 1
            tests:
            - test: a
              from: 2019/20
              given: {incidents: 1 2}
              nights:
              - {as_of: 2022-05-01, expect: {rise: {2020/21: did not fire}}}
              - {as_of: 2022-04-30, expect: {rise: {2020/21: did not fire}}}
            """)
        #expect(results.report.rendered(as: .text).contains("error[test-nights]: the night of 2022-04-30 does not come after"))
    }
}
