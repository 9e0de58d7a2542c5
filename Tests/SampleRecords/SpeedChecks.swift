extension Sample {
    /// Vehicles whose speed was checked, a row each.
    static func speedChecks(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "speed checks")
        var rows: [[String]] = []
        for month in SamplePeriod.months {
            let days = (0..<4).map { _ in month.day(withinMonths: 1, from: &stream) }.sorted()
            for day in days {
                let area = Borough.smallAreas.draw(from: &stream).code
                let limit = checkedLimits.draw(from: &stream)
                let over = month < CalendarMonth(2024, 4) ? 15 : 23
                for _ in 0..<stream.within(25...35) {
                    let speed =
                        stream.happens(percent: over) ? limit + stream.within(1...14) : limit - stream.within(0...9)
                    rows.append([day.text, area, "\(limit)", "\(speed)"])
                }
            }
        }
        return SampleSource(
            path: "roads/speed-checks.csv",
            story: """
                Four sessions a month of some thirty vehicles each, in miles an hour. About 15% drive over the limit, and 23% in \
                April to June 2024.
                """,
            table: Table(header: ["Date", "LSOA code", "Speed limit", "Speed"], rows: rows))
    }

    private static let checkedLimits = Mixture([(20, 10), (30, 60), (40, 20), (50, 10)])
}
