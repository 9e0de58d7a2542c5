import Testing

@Suite("Values that do not fit")
struct ValueTests {
    static let cases = [
        Case(
            "a false discovery rate that is none",
            replacing: "    severity: high\n",
            by: "    severity: high\n    per: 5%\n",
            says: #"""
                violence.yaml:34:10: error[unknown-choice]: `5%` is not one of the values of `per`
                      per: 5%
                           ^~
                  possible values: `discovery rate 5%`

                """#),
        Case(
            "a false discovery rate of a rule that judges by no p-value",
            replacing: "    given: significant(change(syv_incidents))\n",
            by: "    given: base(syv_incidents) > 20\n    per: discovery rate 5%\n",
            says: #"""
                violence.yaml:37:5: error[no-family]: the rule asks for a false discovery rate, and judges by no test that has a p-value
                      per: discovery rate 5%
                      ^~~
                  add `given: significant(change(x))`, or leave out `per:`

                """#),
        Case(
            "a parameter that the indicator does not take",
            replacing: "{under_age: 25}",
            by: "{under_age: 25, offence: [a]}",
            says: #"""
                violence.yaml:15:27: error[unknown-parameter]: `incidents` has no parameter `offence`
                      with: {under_age: 25, offence: [a]}
                                            ^~~~~~~
                  did you mean `offences`?

                """#),
        Case(
            "a parameter that it needs",
            replacing: "    with: {under_age: 25}\n",
            by: "",
            says: #"""
                violence.yaml:14:5: error[missing-parameter]: `incidents` needs the parameter `under_age`
                      indicator: incidents
                      ^~~~~~~~~

                """#),
        Case(
            "a parameter of another kind, told once",
            replacing: "{under_age: 25}",
            by: "{under_age: young}",
            says: #"""
                violence.yaml:15:23: error[not-number]: `under_age` must be a number, not `young`
                      with: {under_age: young}
                                        ^~~~~
                  write digits only, without separators, leading zeros or units: 12500 or 0.5

                """#),
        Case(
            "a column of another type than is read from it",
            replacing: "type: whole",
            by: "type: text",
            says: #"""
                violence.yaml:14:5: error[column-type]: the column `age` of `incidents` holds text, and whole is read from it
                      indicator: incidents
                      ^~~~~~~~~

                """#),
        Case(
            "a unit that the indicator is not told in",
            replacing: "unit: count",
            by: "unit: percent",
            says: #"""
                violence.yaml:16:11: error[unit-not-offered]: `incidents` is told in count, not in percent
                      unit: percent
                            ^~~~~~~

                """#),
        Case(
            "a unit that there is not, and rules that use the KPI are not blamed",
            replacing: "unit: count",
            by: "unit: counts",
            says: #"""
                violence.yaml:16:11: error[unknown-unit]: there is no unit `counts`
                      unit: counts
                            ^~~~~~
                  units: `count`, `percent`, `change`, `points`, `index`, `money`, `days`, or a rate such as `per 1,000 people`

                """#),
        Case(
            "a grain that there is not, and rules are not blamed",
            replacing: "grains: [quarter]",
            by: "grains: [quarters]",
            says: #"""
                violence.yaml:17:14: error[unknown-choice]: `quarters` is not one of the values of `grains`
                      grains: [quarters]
                               ^~~~~~~~
                  did you mean `quarter`?

                """#),
        Case(
            "a target without its sign",
            replacing: "value: 10%",
            by: "value: 10",
            says: #"""
                violence.yaml:27:21: error[not-a-figure]: `10` is not a figure in percent
                      target: {value: 10, by: 2026/27, from: {value: 0%, at: 2023/24}, path: linear}
                                      ^~
                  write it with its sign: 10%

                """#),
        Case(
            "a target to be reached before its path begins",
            replacing: "by: 2026/27",
            by: "by: 2022/23",
            says: #"""
                violence.yaml:27:26: error[periods-out-of-order]: 2023/24 must lie before 2022/23
                      target: {value: 10%, by: 2022/23, from: {value: 0%, at: 2023/24}, path: linear}
                                           ^~

                """#),
        Case(
            "a target's period that there is not",
            replacing: "by: 2026/27",
            by: "by: 2026/28",
            says: #"""
                violence.yaml:27:30: error[no-such-period]: there is no period `2026/28`
                      target: {value: 10%, by: 2026/28, from: {value: 0%, at: 2023/24}, path: linear}
                                               ^~~~~~~
                  write 2024-03, 2024 Q1, 2024 or 2023/24

                """#),
        Case(
            "a path that begins nowhere",
            replacing: ", from: {value: 0%, at: 2023/24}",
            by: "",
            says: #"""
                violence.yaml:27:39: error[missing-key]: a target with a path needs the key `from`
                      target: {value: 10%, by: 2026/27, path: linear}
                                                        ^~~~

                """#),
        Case(
            "a path that leads nowhere",
            replacing: "by: 2026/27, ",
            by: "",
            says: #"""
                violence.yaml:27:26: error[missing-key]: a target with a path needs the key `by`
                      target: {value: 10%, from: {value: 0%, at: 2023/24}, path: linear}
                                           ^~~~

                """#),
        Case(
            "files outside the data folder, and indicators that read them are not blamed",
            replacing: "violence/*.csv",
            by: "../secret/*.csv",
            says: #"""
                violence.yaml:9:12: error[outside-data-folder]: the pattern `../secret/*.csv` leads out of the data folder
                      files: ../secret/*.csv
                             ^~~~~~~~~~~~~~~
                  name files below the data folder only, without `..` and without a leading `/`

                """#),
        Case(
            "files from the root",
            replacing: "violence/*.csv",
            by: "/etc/passwd",
            says: #"""
                violence.yaml:9:12: error[outside-data-folder]: the pattern `/etc/passwd` leads out of the data folder
                      files: /etc/passwd
                             ^~~~~~~~~~~
                  name files below the data folder only, without `..` and without a leading `/`

                """#),
        Case(
            "one of several patterns",
            replacing: "files: violence/*.csv",
            by: "files: [violence/*.csv, a/../../b.csv]",
            says: #"""
                violence.yaml:9:29: error[outside-data-folder]: the pattern `a/../../b.csv` leads out of the data folder
                      files: [violence/*.csv, a/../../b.csv]
                                              ^~~~~~~~~~~~~
                  name files below the data folder only, without `..` and without a leading `/`

                """#),
        Case(
            "another format version",
            replacing: "beacon: 1",
            by: "beacon: 2",
            says: #"""
                violence.yaml:1:9: error[format-version]: the format version is 2; this Beacon reads version 1
                  beacon: 2
                          ^

                """#),
        Case(
            "a day that there is not",
            replacing: "2027-03-31",
            by: "2027-02-30",
            says: #"""
                violence.yaml:32:13: error[not-date]: `review` must be a date, not `2027-02-30`
                      review: 2027-02-30
                              ^~~~~~~~~~
                  write year, month and day: 2027-03-31

                """#),
        Case(
            "no periods at all",
            replacing: "respond: Convene",
            by: "respond: Convene\n    for: 0",
            says: #"""
                violence.yaml:39:10: error[out-of-range]: `for` must be from 1 to 120, not 0
                      for: 0
                           ^

                """#),
        Case(
            "a recovery kept for longer than there is history",
            replacing: "respond: Convene",
            by: "respond: Convene\n    keep: 121",
            says: #"""
                violence.yaml:39:11: error[out-of-range]: `keep` must be from 1 to 120, not 121
                      keep: 121
                            ^~~

                """#),
        Case(
            "a usual level of no grain",
            replacing: "    theme: Collaboration\n",
            by: "    theme: Collaboration\n    typical: {week: 3}\n",
            says: #"""
                violence.yaml:21:15: error[unknown-choice]: `week` is not one of the values of `typical`
                      typical: {week: 3}
                                ^~~~
                  possible values: `month`, `quarter`, `calendar year`, `financial year`, `rolling year`, `financial year to date`

                """#),
        Case(
            "a usual level that is no count",
            replacing: "    theme: Collaboration\n",
            by: "    theme: Collaboration\n    typical: {quarter: -3}\n",
            says: #"""
                violence.yaml:21:24: error[out-of-range]: `quarter` must be from 0 to 1000000000, not -3
                      typical: {quarter: -3}
                                         ^~

                """#),
        Case(
            "outcomes that take weeks",
            replacing: "    theme: Collaboration\n",
            by: "    theme: Collaboration\n    matures: 6 weeks\n",
            says: #"""
                violence.yaml:21:14: error[not-a-figure]: `6 weeks` is not a figure in months or years, such as `2 years`, from 1 to 60 months
                      matures: 6 weeks
                               ^~~~~~~

                """#),
        Case(
            "a benchmark carried for ever",
            replacing: "    theme: Collaboration\n",
            by: "    theme: Collaboration\n    benchmark: {of: England, source: ONS, values: {2024 Q1: 3}, carried: 11 years}\n",
            says: #"""
                violence.yaml:21:74: error[not-a-figure]: `11 years` is not a figure in months or years, such as `2 years`, from 1 to 120 months
                      benchmark: {of: England, source: ONS, values: {2024 Q1: 3}, carried: 11 years}
                                                                                           ^~~~~~~~

                """#),
    ]

    @Test("one defect, one message, in full", arguments: cases)
    func message(_ wanted: Case) {
        #expect(Files.replacing(wanted.old, wanted.new).rendered == wanted.says)
    }
}
