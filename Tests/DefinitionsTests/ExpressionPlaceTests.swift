import Testing

@Suite("Where in a file an expression goes wrong, however it is written")
struct ExpressionPlaceTests {
    static let cases = [
        Case(
            "plain",
            replacing: "change(syv_incidents) > 10%",
            by: "change(syv_incidents) > 10",
            says: #"""
                violence.yaml:35:35: error[bare-number]: a bare number is not a change
                      when: change(syv_incidents) > 10
                                                    ^~
                  write `10%`

                """#),
        Case(
            "plain over two lines",
            replacing: "when: change(syv_incidents) > 10%",
            by: "when: change(syv_incidents)\n      > 10",
            says: #"""
                violence.yaml:36:9: error[bare-number]: a bare number is not a change
                        > 10
                          ^~
                  write `10%`

                """#),
        Case(
            "in double quotes with an escape",
            replacing: "when: change(syv_incidents) > 10%",
            by: "when: \"change(syv_incidents) \\u003E 10\"",
            says: #"""
                violence.yaml:35:41: error[bare-number]: a bare number is not a change
                      when: "change(syv_incidents) \u003E 10"
                                                          ^~
                  write `10%`

                """#),
        Case(
            "in single quotes with quotes in it",
            replacing: "when: change(syv_incidents) > 10%",
            by: "when: 'change(syv_incidents) > ''10'''",
            says: #"""
                violence.yaml:35:36: error[not-in-rules]: a text cannot stand in a rule
                      when: 'change(syv_incidents) > ''10'''
                                                     ^~~~~~

                """#),
        Case(
            "folded",
            replacing: "when: change(syv_incidents) > 10%",
            by: "when: >\n      change(syv_incidents)\n      > 10%\n      and syv_shar > 5%",
            says: #"""
                violence.yaml:38:11: error[unknown-kpi]: no KPI is named `syv_shar`
                        and syv_shar > 5%
                            ^~~~~~~~
                  did you mean `syv_share`?

                """#),
        Case(
            "literal",
            replacing: "when: change(syv_incidents) > 10%",
            by: "when: |\n      change(syv_incidents)\n      > 10\n",
            says: #"""
                violence.yaml:37:9: error[bare-number]: a bare number is not a change
                        > 10
                          ^~
                  write `10%`

                """#),
        Case(
            "in a message",
            replacing: "{area}: {syv_incidents}",
            by: "{area}: {syv_incdents}",
            says: #"""
                violence.yaml:37:24: error[unknown-kpi]: no KPI is named `syv_incdents`
                      message: "{area}: {syv_incdents}"
                                         ^~~~~~~~~~~~
                  did you mean `syv_incidents`?

                """#),
        Case(
            "a change without a guard",
            replacing: "    given: significant(change(syv_incidents))\n",
            by: "",
            says: #"""
                violence.yaml:35:11: error[unguarded-change]: this change is judged without a guard: at 100 events, 25% of unchanged series would satisfy it by chance alone
                      when: change(syv_incidents) > 10%
                            ^~~~~~~~~~~~~~~~~~~~~
                  add `given: significant(change(x))` or a least base, or waive it by `unguarded:` with a reason

                """#),
        Case(
            "each text of a rule at a grain that its KPI does not have",
            replacing: "on: quarter",
            by: "on: month",
            says: #"""
                violence.yaml:35:18: error[not-at-grain]: `syv_incidents` is not told by month
                      when: change(syv_incidents) > 10%
                                   ^~~~~~~~~~~~~
                  its grains: quarter
                violence.yaml:36:31: error[not-at-grain]: `syv_incidents` is not told by month
                      given: significant(change(syv_incidents))
                                                ^~~~~~~~~~~~~
                  its grains: quarter
                violence.yaml:37:24: error[not-at-grain]: `syv_incidents` is not told by month
                      message: "{area}: {syv_incidents}"
                                         ^~~~~~~~~~~~~
                  its grains: quarter

                """#),
    ]

    @Test("one defect, one message, in full", arguments: cases)
    func message(_ wanted: Case) {
        #expect(Files.replacing(wanted.old, wanted.new).rendered == wanted.says)
    }
}
