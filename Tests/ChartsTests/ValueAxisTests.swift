import Measures
import Testing

@testable import Charts

@Suite struct ValueAxisTests {
    private static let units: [Unit] = [.count, .percent, .change, .points, .money, ChartSamples.vehicleMiles]

    /// Every pair of bounds from −30 to 30, in tenths of a thousand down to thousandths.
    @Test(arguments: units, [0.001, 0.01, 1, 37, 1000] as [Double])
    func ticksHoldZeroAndEveryValueAtRoundSteps(unit: Unit, scale: Double) {
        for low in -30...30 {
            for high in low...30 {
                let values = [Double(low) * scale, Double(high) * scale]
                let axis = ValueAxis(holding: values, unit: unit)
                let steps = zip(axis.ticks, axis.ticks.dropFirst()).map { $1 - $0 }
                let step = steps.first ?? 0
                let slack = step * 1e-6
                let isRight =
                    (2...8).contains(axis.ticks.count) && axis.ticks.contains(0)
                    && axis.low <= values[0] + slack && axis.high >= values[1] - slack
                    && steps.allSatisfy { abs($0 - step) < slack } && (unit != .count || step >= 1)
                    && Set(axis.ticks.map(axis.text)).count == axis.ticks.count
                if !isRight { Issue.record("\(unit) \(values): \(axis.ticks.map(axis.text))") }
            }
        }
        #expect(ValueAxis(holding: [], unit: unit).ticks.count >= 2)
    }

    @Test(arguments: [
        ([62.4, 94.5], Unit.index, ["0", "20", "40", "60", "80", "100"]),
        ([3], .count, ["0", "1", "2", "3"]),
        ([0], .count, ["0", "1"]),
        ([1], .percent, ["0%", "20%", "40%", "60%", "80%", "100%"]),
        ([0.002], .percent, ["0.00%", "0.05%", "0.10%", "0.15%", "0.20%"]),
        ([-0.12, 0.157], .change, ["\u{2212}20%", "\u{2212}10%", "0%", "+10%", "+20%"]),
        ([0.03], .points, ["0", "+1", "+2", "+3"]),
        ([5000], .money, ["£0", "£1,000", "£2,000", "£3,000", "£4,000", "£5,000"]),
    ])
    func axisReadsAsAPersonWouldWriteIt(values: [Double], unit: Unit, texts: [String]) {
        let axis = ValueAxis(holding: values, unit: unit)
        #expect(axis.ticks.map(axis.text) == texts)
    }
}
