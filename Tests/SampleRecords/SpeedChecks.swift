extension Sample {
    /// Speed checks, a session a row: vehicles checked, and those over the limit.
    static func speedChecks(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "speed checks")
        let rows = SamplePeriod.months.flatMap { month in
            (0..<6).map { _ in month.day(withinMonths: 1, from: &stream) }.sorted().map { day in
                let checked = stream.within(40...80)
                let over = stream.binomial(trials: checked, percent: month < CalendarMonth(2024, 4) ? 15 : 23)
                return [
                    day.text, Borough.smallAreas.draw(from: &stream).code, "\(checkedLimits.draw(from: &stream))",
                    "\(checked)", "\(over)",
                ]
            }
        }
        return SampleSource(
            path: "roads/speed-checks.csv",
            story: """
                Six sessions a month of some sixty vehicles each. About 15% of them drive over the limit, and 23% in April to \
                June 2024.
                """,
            table: Table(
                header: ["Date", "LSOA code", "Speed limit", "Vehicles checked", "Over the limit"], rows: rows))
    }

    private static let checkedLimits = Mixture([(20, 10), (30, 60), (40, 20), (50, 10)])
}
