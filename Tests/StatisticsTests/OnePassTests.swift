import Statistics
import Testing

@Suite("The chart of one pass is the rules, one by one")
struct OnePassTests {
    @Test(arguments: [XmRRules(trend: .six), XmRRules(trend: .seven)])
    func `random series with holes, ties and runs`(rules: XmRRules) throws {
        var random = MonteCarlo(seed: 51)
        var signs = 0
        for round in 0..<300 {
            // Few levels give ties and runs; a drift gives shifts and trends.
            let levels = Double(3 + round % 9)
            var drift = 0.0
            let values: [Double?] = (0..<60).map { _ in
                drift += random.uniform() < 0.2 ? random.uniform() * 4 - 2 : 0.4 * Double(round % 3)
                return random.uniform() < 0.05 ? nil : ((random.uniform() * levels) + drift).rounded()
            }
            let limits = try XmRLimits(of: Array(values.prefix(30)))
            let chart = XmRChart(values, limits: limits, rules: rules)
            let expected = byRules(values, limits, rules)
            #expect(chart.completed == expected.completed, "\(values)")
            #expect(chart.shown == expected.shown, "\(values)")
            signs += chart.shown.count { $0.isSpecialCause }
        }
        #expect(signs > 1000)
    }

    private func byRules(
        _ values: [Double?], _ limits: XmRLimits, _ rules: XmRRules
    ) -> (completed: [XmRSignals], shown: [XmRSignals]) {
        let length = rules.trend.rawValue
        let outside = XmRChart.outsideLimits(values, limits: limits)
        let near = XmRChart.nearLimits(values, limits: limits)
        let sides = XmRChart.sidesOfMean(values, mean: limits.mean)
        let shift = XmRChart.shift(sides)
        let trend = XmRChart.trend(values, length: length)
        let two = XmRChart.twoOfThree(near: near, sides: sides)
        let shiftShown = XmRChart.backFilled(shift, length: XmRRules.shift)
        let trendShown = XmRChart.backFilled(trend, length: length)
        let twoShown = XmRChart.backFilled(two, length: 3)
        let completed = values.indices.map {
            XmRSignals(outsideLimits: outside[$0], shift: shift[$0], trend: trend[$0], twoOfThree: two[$0])
        }
        let shown = values.indices.map {
            XmRSignals(
                outsideLimits: outside[$0], shift: shiftShown[$0], trend: trendShown[$0],
                twoOfThree: near[$0] == nil ? nil : twoShown[$0])
        }
        return (completed, shown)
    }
}
