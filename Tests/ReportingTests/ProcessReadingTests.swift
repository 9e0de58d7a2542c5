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
    private struct Judged {
        var standing: JudgedStanding
        var periods: [Int]
        var block: ObservationBlock
        var geography: Geography

        func figures(_ policy: DisclosurePolicy) -> PublishedFigures {
            let kpis = standing.kpis.map { PublishedKPI(id: $0.id, unit: $0.unit, grains: Set($0.grains), isPublished: $0.isPublished) }
            return PublishedFigures(under: policy, of: kpis, in: geography, blocks: [block])
        }
    }

    /// The first ward in its last quarter, of twenty that swing between 10 and 12 and then leap; the others at a level of their own.
    private func judged(
        small: Double? = nil, smallElsewhere: Double? = nil, elsewhere: Double? = nil, own: Double? = nil, condition: String = "when: outside_limits(incidents)", unit: Unit = .count
    ) throws -> Judged {
        var made = MadePartnership()
        made.wardNames = (1...8).map { "Ward \($0)" }
        made.condition = condition
        made.statedUnit = unit
        let definitions = try made.input.definitions
        var block = ObservationBlock(
            kpi: "incidents", level: AreaLevel("ward"), unit: unit, areas: made.wardCodes,
            first: MadePartnership.first.moved(by: -10), periodCount: 20, filledWith: Observation(absent: .missing))
        for row in made.wardCodes.indices {
            for period in 0..<20 {
                let steady = 10 + Double(period % 2) * 2
                let value: Double =
                    switch (row, period) {
                    case (0, 19): 40
                    case (0, 3): small ?? steady
                    case (0, _): own ?? steady
                    case (7, 19): smallElsewhere ?? elsewhere ?? steady
                    case (1..., 19): elsewhere ?? steady
                    default: steady
                    }
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
        return Judged(
            standing: found, periods: Array((found.period - 12)...found.period), block: block,
            geography: definitions.partnership.geography)
    }

    @Test("the figure judged lies outside the limits of the figures before it, for the worse")
    func limits() throws {
        let judged = try self.judged()
        let reading = try #require(ProcessReading(judged.standing, series: 0, periods: judged.periods, figures: judged.figures(.open)))
        #expect(judged.standing.standing.verdict == .fired)
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
        let judged = try self.judged(small: 3)
        let reading = try #require(ProcessReading(judged.standing, series: 0, periods: judged.periods, figures: judged.figures(policy)))
        #expect(reading.lines.stretches.isEmpty && reading.lines.notes == [reason])
        #expect(reading.special.allSatisfy { $0 == nil }, "a mark would tell of a limit")
    }

    @Test("limits are told of a rule whose guard asks for the sign, and at most what a share can be")
    func guardedAndBounded() throws {
        let judged = try self.judged(condition: "when: incidents > 30\n    given: outside_limits(incidents)")
        #expect(try #require(ProcessReading(judged.standing, series: 0, periods: judged.periods, figures: judged.figures(.open))).lines.stretches.count == 1)
        let none = try self.judged(condition: "when: incidents > 30")
        #expect(ProcessReading(none.standing, series: 0, periods: none.periods, figures: none.figures(.open)) == nil)
        // Figures of 10 and 12 are shares of 1,000% and more: no upper limit is within what a share can be.
        let share = try self.judged(unit: .percent)
        let reading = try #require(
            ProcessReading(share.standing, series: 0, periods: share.periods, figures: share.figures(.open)))
        #expect(try #require(reading.lines.stretches.first).upper == nil)
    }

    @Test("a row that an outlier raised shows the funnel beside the course, and is withheld where another area is")
    func outlierRow() throws {
        let rate = Unit.rate(Unit.Rate(per: 1_000, of: "people"))
        let judged = try self.judged(smallElsewhere: 4, condition: "when: outlier(incidents)", unit: rate)
        #expect(judged.standing.standing.verdict == .fired)
        guard case .shown(let open) = StandingDiscloser(sight: FigureSight(figures: judged.figures(.open))).disclosed(judged.standing) else {
            Issue.record("it is withheld")
            return
        }
        let drawn = AlertView(open, chartID: "a", isFull: true, hasDetails: true).charts
        #expect(drawn.map(\.caption).last == "Serious youth violence incidents across areas, April to June 2024")
        #expect(drawn.count == 2 && drawn[1].drawing.contains("id=\"a-funnel"))
        #expect(open.explanation != nil)
        let partly = FigureSight(figures: judged.figures(DisclosurePolicy(withholdUpTo: 5, roundTo: 1)))
        guard case .withheld? = StandingDiscloser(sight: partly).disclosed(judged.standing) else {
            Issue.record("it tells of an area that is withheld")
            return
        }
    }

    @Test("after figures that hardly moved the figure judged is marked, and why there are no limits is told")
    func still() throws {
        let judged = try self.judged(own: 0)
        #expect(judged.standing.standing.verdict == .fired)
        let reading = try #require(ProcessReading(judged.standing, series: 0, periods: judged.periods, figures: judged.figures(.open)))
        #expect(reading.lines.stretches.isEmpty && reading.lines.notes == ["No limits: the figures before hardly moved."])
        #expect(reading.special.last == SpecialCause(.outsideLimits, .worse))
        #expect(reading.special.dropLast().allSatisfy { $0 == nil })
    }

    @Test("where the others have none at all no funnel stands, which is told as the reason, and the area is marked by its test")
    func unanimous() throws {
        let rate = Unit.rate(Unit.Rate(per: 1_000, of: "people"))
        let judged = try self.judged(elsewhere: 0, condition: "when: outlier(incidents)", unit: rate)
        #expect(judged.standing.standing.verdict == .fired)
        let chart = try #require(FunnelReading(judged: judged.standing, series: 0, figures: judged.figures(.open)).chart(id: "f"))
        #expect(chart.notes == ["No limits: the other areas have none at all; the area is held against their counts."])
        #expect(chart.points.count == 8 && chart.inner.isEmpty && chart.outer.isEmpty)
        #expect(
            chart.points.map(\.verdict) == [.outside(isOuter: true, isHigher: true, isWorse: true)]
                + Array(repeating: .within, count: 7))
    }

    @Test("a funnel stands on the other areas, and has no limits where one of them is withheld")
    func funnel() throws {
        let judged = try self.judged()
        let open = FunnelReading(judged: judged.standing, series: 0, figures: judged.figures(.open))
        let chart = try #require(open.chart(id: "f"))
        #expect(chart.points.count == 8 && !chart.outer.isEmpty && chart.notes.isEmpty)
        let own = try #require(chart.points.first { $0.label == "Ward 1" })
        #expect(own.verdict == .outside(isOuter: true, isHigher: true, isWorse: true))
        #expect(chart.points.dropFirst().allSatisfy { $0.verdict == .within })
        let small = try self.judged(smallElsewhere: 4)
        let board = FunnelReading(
            judged: small.standing, series: 0, figures: small.figures(DisclosurePolicy(withholdUpTo: 5, roundTo: 1)))
        let told = try #require(board.chart(id: "f"))
        #expect(told.points.count == 7 && told.inner.isEmpty && told.outer.isEmpty && told.benchmark == nil)
        #expect(told.notes == ["No limits: they would tell of 1 area withheld."])
    }
}
