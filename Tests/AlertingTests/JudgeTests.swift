import Measures
import RuleLanguage
import Testing

@testable import Alerting

@Suite("Which areas and periods a rule judges")
struct JudgeTests {
    @Test("from the first figure to the last closed period, and not beyond it")
    func frame() throws {
        let town = Town()
        let block = town.block([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
        for (day, last, count) in [("2024-03-31", "2022/23", 8), ("2024-04-01", "2023/24", 9), ("2010-01-01", "2008/09", 1)]
        {
            let judged = try #require(try town.judge(block, on: day).first)
            #expect(judged.frame.periods.last?.description == last)
            #expect(judged.frame.periodCount == count)
            #expect(judged.packedVerdicts.count == count)
        }
    }

    @Test("a KPI without any figure is missing in the last closed period, and not in silence")
    func nothing() throws {
        let judged = try #require(try Town().judge().first)
        #expect(judged.frame.periods.map(\.description) == ["2023/24"])
        #expect(judged.evaluation.verdict(area: 0, period: 0) == .notAssessed(.missing))
    }

    @Test("areas in the geography's order, each with its own row, also where the block has another order or lacks one")
    func rows() throws {
        var town = Town()
        town.levels = [Town.ward]
        town.when = "incidents > 5"
        town.first = Period(grain: .financialYear, ordinal: 2023)
        func count(_ value: Double) -> Observation { Observation(value: value, count: value) }
        let both = town.block(at: Town.ward, [Town.madeley: [count(9)], Town.woodside: [count(1)]])
        let judged = try #require(try town.judge(both).first)
        #expect(judged.frame.areas == [Town.woodside, Town.madeley])
        #expect(judged.packedVerdicts == [Verdict.didNotFire.code, Verdict.fired.code])
        let one = try #require(try town.judge(town.block(at: Town.ward, [Town.madeley: [count(9)]])).first)
        #expect(one.packedVerdicts == [Verdict.notAssessed(.missing).code, Verdict.fired.code])
        town.areas = [Town.madeley]
        #expect(try town.judge(both).first?.frame.areas == [Town.madeley])
        town.areas = [Town.whole]
        #expect(try town.judge(both).isEmpty)
    }

    @Test("the period that is told is the latest that is due")
    func latestDue() throws {
        var town = Town()
        town.when = "incidents > 5"
        let figures = [Observation(value: 9, count: 9), Observation(absent: .missing), Observation(absent: .notDue)]
        town.first = Period(grain: .financialYear, ordinal: 2021)
        let judged = try #require(try town.judge(town.block(at: Town.borough, [Town.whole: figures])).first)
        #expect(judged.latestDue(area: 0) == 1)
        let notDue = Array(repeating: Observation(absent: .notDue), count: 3)
        let none = try #require(try town.judge(town.block(at: Town.borough, [Town.whole: notDue])).first)
        #expect(none.latestDue(area: 0) == nil)
    }

    @Test("a target holds for every period that it speaks of")
    func target() throws {
        var town = Town()
        town.when = "incidents > target(incidents)"
        let judged = try #require(try town.judge(town.block([49, 50, 51])).first)
        #expect(judged.packedVerdicts.prefix(3) == [2, 2, 0])
    }

    @Test("blocks are found by KPI, level and grain, and listed in a stable order")
    func set() {
        let town = Town()
        let wards = town.block(at: Town.ward, [Town.woodside: []])
        let set = ObservationSet([wards, town.block([1])])
        #expect(set.all.map(\.level) == [Town.borough, Town.ward])
        #expect(set[ObservationSet.Key(kpi: "incidents", level: Town.ward, grain: .financialYear)] == wards)
        #expect(set[ObservationSet.Key(kpi: "incidents", level: Town.ward, grain: .month)] == nil)
    }
}
