import Definitions
import Measures
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
            "a share of everything",
            replacing: "internal: {title: Internal}",
            by: "internal: {title: Internal, dominance: 100%}",
            says: #"""
                partnership.yaml:10:42: error[out-of-range]: `dominance` must be from 1% to 99%, not 100%
                    internal: {title: Internal, dominance: 100%}
                                                           ^~~~

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
            "a meeting out of its place",
            replacing: "reports_to: board}",
            by: "reports_to: board, meetings: [2026-09-10, 2025-12-03]}",
            says: #"""
                partnership.yaml:12:103: error[meetings-out-of-order]: the meeting of 2025-12-03 stands behind that of 2026-09-10
                    duty-subgroup: {title: Duty subgroup, audience: internal, reports_to: board, meetings: [2026-09-10, 2025-12-03]}
                                                                                                                        ^~~~~~~~~~
                  list meetings from the first to the last, each once

                """#),
        Case(
            "a meeting that is no day",
            replacing: "reports_to: board}",
            by: "reports_to: board, meetings: [2026-02-30]}",
            says: #"""
                partnership.yaml:12:91: error[not-date]: `meetings` must be a date, not `2026-02-30`
                    duty-subgroup: {title: Duty subgroup, audience: internal, reports_to: board, meetings: [2026-02-30]}
                                                                                                            ^~~~~~~~~~
                  write year, month and day: 2027-03-31

                """#),
        Case(
            "a tile of one number",
            replacing: "E05b: {name: Madeley,",
            by: "E05b: {name: Madeley, tile: [3],",
            says: #"""
                partnership.yaml:8:33: error[not-a-tile]: a tile is a row and a column, and here is 1 number
                      E05b: {name: Madeley, tile: [3], lsoa_2021: [E01c]}
                                                  ^~~
                  write `tile: [2, 5]`: the row from the top, then the column from the left, each from 1

                """#),
        Case(
            "two wards in one square",
            replacing: "    E05a: {name: Woodside, lsoa_2021: [E01a, E01b]}\n    E05b: {name: Madeley,",
            by: "    E05a: {name: Woodside, tile: [1, 2], lsoa_2021: [E01a, E01b]}\n    E05b: {name: Madeley, tile: [1, 2],",
            says: #"""
                partnership.yaml:8:33: error[tile-taken]: the tile in row 1, column 2 is that of `E05a` already
                      E05b: {name: Madeley, tile: [1, 2], lsoa_2021: [E01c]}
                                                  ^~~~~~
                  give each area of a level a tile of its own

                """#),
        Case(
            "a ward like itself",
            replacing: "E05b: {name: Madeley,",
            by: "E05b: {name: Madeley, peers: [E05b],",
            says: #"""
                partnership.yaml:8:35: error[peer-of-itself]: `E05b` is named as an area like itself
                      E05b: {name: Madeley, peers: [E05b], lsoa_2021: [E01c]}
                                                    ^~~~
                  name other areas of its level

                """#),
        Case(
            "a ward like one that there is not",
            replacing: "E05b: {name: Madeley,",
            by: "E05b: {name: Madeley, peers: [E05c],",
            says: #"""
                partnership.yaml:8:35: error[unknown-area]: there is no area `E05c`
                      E05b: {name: Madeley, peers: [E05c], lsoa_2021: [E01c]}
                                                    ^~~~
                  did you mean `E05a`?

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

    @Test("what an audience may see is read as it stands")
    func audience() throws {
        let files = Files.replacingInPartnership(
            "internal: {title: Internal}", "internal: {title: Internal, withhold_up_to: 4, round_to: 5, dominance: 80%}")
        let audience = try #require(files.load().definitions?.partnership.audience("internal"))
        #expect(audience == Audience(id: "internal", title: "Internal", withholdUpTo: 4, roundTo: 5, dominance: 0.8))
    }

    @Test("what pages are laid out by is read as it stands")
    func layout() throws {
        let files = Files.replacingInPartnership(
            "    E05a: {name: Woodside, lsoa_2021: [E01a, E01b]}",
            "    E05a: {name: Woodside, tile: [3, 1], peers: [E05b], lsoa_2021: [E01a, E01b]}")
        let definitions = try #require(files.load().definitions)
        let ward = try #require(definitions.partnership.geography.area(AreaCode("E05a")))
        #expect(ward.tile == TilePlace(row: 3, column: 1))
        #expect(ward.peers == [AreaCode("E05b")])
    }

    @Test(
        "a body's last meeting is the latest before the day, and three months before where there is none",
        arguments: [
            ("2024-06-10", "2024-03-05"), ("2024-03-05", "2023-12-05"), ("2024-03-06", "2024-03-05"),
            ("2025-01-01", "2024-09-12"), ("2024-02-29", "2023-11-29"), ("2024-01-31", "2023-10-31"), ("2023-05-31", "2023-02-28"),
        ])
    func lastMeeting(day: String, since: String) throws {
        let meetings = try ["2024-03-05", "2024-09-12"].map { try #require(CalendarDate($0)) }
        let board = Body(id: "b", title: "B", kind: .board, audience: "a", reportsTo: [], meetings: meetings)
        #expect(board.lastMet(before: try #require(CalendarDate(day))).description == since)
    }
}
