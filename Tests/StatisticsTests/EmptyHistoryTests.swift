import Statistics
import Testing

/// What is judged where nothing happened before.
@Suite("Histories without an event")
struct EmptyHistoryTests {
    /// P(all k events lie in the tested period) = share^k, by hand.
    @Test func `a season that was empty has the bound of the exact conditional test`() throws {
        for (detector, alpha, most) in [
            (SeasonalDetector.monthly, 0.05, 1.0), (.monthly, 0.025, 2), (.monthly, 0.001, 3), (.weekly, 0.05, 0),
            (.weekly, 0.025, 1),
        ] {
            var detector = detector
            detector.alpha = alpha
            for (last, isOver) in [(most, false), (most + 1, true)] {
                var counts = [Double?](repeating: 0, count: detector.periodsNeeded)
                counts[counts.count - 1] = last
                let told = try detector.judge(counts)
                #expect(told.expected == 0 && told.lower == 0 && told.upper == most && told.chanceOfFewer == 1)
                #expect((told.chanceOfMore < alpha) == isOver)
                #expect(told.direction == nil, "fewer than five events")
            }
        }
        var counts = [Double?](repeating: 0, count: 61)
        counts[60] = 5
        #expect(try SeasonalDetector.monthly.judge(counts).direction == .higher)
        // Twice the exposure of each year before: 2 of 7.
        var exposures = [Double](repeating: 100, count: 61)
        exposures[60] = 200
        let told = try SeasonalDetector.monthly.judge(counts, exposures: exposures)
        #expect(agree(told.chanceOfMore, 32.0 / 16_807, within: 1e-12))
    }

    @Test func `a dispersion that is known divides the count`() throws {
        var counts = [Double?](repeating: 0, count: 61)
        counts[60] = 6
        let plain = try SeasonalDetector.monthly.judge(counts)
        let wide = try SeasonalDetector.monthly.judge(counts, dispersion: 3)
        #expect(agree(plain.chanceOfMore, 1 / 46_656, within: 1e-12))
        #expect(agree(wide.chanceOfMore, 1 / 36, within: 1e-12) && wide.upper == 5)
    }

    /// Months of one rare event in so many: after an empty season no more alarms come than the level leaves to either side.
    @Test(arguments: [0.02, 0.1, 0.3])
    func `an unchanged rare series is seldom called unusual`(mean: Double) throws {
        var random = MonteCarlo(seed: 51)
        let table = CountTable.poisson(mean)
        var detector = SeasonalDetector.monthly
        detector.alpha = 0.025
        detector.fewestEvents = 0
        var empty = 0
        var told = 0
        for _ in 0..<5_000 {
            var counts = [Double?](repeating: 1, count: 61)
            for place in stride(from: 0, through: 60, by: 12) { counts[place] = Double(table.draw(&random)) }
            guard stride(from: 0, to: 60, by: 12).allSatisfy({ counts[$0] == 0 }) else { continue }
            empty += 1
            if try detector.judge(counts).direction == .higher { told += 1 }
        }
        #expect(empty > 800 && Double(told) / 5_000 <= 0.025, "\(told) of \(empty)")
    }

    @Test func `a process that stood still leaves the chance beyond three deviations`() throws {
        #expect(try StillProcess(count: 2, baseCount: 0, baseExposure: 12).direction == nil)
        let three = try StillProcess(count: 3, baseCount: 0, baseExposure: 12)
        #expect(three.direction == .higher && agree(three.comparison.pValue, 2.0 / 2_197, within: 1e-12))
        #expect(try StillProcess(count: 0, baseCount: 0, baseExposure: 12).direction == nil)
        #expect(try StillProcess(count: 0, baseCount: 120, baseExposure: 12).direction == .lower)
        #expect(try StillProcess(count: 1, baseCount: 60, baseExposure: 12).direction == nil)
        #expect(throws: StatisticsError.notACount(0.5)) { try StillProcess(count: 0.5, baseCount: 0, baseExposure: 12) }
    }
}
