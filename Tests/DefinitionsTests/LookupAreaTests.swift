import Definitions
import Diagnostics
import Measures
import ModuleKit
import Testing

@Suite("Areas and codes taken from lookup tables")
struct LookupAreaTests {
    static let listed = """
        areas:
          borough:
            E06: {name: Town}
          wards:
            E05a: {name: Woodside, lsoa_2021: [E01a, E01b]}
            E05b: {name: Madeley, lsoa_2021: [E01c]}

        """

    static let lookedUp = """
        areas:
          whole: {level: borough, code: K04, name: England and Wales}
          levels:
            force: {file: csp.csv, code: pfa, name: pfa_name}
            ward: {file: csp.csv, code: csp, name: csp_name}
          codes:
            - {file: csp.csv, code: lad, in: [csp, pfa]}
            - {file: lsoa.csv, code: lsoa21, in: lad}
            - {file: old.csv, code: lsoa11, in: lsoa21}

        """

    /// Two forces; the partnerships A and B under the first, C under the second. Authority L4 lies in both B and C, L9 nowhere.
    static let tables: [String: LookupTable] = [
        "csp.csv": LookupTable(
            header: ["lad", "csp", "csp_name", "pfa", "pfa_name"],
            rows: [
                ["L1", "A", "Ashby", "F1", "North"], ["L2", "B", "Barrow", "F1", "North"],
                ["L3", "C", "Corby", "F2", "South"],
                ["L4", "B", "Barrow", "F1", "North"], ["L4", "C", "Corby", "F2", "South"],
            ]),
        "lsoa.csv": LookupTable(
            header: ["lsoa21", "lad"],
            rows: [["a1", "L1"], ["a2", "L1"], ["b1", "L2"], ["c1", "L3"], ["d1", "L4"], ["n1", "L9"]]),
        "old.csv": LookupTable(
            header: ["lsoa11", "lsoa21"],
            rows: [
                ["a1", "a1"], ["oldA", "a1"], ["oldA", "a2"], ["oldAB", "a2"], ["oldAB", "b1"], ["oldBC", "b1"],
                ["oldBC", "c1"],
                ["edge", "a1"], ["edge", "n1"], ["away", "n1"],
            ]),
        "ragged.csv": LookupTable(header: ["csp", "csp_name"], rows: [["A", "Ashby"], ["A", "Ashford"]]),
        "empty.csv": LookupTable(header: ["csp", "csp_name"], rows: []),
    ]

    static let lookups = LookupTables { path in
        switch path {
        case "broken.csv": .failure(.unreadable(reason: "line 3: wrong number of fields"))
        case "../csp.csv": .failure(.outside)
        default: tables[path].map(Result.success) ?? .failure(.absent)
        }
    }

    private static func files(_ areas: String = lookedUp) -> Files {
        var files = Files.replacingInPartnership(listed, areas)
        files.lookups = lookups
        return files
    }

    @Test func codesLieWhereTheirTablesSay() throws {
        let loaded = Self.files().load()
        let geography = try #require(loaded.definitions, "\(loaded.report.rendered(as: .text))").partnership.geography
        #expect(geography.levels.map(\.rawValue) == ["borough", "force", "ward"])
        #expect(geography.areas.map(\.name) == ["England and Wales", "North", "South", "Ashby", "Barrow", "Corby"])
        func places(_ code: String) -> [String] {
            geography.placements.filter { $0.code == code }.map { "\($0.level.rawValue) \($0.area.rawValue)" }
        }
        let wanted: [String: [String]] = [
            "A": ["borough K04", "ward A"], "L2": ["borough K04", "force F1", "ward B"],
            "a1": ["borough K04", "force F1", "ward A"], "oldA": ["borough K04", "force F1", "ward A"],
            // One force, and no single partnership.
            "oldAB": ["borough K04", "force F1"], "oldBC": ["borough K04"], "d1": ["borough K04"],
            // A successor lies in no area: never guessed to lie in the other's.
            "edge": ["borough K04"], "away": [], "n1": [],
        ]
        for (code, found) in wanted { #expect(places(code) == found, "\(code)") }
        #expect(Set(geography.straddled.map(\.rawValue)) == ["A", "B", "C", "F1", "F2"])
    }

    /// Small areas as a level of their own still lie in the areas above, and an area that a table places keeps its own level.
    @Test func anAreaLiesWhereTheFirstTableSaysThatHasItsCode() throws {
        let areas = Self.lookedUp.replacing(
            "  codes:", with: "    block: {file: lsoa.csv, code: lsoa21, name: lsoa21}\n  codes:")
        let loaded = Self.files(areas).load()
        let geography = try #require(loaded.definitions, "\(loaded.report.rendered(as: .text))").partnership.geography
        func places(_ code: String) -> [String] {
            geography.placements.filter { $0.code == code }.map { "\($0.level.rawValue) \($0.area.rawValue)" }.sorted()
        }
        #expect(places("a1") == ["block a1", "borough K04", "force F1", "ward A"])
        // Its authority lies in two partnerships.
        #expect(places("d1") == ["block d1", "borough K04"])
        // An old code of one partnership with two successors lies in neither of them.
        #expect(places("oldA") == ["borough K04", "force F1", "ward A"])
        #expect(geography.straddled.isSuperset(of: ["a1", "a2", "b1", "c1"].map { AreaCode($0) }))
        // The partnership holds all of the old code, so it loses nothing where its small areas do.
        #expect(geography.levelOfLoss(of: AreaCode("a1")) == AreaLevel("block"))
        #expect(
            !geography.straddled.contains(AreaCode("F2")) || geography.levelOfLoss(of: AreaCode("F2")) == AreaLevel("force"))
        #expect(
            PartNumbers(of: AreaLevel("block"), in: geography)
                == PartNumbers(
                    all: 6,
                    within: [
                        "borough": ["K04": 6], "force": ["F1": 3, "F2": 1], "ward": ["A": 2, "B": 1, "C": 1],
                    ]))
    }

    static let cases: [(old: String, new: String, says: String)] = [
        (
            "file: csp.csv, code: pfa,",
            "file: cps.csv, code: pfa,",
            #"""
            partnership.yaml:6:19: error[lookup-absent]: there is no table `cps.csv` below the data folder or the folder of the definitions
                  force: {file: cps.csv, code: pfa, name: pfa_name}
                                ^~~~~~~
              put the file there, or correct the path: letter case counts
            """#
        ),
        (
            "file: csp.csv, code: pfa,",
            "file: ../csp.csv, code: pfa,",
            #"""
            partnership.yaml:6:19: error[lookup-outside-folders]: the table `../csp.csv` lies outside the data folder and the folder of the definitions
                  force: {file: ../csp.csv, code: pfa, name: pfa_name}
                                ^~~~~~~~~~
              name a file below one of them, without `..` and without a leading `/`
            """#
        ),
        (
            "file: csp.csv, code: pfa,",
            "file: broken.csv, code: pfa,",
            #"""
            partnership.yaml:6:19: error[lookup-unreadable]: the table `broken.csv` cannot be read: line 3: wrong number of fields
                  force: {file: broken.csv, code: pfa, name: pfa_name}
                                ^~~~~~~~~~
              save it as CSV with UTF-8, each row with as many values as the header
            """#
        ),
        (
            "code: csp,",
            "code: cps,",
            #"""
            partnership.yaml:7:33: error[lookup-column]: the table `csp.csv` has no column `cps`
                  ward: {file: csp.csv, code: cps, name: csp_name}
                                              ^~~
              did you mean `csp`?
            """#
        ),
        (
            "code: lad,",
            "code: authority,",
            #"""
            partnership.yaml:9:29: error[lookup-column]: the table `csp.csv` has no column `authority`
                  - {file: csp.csv, code: authority, in: [csp, pfa]}
                                          ^~~~~~~~~
              columns: `lad`, `csp`, `csp_name`, `pfa`, `pfa_name`
            partnership.yaml:10:30: error[lookup-places-nothing]: no code of `lsoa21` in `lsoa.csv` lies in an area by `lad`
                  - {file: lsoa.csv, code: lsoa21, in: lad}
                                           ^~~~~~
              list tables so that `in` is an area's code, or a code that an earlier table placed
            partnership.yaml:11:29: error[lookup-places-nothing]: no code of `lsoa11` in `old.csv` lies in an area by `lsoa21`
                  - {file: old.csv, code: lsoa11, in: lsoa21}
                                          ^~~~~~
              list tables so that `in` is an area's code, or a code that an earlier table placed
            """#
        ),
        (
            "file: csp.csv, code: csp, name: csp_name",
            "file: ragged.csv, code: csp, name: csp_name",
            #"""
            partnership.yaml:7:47: error[lookup-two-names]: the area `A` has two names in its table, `Ashby` and `Ashford`
                  ward: {file: ragged.csv, code: csp, name: csp_name}
                                                            ^~~~~~~~
              correct the table, or name the column that names the areas of this level
            """#
        ),
        (
            "file: csp.csv, code: csp, name: csp_name",
            "file: empty.csv, code: csp, name: csp_name",
            #"""
            partnership.yaml:7:35: error[lookup-no-areas]: the table `empty.csv` names no area of the level `ward`
                  ward: {file: empty.csv, code: csp, name: csp_name}
                                                ^~~
              look for the column that holds the areas' codes
            """#
        ),
        (
            "code: lsoa21, in: lad",
            "code: lsoa21, in: lsoa21",
            #"""
            partnership.yaml:10:30: error[lookup-places-nothing]: no code of `lsoa21` in `lsoa.csv` lies in an area by `lsoa21`
                  - {file: lsoa.csv, code: lsoa21, in: lsoa21}
                                           ^~~~~~
              list tables so that `in` is an area's code, or a code that an earlier table placed
            partnership.yaml:11:29: error[lookup-places-nothing]: no code of `lsoa11` in `old.csv` lies in an area by `lsoa21`
                  - {file: old.csv, code: lsoa11, in: lsoa21}
                                          ^~~~~~
              list tables so that `in` is an area's code, or a code that an earlier table placed
            """#
        ),
        (
            "code: csp, name: csp_name",
            "code: pfa, name: pfa_name",
            #"""
            partnership.yaml:7:5: error[area-twice]: the area `F1` is defined twice
                  ward: {file: csp.csv, code: pfa, name: pfa_name}
                  ^~~~
            partnership.yaml:7:5: error[area-twice]: the area `F2` is defined twice
                  ward: {file: csp.csv, code: pfa, name: pfa_name}
                  ^~~~
            """#
        ),
        (
            "  whole: {level: borough, code: K04, name: England and Wales}\n",
            "",
            #"""
            partnership.yaml:3:1: error[missing-key]: `areas` needs the key `whole`
              areas:
              ^~~~~
            """#
        ),
        (
            "  levels:\n",
            "  borough: {E06: {name: Town}}\n  levels:\n",
            #"""
            partnership.yaml:5:3: error[unknown-key]: `areas` has no key `borough`
                borough: {E06: {name: Town}}
                ^~~~~~~
              known keys: `whole`, `levels`, `codes`
            """#
        ),
        (
            "in: lsoa21}",
            "within: lsoa21}",
            #"""
            partnership.yaml:11:7: error[missing-key]: a table of codes needs the key `in`
                  - {file: old.csv, code: lsoa11, within: lsoa21}
                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
            partnership.yaml:11:37: error[unknown-key]: a table of codes has no key `within`
                  - {file: old.csv, code: lsoa11, within: lsoa21}
                                                  ^~~~~~
              known keys: `file`, `code`, `in`
            """#
        ),
    ]

    @Test(arguments: cases)
    func message(_ wanted: (old: String, new: String, says: String)) {
        let areas = Self.lookedUp.replacing(wanted.old, with: wanted.new, maxReplacements: 1)
        #expect(Self.files(areas).rendered == wanted.says + "\n")
    }
}
