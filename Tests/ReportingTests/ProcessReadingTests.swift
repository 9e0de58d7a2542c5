import Alerting
import Charts
import Definitions
import Disclosure
import Measures
import RuleLanguage
import Testing

@testable import Reporting

/// What an audience may see of process limits and funnels.
@Suite struct ProcessReadingTests {
    /// The first ward in its last quarter, of twenty that swing between 10 and 12 and then leap; the others at a level of their own.
    private func judged(small: Double? = nil) throws -> (standing: JudgedStanding, periods: [Int]) {
        var made = MadePartnership()
        made.wardNames = (1...8).map { "Ward \($0)" }
        made.condition = "when: outside_limits(incidents)"
        let definitions = try made.input.definitions
        var block = ObservationBlock(
            kpi: "incidents", level: AreaLevel("ward"), unit: .count, areas: made.wardCodes,
            first: MadePartnership.first.moved(by: -10), periodCount: 20, filledWith: Observation(absent: .missing))
        for row in made.wardCodes.indices {
            for period in 0..<20 {
                let steady = 10 + Double(period % 2) * 2
                let value = row == 0 && period == 19 ? 40 : row == 0 && period == 3 ? small ?? steady : steady
                block[row, period] = Observation(value: value, denominator: 100 + 10 * Double(row), count: value)
            }
        }
        let evaluations = Judge(
            definitions, over: ObservationSet([block]), asOf: MadePartnership.asOf
        ).evaluations()
        let standings = Advance(
            evaluations, recorded: [], asOf: MadePartnership.asOf, geography: definitions.partnership.geography
        ).standings
        let standing = try #require(standings.first { $0.rule.id.hasSuffix("rise") && $0.area == MadePartnership.wards[0] })
        let found = try #require(StandingIndex(evaluations, definitions: definitions).judged(standing))
        return (found, Array((found.period - 12)...found.period))
    }

    @Test("the figure judged lies outside the limits of the figures before it, for the worse")
    func limits() throws {
        let (standing, periods) = try judged()
        let reading = try #require(ProcessReading(standing, series: 0, periods: periods, policy: .open))
        #expect(standing.standing.verdict == .fired)
        #expect(reading.special.last == SpecialCause(.outsideLimits, .worse))
        #expect(reading.special.dropLast().allSatisfy { $0 == nil })
        let stretch = try #require(reading.lines.stretches.first)
        let upper = try #require(stretch.upper)
        #expect(stretch.range == 0..<13 && upper < 40 && reading.lines.notes.isEmpty)
    }

    @Test(
        "limits that hold a withheld figure, also one before those shown, or exact ones behind rounded ones, are left out with the reason",
        arguments: [
            (DisclosurePolicy(withholdUpTo: 5, roundTo: 1), "No limits: they would tell of figures that are withheld."),
            (DisclosurePolicy(withholdUpTo: 0, roundTo: 5), "No limits: they would tell more than the rounded figures."),
        ])
    func omitted(policy: DisclosurePolicy, reason: String) throws {
        let (standing, periods) = try judged(small: 3)
        let reading = try #require(ProcessReading(standing, series: 0, periods: periods, policy: policy))
        #expect(reading.lines.stretches.isEmpty && reading.lines.notes == [reason])
        #expect(reading.special.allSatisfy { $0 == nil }, "a mark would tell of a limit")
    }

    @Test("a funnel stands on the other areas, and has no limits where one of them is withheld")
    func funnel() throws {
        let (standing, _) = try judged()
        let open = FunnelReading(judged: standing, series: 0, policy: .open)
        let chart = try #require(open.chart(id: "f"))
        #expect(chart.points.count == 8 && !chart.outer.isEmpty && chart.notes.isEmpty)
        let own = try #require(chart.points.first { $0.label == "Ward 1" })
        #expect(own.verdict == .outside(isOuter: true, isHigher: true, isWorse: true))
        #expect(chart.points.dropFirst().allSatisfy { $0.verdict == .within })
        let board = FunnelReading(
            judged: standing, series: 0, policy: DisclosurePolicy(withholdUpTo: 12, roundTo: 1))
        let told = try #require(board.chart(id: "f"))
        #expect(told.points.count == 1 && told.inner.isEmpty && told.outer.isEmpty && told.benchmark == nil)
        #expect(told.notes == ["No limits: they would tell of 7 areas withheld."])
    }
}
