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
        Case(
            "a rule that no figures make fire",
            replacing: "when: change(syv_incidents) > 10%",
            by: "when: change(syv_incidents) > 10% and syv_incidents < 0",
            says: #"""
                violence.yaml:35:11: warning[never-fires]: no figures make the rule `syv_rise` fire
                      when: change(syv_incidents) > 10% and syv_incidents < 0
                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  look for a bound on the wrong side, or conditions that exclude each other

                """#),
        Case(
            "a condition that any figures meet",
            replacing: "when: change(syv_incidents) > 10%",
            by: "when: change(syv_incidents) > -200%",
            says: #"""
                violence.yaml:35:11: warning[always-met]: the condition of the rule `syv_rise` is met by any figures
                      when: change(syv_incidents) > -200%
                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  look for a bound on the wrong side

                """#),
        Case(
            "a recovery threshold on the wrong side",
            replacing: "    given: significant(change(syv_incidents))\n",
            by: "    given: significant(change(syv_incidents))\n    clear: change(syv_incidents) < 15%\n",
            says: #"""
                violence.yaml:37:12: warning[recovers-while-met]: an alert of `syv_rise` would recover while its condition is met: both hold where `change(syv_incidents)` is +12.5%
                      clear: change(syv_incidents) < 15%
                             ^~~~~~~~~~~~~~~~~~~~~~~~~~~
                  put the recovery threshold on the other side of the condition's

                """#),
        Case(
            "an alert that no figures let recover",
            replacing: "    given: significant(change(syv_incidents))\n",
            by: "    given: significant(change(syv_incidents))\n    clear: syv_incidents < 0\n",
            says: #"""
                violence.yaml:37:12: warning[never-recovers]: no figures let an alert of the rule `syv_rise` recover
                      clear: syv_incidents < 0
                             ^~~~~~~~~~~~~~~~~
                  put the recovery threshold on the other side of the condition's

                """#),
        Case(
            "a rise guarded by the smaller of its counts",
            replacing: "    given: significant(change(syv_incidents))\n",
            by: "    given: smallest(change(syv_incidents)) >= 20\n",
            says: #"""
                violence.yaml:36:12: warning[smallest-guard]: the rule `syv_rise` cannot see a rise from few to many, as from 5 to 60
                      given: smallest(change(syv_incidents)) >= 20
                             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  guard it by `base(…)`, the mean of the two counts, or by `significant(…)`

                """#),
        Case(
            "two rules that judge the same",
            replacing: "    when: syv_share < target(syv_share)\n    message: \"{syv_share}\"\n    respond: Review\n",
            by:
                "    when: syv_share < target(syv_share)\n    message: \"{syv_share}\"\n    respond: Review\n  syv_lower:\n    title: Share is low\n    owner: Analyst\n    severity: high\n    on: quarter\n    when: (syv_share < target(syv_share))\n    message: \"{area}\"\n    respond: Meet\n",
            says: #"""
                violence.yaml:47:3: warning[same-judgement]: the rule `syv_lower` judges just what `syv_low` judges
                    syv_lower:
                    ^~~~~~~~~
                  take one out, or let them judge different areas

                """#),
        Case(
            "a message that does not name the area",
            replacing: "message: \"{area}: {syv_incidents}\"",
            by: "message: \"{syv_incidents}\"",
            says: #"""
                violence.yaml:37:14: warning[message-without-area]: the message of `syv_rise` does not name the area, and 3 areas are judged
                      message: "{syv_incidents}"
                               ^~~~~~~~~~~~~~~~~
                  put `{area}` into it

                """#),
        Case(
            "a computed figure compared exactly",
            replacing: "when: syv_share < target(syv_share)",
            by: "when: syv_share == 10%",
            says: #"""
                violence.yaml:44:11: warning[exact-comparison]: `syv_share == 10%` asks for an exact percent, which computed figures hardly ever are
                      when: syv_share == 10%
                            ^~~~~~~~~~~~~~~~
                  ask for a range: `between … and …`, or `>=`

                """#),
        Case(
            "a rule that fires where things get better",
            replacing: "when: change(syv_incidents) > 10%",
            by: "when: change(syv_incidents) < -10%",
            says: #"""
                violence.yaml:35:11: warning[fires-on-improvement]: the rule `syv_rise` fires where `syv_incidents` gets better, of which less is better
                      when: change(syv_incidents) < -10%
                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  turn the comparison round, or state `better:` as it is meant

                """#),
        Case(
            "a target whose time has passed",
            replacing: "by: 2026/27, from: {value: 0%, at: 2023/24}",
            by: "by: 2023/24, from: {value: 0%, at: 2020/21}",
            says: #"""
                violence.yaml:21:3: warning[target-passed]: the target of `syv_share` was to be reached by 2023/24, which has passed
                    syv_share:
                    ^~~~~~~~~
                  set the next target, or take it out

                """#),
        Case(
            "a dataset without a due date",
            replacing: "    columns: {date: Date, area: LSOA",
            by: "    every: month\n    columns: {date: Date, area: LSOA",
            says: #"""
                violence.yaml: warning[no-due-date]: the dataset `incidents` comes every month, and is called missing from the day after: it has no `due:`
                  state when the source delivers: `due: 20 days`

                """#),
        Case(
            "a significant change either way",
            replacing: "    when: change(syv_incidents) > 10%\n",
            by: "    when: significant(change(syv_incidents))\n",
            says: #"""
                violence.yaml:35:11: warning[fires-either-way]: the rule `syv_rise` fires where `syv_incidents` gets better too: `significant` asks for no direction
                      when: significant(change(syv_incidents))
                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  ask for it besides: `change(syv_incidents) > 0%`

                """#),
        Case(
            "what a rise means at the usual level",
            replacing: "    better: lower\n    theme: Collaboration\n",
            by: "    better: lower\n    theme: Collaboration\n    typical: {quarter: 135}\n",
            says: #"""
                violence.yaml:36:11: note[smallest-change]: from 135 a quarter, the smallest rise at which `syv_rise` can fire is to 171, +26.7%
                      when: change(syv_incidents) > 10%
                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~

                """#),
    ]

    @Test("one defect, one message, in full", arguments: cases)
    func message(_ wanted: Case) {
        #expect(Files.replacing(wanted.old, wanted.new).rendered == wanted.says)
    }

    @Test("a comparison with an exceptional period")
    func exceptionalBase() {
        var files = Files.replacing(
            "    theme: Collaboration\n",
            "    theme: Collaboration\n    exceptional: [{from: 2020-03, to: 2021-07, because: Lockdown}]\n")
        files.violence = files.violence
            .replacing("change(syv_incidents) > 10%", with: "\"change(syv_incidents, from: 2020 Q2) > 10%\"")
            .replacing("significant(change(syv_incidents))", with: "\"significant(change(syv_incidents, from: 2020 Q2))\"")
        #expect(
            files.rendered == #"""
                violence.yaml:36:11: note[exceptional-base]: `syv_incidents` is compared with April to June 2020, which is exceptional: Lockdown
                      when: "change(syv_incidents, from: 2020 Q2) > 10%"
                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  compare with a period that is not, or read the change with care

                """#)
    }

    @Test("the usual level of the whole says nothing of a rule on its parts alone")
    func partsAlone() {
        var files = Files.replacing(
            "    better: lower\n    theme: Collaboration\n",
            "    better: lower\n    theme: Collaboration\n    typical: {quarter: 135}\n")
        #expect(files.rendered.contains("[smallest-change]"))
        files.violence = files.violence.replacing(
            "    when: change(syv_incidents)", with: "    by: ward\n    when: change(syv_incidents)")
        #expect(files.rendered == "")
    }

    @Test("how many false alarms chance brings over many areas, and how to hold them down")
    func alertBurden() {
        var files = Files.replacingInPartnership(
            "    E05b: {name: Madeley, lsoa_2021: [E01c]}\n",
            (0..<40).map { "    E06\($0): {name: Ward \($0), lsoa_2021: [E02\($0)]}\n" }.joined())
        files.violence = files.violence.replacing("    severity: high\n", with: "    severity: high\n    by: ward\n")
        #expect(
            files.rendered == #"""
                violence.yaml:36:11: note[alert-burden]: over 41 areas, chance alone makes `syv_rise` fire at most 4.1 times a year
                      when: change(syv_incidents) > 10%
                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~
                  `per: discovery rate 5%` holds the false ones to 5% of those told

                """#)
        // Fifty incidents in each of 41 wards: the exact test speaks more seldom than its level allows.
        files.violence = files.violence.replacing(
            "    theme: Collaboration\n", with: "    theme: Collaboration\n    typical: {quarter: 2050}\n")
        #expect(files.rendered.contains("fire about 3.2 times a year"), "\(files.rendered)")
        files.violence = files.violence.replacing(
            "    severity: high\n", with: "    severity: high\n    per: discovery rate 5%\n")
        #expect(files.rendered.contains("fire about 0.2 times a year"), "\(files.rendered)")
        #expect(!files.rendered.contains("`per: discovery rate 5%`"))
        // Only the areas that the KPI is told for are judged.
        let told = (0..<10).map { "Ward \($0)" }.joined(separator: ", ")
        files.violence = files.violence.replacing(
            "    theme: Collaboration\n", with: "    theme: Collaboration\n    areas: [\(told)]\n")
        #expect(files.rendered.contains("over 10 areas"), "\(files.rendered)")
    }

    /// 41 wards, and a rule with these conditions.
    private static func burden(_ when: String, given: String = "", typical: String = "", more: String = "") -> String {
        var files = Files.replacingInPartnership(
            "    E05b: {name: Madeley, lsoa_2021: [E01c]}\n",
            (0..<40).map { "    E06\($0): {name: Ward \($0), lsoa_2021: [E02\($0)]}\n" }.joined())
        files.violence = files.violence.replacing("    severity: high\n", with: "    severity: high\n    by: ward\n" + more)
            .replacing("change(syv_incidents) > 10%", with: when)
            .replacing("    given: significant(change(syv_incidents))\n", with: given)
            .replacing("    theme: Collaboration\n", with: "    theme: Collaboration\n" + typical)
        return files.rendered
    }

    @Test(
        "signs of special cause are told without a usual level, and alternatives by all of them together",
        arguments: [
            ("outside_limits(syv_incidents)", "", "at most 1.6 times a year", true), ("shift(syv_incidents)", "", "at most 2.1 times a year", true),
            ("special_cause(syv_incidents)", "", "at most 3.6 times a year", true),
            ("outside_limits(syv_incidents) or shift(syv_incidents)", "", "at most 3.7 times a year", true),
            ("unusual(syv_incidents) or outside_limits(syv_incidents)", "", "at most 5.7 times a year", true),
            // Of what has to hold together, the strictest.
            ("outside_limits(syv_incidents) and shift(syv_incidents)", "", "at most 1.6 times a year", true),
            (
                "change(syv_incidents) > 10% or outside_limits(syv_incidents)", "    given: significant(change(syv_incidents))\n",
                "at most 8.2 times a year", false
            ),
            (
                "change(syv_incidents) > 10%", "    given: significant(change(syv_incidents)) or outside_limits(syv_incidents)\n",
                "at most 5.7 times a year", true
            ),
            (
                "change(syv_incidents) > 10% or change(syv_incidents) < -10%", "    given: significant(change(syv_incidents))\n",
                "at most 8.2 times a year", false
            ),
        ])
    func burdens(_ when: String, _ given: String, _ told: String, _ fromTen: Bool) {
        let rendered = Self.burden(when, given: given)
        let words = "fire \(told)" + (fromTen ? ", where 10 events or more are usual in an area and period\n" : "\n")
        #expect(rendered.contains("over 41 areas, chance alone makes `syv_rise` \(words)"), "\(rendered)")
        #expect(rendered.contains("fewer events bring more false alarms: state the KPI's usual level, `typical:`") == fromTen)
    }

    @Test("an alternative that chance has no known part in leaves nothing to tell; at a usual level of few events there are more signs")
    func burdenUnknown() {
        #expect(!Self.burden("outside_limits(syv_incidents) or syv_incidents > 20").contains("[alert-burden]"))
        #expect(!Self.burden("not outside_limits(syv_incidents)").contains("[alert-burden]"))
        for (typical, told) in [(123, "about 2.6 times a year\n"), (410, "about 1.6 times a year\n"), (41_000, "about 1.1 times a year\n")] {
            let rendered = Self.burden("outside_limits(syv_incidents)", typical: "    typical: {quarter: \(typical)}\n")
            #expect(rendered.contains(told), "\(rendered)")
        }
    }

    @Test("a discovery rate holds each of the tests that may fire, and no sign of special cause")
    func burdenHeld() {
        let rate = "    per: discovery rate 5%\n"
        let two = Self.burden("above(syv_incidents, 50) or above(syv_incidents, 60)", more: rate)
        #expect(two.contains("at most 0.4 times a year"), "\(two)")
        let signs = Self.burden("above(syv_incidents, 50) or outside_limits(syv_incidents)", more: rate)
        #expect(signs.contains("at most 5.7 times a year"), "\(signs)")
        // Nor is it offered where it would not hold them.
        #expect(!Self.burden("above(syv_incidents, 50) or outside_limits(syv_incidents)").contains("`per: discovery rate 5%`"))
        #expect(Self.burden("above(syv_incidents, 50) or above(syv_incidents, 60)").contains("`per: discovery rate 5%`"))
    }

    @Test("a usual level at which no fall is beyond chance")
    func noFall() {
        var files = Files.replacing(
            "    better: lower\n    theme: Collaboration\n",
            "    better: neither\n    overdispersion: 4\n    typical: {quarter: 20}\n")
        files.violence = files.violence.replacing("change(syv_incidents) > 10%", with: "change(syv_incidents) < -10%")
        #expect(
            files.rendered == #"""
                violence.yaml:36:11: warning[smallest-change]: from 20 a quarter, no fall is beyond chance, so `syv_rise` cannot fire at its usual level
                      when: change(syv_incidents) < -10%
                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
                  judge a longer grain, or a larger area

                """#)
    }

    @Test("figures of which nothing says what they are of, in a priority's file and in the partnership's")
    func figuresWithoutKey() {
        let columns = "{date: Month, place: {header: Ward, type: area}, sex: Sex, n: {header: N, type: whole}}"
        func dataset(_ more: String, _ columns: String) -> String {
            "  spare:\n    files: spare.csv\n    holds: figures\n\(more)    columns: \(columns)\n"
        }
        func told(_ more: String, _ columns: String) -> Bool {
            Files.replacing("kpis:\n", dataset(more, columns) + "kpis:\n").rendered.contains("[figures-without-key]")
        }
        #expect(told("", columns))
        #expect(!told("    key: [date, place, sex]\n", columns))
        #expect(
            Files.replacing("kpis:\n", dataset("", columns) + "kpis:\n").rendered.contains(
                """
                violence.yaml: warning[figures-without-key]: the dataset `spare` holds figures and has no `key:`, so a figure that is \
                stated twice counts twice
                  state `key: [date, place]`, with every further column that says what a figure is of
                """))
        var files = Files()
        files.partnership += "datasets:\n" + dataset("", "{name: Name, n: {header: N, type: whole}}")
        #expect(
            files.rendered == """
                partnership.yaml: warning[figures-without-key]: the dataset `spare` holds figures and has no `key:`, so a figure that is \
                stated twice counts twice
                  name in `key` the columns that say what a figure is of

                """)
    }
}
