extension Sample {
    /// Crimes that the police flagged as domestic abuse.
    static func flaggedCrimes(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "flagged crimes")
        var days: [CalendarDay] = []
        for month in SamplePeriod.months {
            let mean = 100 * Double(month.dayCount * 12) / 365
            days += (0..<stream.poisson(mean: mean)).map { _ in month.day(withinMonths: 1, from: &stream) }
        }
        let rows = days.sorted().enumerated().map { index, day in
            let open = stream.happens(percent: openShare(on: day))
            return [
                "DA\(padded(index + 1, to: 6))", day.text, Borough.smallAreas.draw(from: &stream).code,
                victimSexes.draw(from: &stream), open ? "" : flaggedOutcomes.draw(from: &stream),
            ]
        }
        return SampleSource(
            path: "domestic-abuse/flagged-crimes.csv",
            story: """
                About a hundred a month, steady; 9% of those with an outcome end in a charge. An empty outcome is an open \
                investigation: 2% of older crimes, most of the newest.
                """,
            table: Table(
                header: ["Crime number", "Crime date", "LSOA code", "Victim sex", "Outcome"], rows: rows))
    }

    /// The share of investigations still open at the end of June 2024, in percent, falling over six months.
    private static func openShare(on day: CalendarDay) -> Int {
        max(2, 80 - (SamplePeriod.lastDay.number - day.number) * 78 / 180)
    }

    private static let victimSexes = Mixture([("Female", 72), ("Male", 26), ("", 2)])

    private static let flaggedOutcomes = Mixture([
        ("Charged", 9), ("Victim does not support action", 58), ("Evidential difficulties", 22),
        ("Caution or community resolution", 4), ("Not in the public interest", 4), ("No suspect identified", 3),
    ])
}
