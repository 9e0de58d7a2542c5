import Testing

@Suite("What a reviewer should know")
struct LintTests {
    static let cases = [
        Case(
            "a rule that nobody owns",
            replacing: "    owner: Analyst\n",
            by: "",
            says: #"""
                violence.yaml:29:3: warning[no-owner]: the rule `syv_rise` has no owner
                    syv_rise:
                    ^~~~~~~~
                  add `owner:`

                """#),
        Case(
            "a rule that says not what to do",
            replacing: "    respond: Convene\n",
            by: "",
            says: #"""
                violence.yaml:29:3: warning[no-response]: the rule `syv_rise` does not say what to do when it fires
                    syv_rise:
                    ^~~~~~~~
                  add `respond:`

                """#),
        Case(
            "a review date that has passed",
            replacing: "2027-03-31",
            by: "2024-06-25",
            says: #"""
                violence.yaml:29:3: warning[review-passed]: the review date of the rule `syv_rise`, 2024-06-25, has passed
                    syv_rise:
                    ^~~~~~~~
                  look at its threshold anew, then move the date

                """#),
        Case(
            "a review due today is not late",
            replacing: "2027-03-31",
            by: "2024-06-26",
            says: ""),
        Case(
            "a KPI that no rule judges",
            replacing:
                "  syv_low:\n    title: Share is low\n    owner: Analyst\n    severity: low\n    on: quarter\n    when: syv_share < target(syv_share)\n    message: \"{syv_share}\"\n    respond: Review\n",
            by: "",
            says: #"""
                violence.yaml:21:3: warning[unused-kpi]: no rule judges the KPI `syv_share`
                    syv_share:
                    ^~~~~~~~~
                  add a rule, or take the KPI out

                """#),
        Case(
            "a dataset that nothing reads",
            replacing: "kpis:\n",
            by: "  spare:\n    files: spare.csv\n    columns: {date: Date}\nkpis:\n",
            says: #"""
                violence.yaml: warning[unused-dataset]: no indicator in use reads the dataset `spare`
                  take it out

                """#),
    ]

    @Test("one defect, one message, in full", arguments: cases)
    func message(_ wanted: Case) {
        #expect(Files.replacing(wanted.old, wanted.new).rendered == wanted.says)
    }
}
