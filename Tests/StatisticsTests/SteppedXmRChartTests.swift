import Measures
import Statistics
import Testing

@Suite("Steps that persons set, gaps, and trends of six")
struct SteppedXmRChartTests {
    static let low: [Double?] = [10, 12, 9, 11, 13, 10, 12, 11, 9, 10, 12, 11, 10]
    static let high: [Double?] = [30, 33, 29, 31, 30, 32, 31, 33, 29, 30, 32, 31, 30]

    @Test func `without steps it is the chart of all values`() throws {
        let values = Self.low + Self.high
        let chart = try SteppedXmRChart(values)
        let plain = XmRChart(values, limits: try XmRLimits(of: values))
        #expect(chart.shown == plain.shown && chart.completed == plain.completed)
        #expect(chart.shown.contains { $0.shift == .higher })
    }

    @Test func `a step gives each side its own limits, and no run goes across it`() throws {
        let chart = try SteppedXmRChart(
            Self.low + Self.high, steps: [ProcessStep(start: 13, reason: "A new recording rule")])
        #expect(chart.segments.map(\.range) == [0..<13, 13..<26])
        #expect(chart.segments.map(\.reason) == [nil, "A new recording rule"])
        #expect(try chart.segments[0].limits.get() == XmRLimits(of: Self.low))
        #expect(try chart.segments[1].limits.get() == XmRLimits(of: Self.high))
        #expect(try !chart.segments[1].limits.get().areTrial)
        #expect(chart.shown.allSatisfy { !$0.isSpecialCause })
        // Six rising values on one side of a step and one on the other are no trend.
        let rising: [Double?] = [1, 2, 3, 4, 5, 6, 7]
        #expect(try SteppedXmRChart(rising).completed.last?.trend == .higher)
        let broken = try SteppedXmRChart(rising, steps: [ProcessStep(start: 6, reason: "Moved")])
        #expect(broken.completed.allSatisfy { $0.trend == nil })
        #expect(broken.segments[1].limits == .failure(.tooFewValues(1)))
    }

    @Test func `limits can rest on the first values of a segment alone`() throws {
        let chart = try SteppedXmRChart(Self.low + Self.high, basis: 13)
        #expect(try chart.segments[0].limits.get() == XmRLimits(of: Self.low))
        #expect(chart.shown[13].outsideLimits == .higher)
    }

    @Test(arguments: [
        [ProcessStep(start: 0, reason: "At the start")], [ProcessStep(start: 26, reason: "Past the end")],
        [ProcessStep(start: 5, reason: " ")],
        [ProcessStep(start: 9, reason: "Second"), ProcessStep(start: 5, reason: "First")],
    ])
    func `a step out of place or without a reason is refused`(steps: [ProcessStep]) {
        #expect(throws: StatisticsError.settingOutOfRange("steps")) {
            try SteppedXmRChart(Self.low + Self.high, steps: steps)
        }
    }

    @Test func `a trend of six is told only where six were chosen`() throws {
        let values: [Double?] = [5, 1, 2, 3, 4, 5, 6, 2, 9]
        let limits = try XmRLimits(of: values)
        #expect(XmRChart(values, limits: limits).completed.allSatisfy { $0.trend == nil })
        let six = XmRChart(values, limits: limits, rules: XmRRules(trend: .six))
        #expect(six.completed.indices.filter { six.completed[$0].trend != nil } == [6])
        #expect(six.shown.indices.filter { six.shown[$0].trend != nil } == [1, 2, 3, 4, 5, 6])
    }

    @Test func `a gap in the dates is a missing value and not a short cut`() throws {
        func month(_ ordinal: Int) -> Period { Period(grain: .month, ordinal: ordinal) }
        let series = try seriesWithGaps([(month(100), 3), (month(101), 4), (month(104), 5)])
        #expect(series == [3, 4, nil, nil, 5])
        #expect(try seriesWithGaps([]).isEmpty)
        #expect(throws: StatisticsError.settingOutOfRange("periods")) {
            try seriesWithGaps([(month(100), 3), (month(100), 4)])
        }
        #expect(throws: StatisticsError.settingOutOfRange("periods")) {
            try seriesWithGaps([(month(100), 3), (Period(grain: .quarter, ordinal: 101), 4)])
        }
    }
}
