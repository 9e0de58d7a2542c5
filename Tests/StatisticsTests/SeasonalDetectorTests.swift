import Testing

@testable import Statistics

@Suite("The seasonal detector is the R package's, figure by figure")
struct SeasonalDetectorTests {
    static let settings: [String: SeasonalDetector] = [
        "weekly": .weekly, "weeklyImproved": .weeklyImproved, "monthly": .monthly,
        "monthlyWindows": SeasonalDetector(
            periodsPerYear: 12, years: 5, halfWindow: 1, seasons: 4, excludedPeriods: 3),
        "upperMean": SeasonalDetector(
            periodsPerYear: 52, years: 4, halfWindow: 2, seasons: 6, excludedPeriods: 10, reweightingThreshold: 1,
            alpha: 0.01, threshold: .negativeBinomialOfUpperMean),
        "unweighted": SeasonalDetector(
            periodsPerYear: 52, years: 2, halfWindow: 4, seasons: 4, excludedPeriods: 8, reweightingThreshold: nil,
            alpha: 0.025, threshold: .power(.half)),
    ]

    @Test func `every reference judgement`() throws {
        var withTrend = 0
        var unusual = 0
        for row in seasonalJudgements {
            let told = try #require(Self.settings[row.setting]).judge(
                try #require(seasonalSeries[row.series]),
                exposures: row.hasExposures ? seasonalExposures[row.series] : nil, at: row.period)
            let words: Comment = "\(row.series) \(row.setting) \(row.hasExposures) \(row.period)"
            #expect(told.hasEnoughEvents == (row.upper != nil), words)
            if let upper = row.upper, let expected = row.expected {
                #expect(agree(told.upper, upper, within: 1e-9), "\(words): \(told.upper) \(upper)")
                #expect(agree(told.expected, expected, within: 1e-9), "\(words): \(told.expected) \(expected)")
                #expect((told.direction == .higher) == (told.observed > upper), words)
                if told.direction == .higher { unusual += 1 }
            }
            #expect(agree(told.chanceOfMore, row.chance, within: 1e-9), "\(words): \(told.chanceOfMore) \(row.chance)")
            #expect(agree(told.dispersion, row.dispersion, within: 1e-9), "\(words): \(told.dispersion)")
            #expect((told.trend == nil) == (row.trend == nil), words)
            if let trend = told.trend, let theirs = row.trend {
                withTrend += 1
                #expect(agree(trend, theirs, within: 1e-8), "\(words): \(trend) \(theirs)")
            }
        }
        // Else the reference would prove little.
        #expect(withTrend > 20 && withTrend < seasonalJudgements.count - 20)
        #expect(unusual > 5)
    }
}
