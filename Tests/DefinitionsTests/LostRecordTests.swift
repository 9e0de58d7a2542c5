import Diagnostics
import Measures
import ModuleKit
import Testing

@testable import Definitions

/// Which areas lose records of old codes, and at which level those are counted.
@Suite("Areas that lose records of old codes")
struct LostRecordTests {
    private static let areas = """
        areas:
          borough:
            E06: {name: Town}
          wards:
            E05a: {name: Woodside, lsoa_2021: [E01a, E01b1, E01b2], lsoa_2011: [E01a, E01b]}
            E05b: {name: Madeley, lsoa_2021: [E01c, E01d1], lsoa_2011: [E01c]}
            E05c: {name: Dawley, lsoa_2021: [E01d2, E01e], lsoa_2011: [E01e]}
          straddling:
            E01d: [E05b, E05c]
          plan_areas:
            whole-ward: {name: Whole ward, wards: [E05a]}
            straddled: {name: Straddled, wards: [E05a, E05b]}
            halves: {name: Halves, lsoas: [E01a, E01b1]}
            others: {name: Others, lsoas: [E01a, E01c]}

        """

    @Test(
        "a ward that holds an old code as a whole loses nothing, whatever its LSOAs lose",
        arguments: [
            ("E06", nil), ("E05a", nil), ("E05b", "ward"), ("E05c", "ward"), ("E01a", nil), ("E01b1", "lsoa"),
            ("E01d2", "lsoa"), ("whole-ward", nil), ("straddled", "ward"), ("halves", "lsoa"), ("others", nil),
        ] as [(String, String?)])
    func levelOfLoss(_ area: String, _ level: String?) throws {
        let loaded = Files.replacingInPartnership(LookupAreaTests.listed, Self.areas).load()
        let geography = try #require(loaded.definitions, "\(loaded.report.rendered(as: .text))").partnership.geography
        #expect(geography.levelOfLoss(of: AreaCode(area))?.rawValue == level)
    }

    @Test("small areas are counted once in each area, however often it names them")
    func partNumbers() throws {
        let areas = Self.areas.replacing("{name: Halves, lsoas", with: "{name: Halves, wards: [E05a], lsoas")
        let loaded = Files.replacingInPartnership(LookupAreaTests.listed, areas).load()
        let geography = try #require(loaded.definitions, "\(loaded.report.rendered(as: .text))").partnership.geography
        #expect(
            PartNumbers(of: AreaLevel("lsoa"), in: geography)
                == PartNumbers(
                    all: 7,
                    within: [
                        "borough": ["E06": 7], "ward": ["E05a": 3, "E05b": 2, "E05c": 2],
                        "plan_area": ["whole-ward": 3, "straddled": 5, "halves": 3, "others": 2],
                    ]))
    }
}
