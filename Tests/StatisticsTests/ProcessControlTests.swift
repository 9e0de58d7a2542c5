import Statistics
import Testing

@Suite("XmR charts signal special cause, and a hole in the data does not")
struct ProcessControlTests {
    static let reference = [
        -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123,
        -0.68685285, -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272, 10.0, 1.78691314, 0.49785048,
        -1.96661716, 0.7013559, -0.47279141,
    ]

    @Test(arguments: [
        (MovingRangeScreening.once, -2.383666, 3.722497), (.none, -4.596625, 5.935457),
    ])
    func `an outlier's moving ranges widen the limits only unscreened`(
        screening: MovingRangeScreening, lower: Double, upper: Double
    ) throws {
        let limits = try XmRLimits(of: Self.reference, screening: screening)
        #expect(agree(limits.mean, 0.6694159, within: 5e-7))
        #expect(agree(limits.lower, lower, within: 5e-7))
        #expect(agree(limits.upper, upper, within: 5e-7))
        #expect(agree(limits.nearUpper - limits.mean, (limits.upper - limits.mean) * 2 / 3, within: 1e-14))
        #expect(agree(limits.mean - limits.nearLower, (limits.mean - limits.lower) * 2 / 3, within: 1e-14))
        #expect(!limits.areTrial)
        let chart = XmRChart(Self.reference, limits: limits)
        #expect(chart.shown.indices.filter { chart.shown[$0].outsideLimits != nil } == [14])
        #expect(chart.completed[14].outsideLimits == .higher)
        #expect(chart.completed[14].isSpecialCause)
    }

    @Test func `no moving range spans a missing value, and no zero stands in for it`() throws {
        let limits = try XmRLimits(of: [10, 12, nil, 100, 104], screening: .none)
        #expect(limits.mean == 56.5)
        #expect(limits.meanMovingRange == 3)
        #expect(limits.valueCount == 4)
        #expect(limits.areTrial)
    }

    @Test func `the mean of equal values is that value, to the last digit`() throws {
        for value in [0.1, 0.2, 0.3, 0.7, 12.3, 1.0 / 3, 1e-300, 1e300] {
            for count in 2...40 {
                let limits = try XmRLimits(of: [Double](repeating: value, count: count))
                #expect(limits.mean == value && limits.lower == value && limits.upper == value, "\(count) times \(value)")
            }
        }
    }

    @Test func `a constant series has its mean for limits`() throws {
        let limits = try XmRLimits(of: [4, 4, 4])
        #expect(limits.lower == 4 && limits.upper == 4)
    }

    @Test(arguments: [([], 0), ([5], 1), ([5, nil, 6], 2)] as [([Double?], Int)])
    func `too few values are refused`(values: [Double?], count: Int) {
        #expect(throws: StatisticsError.tooFewValues(count)) { try XmRLimits(of: values) }
    }

    @Test func `values that are not numbers are refused`() {
        #expect(throws: StatisticsError.notFinite) { try XmRLimits(of: [1, .nan, 2]) }
    }

    @Test func `a missing point breaks a run on one side`() {
        let above = [Direction?](repeating: .higher, count: 6)
        #expect(XmRChart.shift(above + [nil, .higher]) == [Direction?](repeating: nil, count: 8))
        #expect(XmRChart.shift(above + [.higher]).last == .some(.higher))
        #expect(XmRChart.shift([.lower] + above + [.higher]).last == .some(.higher))
    }

    @Test func `a missing point, a tie and a turn each break a trend`() {
        let falling: [Double?] = [7, 6, 5, 4, 3, 2, 1]
        #expect(XmRChart.trend(falling).last == .some(.lower))
        #expect(XmRChart.trend([7, 6, 5, nil, 4, 3, 2, 1]).allSatisfy { $0 == nil })
        #expect(XmRChart.trend([7, 6, 5, 4, 4, 3, 2, 1]).allSatisfy { $0 == nil })
        #expect(XmRChart.trend([7, 6, 5, 4, 5, 3, 2, 1]).allSatisfy { $0 == nil })
    }

    @Test func `a missing point breaks two of three`() {
        #expect(XmRChart.twoOfThree(near: [.lower, nil, .lower], sides: [.lower, nil, .lower]) == [nil, nil, nil])
        #expect(
            XmRChart.twoOfThree(near: [.lower, nil, .lower], sides: [.lower, .lower, .lower])
                == [nil, nil, .lower])
    }

    @Test func `a chart shows the whole run, a judgement knows it from its seventh point only`() throws {
        let basis: [Double?] = [10, 14, 9, 13, 10, 14, 9, 13, 10, 14, 9, 13, 12]
        let limits = try XmRLimits(of: basis)
        let chart = XmRChart(basis + [13, 12, 13, 12, 13, 12, 13], limits: limits)
        #expect(chart.completed.indices.filter { chart.completed[$0].shift != nil } == [17, 18, 19])
        #expect(chart.shown.indices.filter { chart.shown[$0].shift != nil } == Array(11...19))
    }

    @Test(
        arguments: [
            (4.0, Direction.higher, Assurance.consistentlyFails), (0, .higher, .consistentlyPasses),
            (3, .higher, .inconsistent),
            (4, .lower, .consistentlyPasses), (0, .lower, .consistentlyFails), (4, nil, nil),
        ] as [(Double, Direction?, Assurance?)])
    func `what limits of 1 to 3 promise of a target`(target: Double, better: Direction?, expected: Assurance?) {
        #expect(assurance(lower: 1, upper: 3, target: target, better: better) == expected)
    }

    /// NHSRplotthedots' own case: two near points in a row on opposite sides are common cause.
    @Test func `two near points on opposite sides are no signal`() throws {
        var values: [Double?] = (0..<16).map { $0 % 2 == 0 ? 1 : -1 }
        values[14] = 5.5
        values[15] = -5.5
        let chart = XmRChart(values, limits: try XmRLimits(of: values))
        #expect(XmRChart.nearLimits(values, limits: chart.limits)[14...] == [.higher, .lower])
        #expect(chart.shown.suffix(2).allSatisfy { !$0.isSpecialCause })
    }
}
