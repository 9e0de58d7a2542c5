import Disclosure
import Measures
import Testing

/// How areas that hold each other, are the same, or lie across each other are held together.
@Suite struct AreaForestTests {
    /// Two wards of two neighbourhoods each, and a plan area of these.
    private static func figures(planArea: [String], counts: [String: Double]) -> (String) -> DisclosedObservation {
        var placements: [Geography.Placement] = []
        func place(_ code: String, _ level: String, _ area: String) {
            placements.append(.init(code: code, level: AreaLevel(level), area: AreaCode(area)))
        }
        for (ward, codes) in ["W1": ["A", "B"], "W2": ["C", "D"]] {
            for code in codes + [ward] {
                place(code, "borough", "E1")
                place(code, "ward", ward)
            }
        }
        for code in planArea + ["P"] { place(code, "plan_area", "P") }
        place("P", "borough", "E1")
        let levels = [("borough", ["E1"]), ("ward", ["W1", "W2"]), ("plan_area", ["P"])]
        let areas = levels.flatMap { level, codes in
            codes.map { Area(code: AreaCode($0), name: "Area \($0)", level: AreaLevel(level)) }
        }
        let geography = Geography(
            levels: ["borough", "ward", "plan_area", "lsoa"].map { AreaLevel($0) }, areas: areas, placements: placements)
        let period = Period(grain: .month, ordinal: 24_280)
        func observation(_ area: String) -> Observation { Observation(value: counts[area] ?? 0, count: counts[area]) }
        let blocks = levels.map { level, codes in
            var block = ObservationBlock(
                kpi: "events", level: AreaLevel(level), unit: .count, areas: codes.map { AreaCode($0) }, first: period,
                periodCount: 1, filledWith: Observation(absent: .missing))
            for (row, code) in codes.enumerated() { block[row, 0] = observation(code) }
            return block
        }
        let published = PublishedFigures(
            under: DisclosurePolicy(withholdUpTo: 5, roundTo: 1),
            of: [PublishedKPI(id: "events", unit: .count, grains: [.month], isPublished: false)], in: geography,
            blocks: blocks)
        return { published.disclosed(observation($0), of: "events", area: AreaCode($0), period: period) }
    }

    @Test("a plan area that is a whole ward is withheld with it")
    func same() {
        let seen = Self.figures(planArea: ["A", "B", "W1"], counts: ["E1": 50, "W1": 4, "W2": 46, "P": 4])
        #expect(["W1", "W2", "P"].allSatisfy { seen($0) == .withheld(.smallCount) })
        #expect(seen("E1").observation?.value == 50)
    }

    @Test("a plan area that is a whole ward, and holds a few records more, tells none of them")
    func nearlySame() {
        let seen = Self.figures(planArea: ["A", "B", "W1"], counts: ["E1": 50, "W1": 20, "W2": 30, "P": 3])
        #expect(["W1", "P"].allSatisfy { seen($0) == .withheld(.smallCount) })
    }

    @Test(
        "an area that lies across those of an earlier level is not told beside them",
        arguments: [["B", "C"], ["B", "C", "D"]])
    func crossing(planArea: [String]) {
        let seen = Self.figures(planArea: planArea, counts: ["E1": 50, "W1": 20, "W2": 30, "P": 35])
        #expect(["E1", "W1", "W2"].allSatisfy { seen($0).observation != nil })
        #expect(seen("P") == .withheld(.crossingArea))
    }

    @Test("of an area that the geography does not know, and of a KPI that the run does not, nothing is told")
    func unknown() {
        let seen = Self.figures(planArea: ["A", "B"], counts: ["E1": 50, "W1": 20, "W2": 30, "P": 20])
        #expect(seen("X").observation == nil || seen("X") == .withheld(.crossingArea))
        #expect(seen("P").observation?.value == 20)
    }
}
