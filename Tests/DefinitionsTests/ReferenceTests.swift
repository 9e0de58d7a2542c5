import Testing

@Suite("Names that lead nowhere")
struct ReferenceTests {
    static let cases = [
        Case(
            "a lead that is no group",
            replacing: "lead: duty-subgroup",
            by: "lead: duty-subgruop",
            says: #"""
                violence.yaml:5:7: error[unknown-group]: there is no thematic group `duty-subgruop`
                  lead: duty-subgruop
                        ^~~~~~~~~~~~~
                  did you mean `duty-subgroup`?

                """#),
        Case(
            "a further group that is none",
            replacing: "respond: Convene",
            by: "respond: Convene\n    to: [road-safety]",
            says: #"""
                violence.yaml:39:10: error[unknown-group]: there is no thematic group `road-safety`
                      to: [road-safety]
                           ^~~~~~~~~~~
                  thematic groups: `duty-subgroup`

                """#),
        Case(
            "a KPI mistyped in a rule",
            replacing: "when: change(syv_incidents)",
            by: "when: change(syv_incident)",
            says: #"""
                violence.yaml:35:18: error[unknown-kpi]: no KPI is named `syv_incident`
                      when: change(syv_incident) > 10%
                                   ^~~~~~~~~~~~
                  did you mean `syv_incidents`?

                """#),
        Case(
            "an indicator that the module does not have",
            replacing: "indicator: incidents",
            by: "indicator: incidnts",
            says: #"""
                violence.yaml:14:16: error[unknown-indicator]: there is no indicator `incidnts`
                      indicator: incidnts
                                 ^~~~~~~~
                  did you mean `incidents`?

                """#),
        Case(
            "a dataset mistyped in a parameter",
            replacing: "dataset: incidents,",
            by: "dataset: incident,",
            says: #"""
                violence.yaml:24:21: error[unknown-dataset]: there is no dataset `incident`
                      with: {dataset: incident, column: age}
                                      ^~~~~~~~
                  did you mean `incidents`?

                """#),
        Case(
            "a dataset that an indicator reads by its own name",
            replacing: "  incidents:\n    files",
            by: "  events:\n    files",
            says: #"""
                violence.yaml:14:5: error[missing-dataset]: `incidents` reads the dataset `incidents`, which is not defined
                      indicator: incidents
                      ^~~~~~~~~
                  define it under `datasets:` with the columns `date`, `area`, `age`
                violence.yaml:24:21: error[unknown-dataset]: there is no dataset `incidents`
                      with: {dataset: incidents, column: age}
                                      ^~~~~~~~~
                  datasets: `events`

                """#),
        Case(
            "a column mistyped in a parameter",
            replacing: "column: age}",
            by: "column: aeg}",
            says: #"""
                violence.yaml:24:40: error[unknown-column]: there is no column `aeg`
                      with: {dataset: incidents, column: aeg}
                                                         ^~~
                  did you mean `age`?

                """#),
        Case(
            "a column that the dataset does not have",
            replacing: "age: {header: Age, type: whole}",
            by: "years: {header: Age, type: whole}",
            says: #"""
                violence.yaml:14:5: error[missing-column]: `incidents` reads the column `age`, which the dataset `incidents` does not have
                      indicator: incidents
                      ^~~~~~~~~
                violence.yaml:24:40: error[unknown-column]: there is no column `age`
                      with: {dataset: incidents, column: age}
                                                         ^~~
                  columns: `date`, `area`, `years`

                """#),
        Case(
            "an area mistyped in a KPI",
            replacing: "better: lower",
            by: "areas: [Woodsied]\n    better: lower",
            says: #"""
                violence.yaml:19:13: error[unknown-area]: there is no area `Woodsied`
                      areas: [Woodsied]
                              ^~~~~~~~
                  did you mean `Woodside`?

                """#),
        Case(
            "an area that no level of the rule has",
            replacing: "respond: Convene",
            by: "respond: Convene\n    areas: Dawley",
            says: #"""
                violence.yaml:39:12: error[unknown-area]: there is no area `Dawley`
                      areas: Dawley
                             ^~~~~~
                  areas: `Town`, `Woodside`, `Madeley`

                """#),
        Case(
            "a level that there is not",
            replacing: "by: [borough, ward]",
            by: "by: [borough, wards]",
            says: #"""
                violence.yaml:18:19: error[unknown-level]: there is no level `wards`
                      by: [borough, wards]
                                    ^~~~~
                  did you mean `ward`?

                """#),
        Case(
            "a level at which the KPI is not told",
            replacing: "respond: Review",
            by: "respond: Review\n    by: ward",
            says: #"""
                violence.yaml:47:9: error[level-not-of-kpi]: `syv_share` is not told by ward
                      by: ward
                          ^~~~

                """#),
        Case(
            "a theme that the priority does not list",
            replacing: "theme: Collaboration",
            by: "theme: Colaboration",
            says: #"""
                violence.yaml:20:12: error[unknown-theme]: there is no theme `Colaboration`
                      theme: Colaboration
                             ^~~~~~~~~~~~
                  did you mean `Collaboration`?

                """#),
        Case(
            "a module that was not found",
            replacing: "module: violence",
            by: "module: violins",
            says: #"""
                violence.yaml:4:9: error[unknown-module]: there is no module `violins`
                  module: violins
                          ^~~~~~~
                  modules: `violence`

                """#),
        Case(
            "a key mistyped",
            replacing: "respond: Convene",
            by: "resond: Convene",
            says: #"""
                violence.yaml:38:5: error[unknown-key]: a rule has no key `resond`
                      resond: Convene
                      ^~~~~~
                  did you mean `respond`?

                """#),
    ]

    @Test("one defect, one message, in full", arguments: cases)
    func message(_ wanted: Case) {
        #expect(Files.replacing(wanted.old, wanted.new).rendered == wanted.says)
    }
}
