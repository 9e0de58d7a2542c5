import Measures
import Testing

@testable import RuleLanguage

@Suite("Places among the areas")
struct RankTests {
    /// Verdicts of a condition, area by area, for one period.
    private func verdicts(_ when: String, _ figures: [Observation]) throws -> [Verdict] {
        let evaluation = try evaluation(when, figures)
        return figures.indices.map { evaluation.verdict(area: $0, period: 0) }
    }

    private func evaluation(_ when: String, _ figures: [Observation]) throws -> Evaluation {
        let program = try Declarations.compile(when, on: .quarter).get()
        let areas = figures.indices.map { AreaCode("area \($0)") }
        let first = Period(grain: .quarter, ordinal: 8_096)
        var block = ObservationBlock(
            kpi: "incidents", level: AreaLevel("ward"), unit: .count, areas: areas, first: first, periodCount: 1,
            filledWith: Observation(absent: .missing))
        for (area, figure) in figures.enumerated() { block[area, 0] = figure }
        return Evaluation(
            program, over: EvaluationFrame(areas: areas, first: first, periodCount: 1),
            inputs: [SeriesInput(observations: block)])
    }

    @Test("the greatest figure is first, and equal figures share the better place")
    func order() throws {
        let figures = [5, 9, 9, 1].map { Observation.count($0) }
        #expect(try verdicts("rank(incidents) == 1", figures) == [.didNotFire, .fired, .fired, .didNotFire])
        #expect(try verdicts("rank(incidents) == 3", figures) == [.fired, .didNotFire, .didNotFire, .didNotFire])
        #expect(try verdicts("rank(incidents) == 4", figures) == [.didNotFire, .didNotFire, .didNotFire, .fired])
    }

    @Test("an area without a figure leaves open only the places that it could change")
    func holes() throws {
        let figures = [Observation.count(5), .count(9), Observation(absent: .missing), .count(1)]
        let missing = Verdict.notAssessed(.missing)
        #expect(try verdicts("rank(incidents) <= 2", figures) == [missing, .fired, missing, .didNotFire])
        #expect(try verdicts("rank(incidents) <= 3", figures) == [.fired, .fired, missing, missing])
        #expect(try verdicts("rank(incidents) + 1 <= 3", figures) == [missing, .fired, missing, .didNotFire])
    }

    @Test("rounded figures that may lie either way are borderline")
    func rounded() throws {
        let figures = [Observation.count(8, to: 12), .count(10), .count(1)]
        let open = Verdict.notAssessed(.borderline)
        #expect(try verdicts("rank(incidents) == 1", figures) == [open, open, .didNotFire])
    }

    @Test("every order of small figures with holes: a place is what every filling of the holes allows")
    func exhaustive() throws {
        let choices: [Double?] = [nil, 0, 1, 2]
        for a in choices {
            for b in choices {
                for c in choices {
                    let given = [a, b, c]
                    let observations = given.map { $0.map { Observation.count($0) } ?? Observation(absent: .missing) }
                    let judged = try verdicts("rank(incidents) <= 2", observations)
                    for area in given.indices {
                        guard let own = given[area] else {
                            #expect(judged[area] == .notAssessed(.missing), "\(given)")
                            continue
                        }
                        let others = given.enumerated().filter { $0.offset != area }.map(\.element)
                        let over = others.count { ($0 ?? -1) > own }
                        let absent = others.count { $0 == nil }
                        let wanted: Verdict =
                            over + absent + 1 <= 2 ? .fired : over + 1 > 2 ? .didNotFire : .notAssessed(.missing)
                        #expect(judged[area] == wanted, "\(given), area \(area)")
                    }
                }
            }
        }
    }

    @Test("the place is explained with the number of areas, and of those without a figure")
    func explained() throws {
        let evaluation = try evaluation("rank(incidents) <= 2", [.count(5), .count(9), Observation(absent: .missing)])
        #expect(
            evaluation.explanation(area: 0, period: 0).lines == [
                "not assessed: missing: a figure it needs is due and not there",
                "  when",
                "    rank(incidents) <= 2 → not known: missing",
                "      rank(incidents) → 2 to 3; of 3 areas, 1 the greatest figure; 1 without a figure",
                "        incidents (January to March 2024) → 5",
                "  clear",
                "    when is no longer met → not known: missing",
            ])
    }
}
