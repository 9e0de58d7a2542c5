import Testing

@Suite("What can be wrong with the partnership's file")
struct PartnershipTests {
    static let cases = [
        Case(
            "an audience that there is not",
            replacing: "audience: internal, reports",
            by: "audience: public, reports",
            says: #"""
                partnership.yaml:12:51: error[unknown-audience]: there is no audience `public`
                    duty-subgroup: {title: Duty subgroup, audience: public, reports_to: board}
                                                                    ^~~~~~
                  audiences: `internal`

                """#),
        Case(
            "a board mistyped",
            replacing: "reports_to: board",
            by: "reports_to: bord",
            says: #"""
                partnership.yaml:12:73: error[unknown-body]: there is no group or board `bord`
                    duty-subgroup: {title: Duty subgroup, audience: internal, reports_to: bord}
                                                                                          ^~~~
                  did you mean `board`?

                """#),
        Case(
            "a group that reports to itself",
            replacing: "reports_to: board",
            by: "reports_to: duty-subgroup",
            says: #"""
                partnership.yaml:12:73: error[reports-to-itself]: `duty-subgroup` reports to itself
                    duty-subgroup: {title: Duty subgroup, audience: internal, reports_to: duty-subgroup}
                                                                                          ^~~~~~~~~~~~~

                """#),
        Case(
            "an area's code used twice",
            replacing: "E05b: {name",
            by: "E06: {name",
            says: #"""
                partnership.yaml:8:5: error[area-twice]: the area `E06` is defined twice
                      E06: {name: Madeley, lsoa_2021: [E01c]}
                      ^~~

                """#),
        Case(
            "a group without an audience, and its priority is not blamed",
            replacing: ", audience: internal, reports_to",
            by: ", reports_to",
            says: #"""
                partnership.yaml:12:3: error[missing-key]: a thematic group needs the key `audience`
                    duty-subgroup: {title: Duty subgroup, reports_to: board}
                    ^~~~~~~~~~~~~

                """#),
        Case(
            "no areas at all",
            replacing:
                "areas:\n  borough:\n    E06: {name: Town}\n  wards:\n    E05a: {name: Woodside, lsoa_2021: [E01a, E01b]}\n    E05b: {name: Madeley, lsoa_2021: [E01c]}\n",
            by: "",
            says: #"""
                partnership.yaml:1:1: error[missing-key]: partnership.yaml needs the key `areas`
                  beacon: 1
                  ^~~~~~

                """#),
    ]

    @Test("one defect, one message, in full", arguments: cases)
    func message(_ wanted: Case) {
        #expect(Files.replacingInPartnership(wanted.old, wanted.new).rendered == wanted.says)
    }
}
