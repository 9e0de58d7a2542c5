extension Sample {
    /// Children referred to the national referral mechanism, with the reasonable-grounds decision.
    static func mechanismReferrals(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "mechanism referrals")
        var days: [CalendarDay] = []
        for month in SamplePeriod.months {
            days += (0..<stream.poisson(mean: 4)).map { _ in month.day(withinMonths: 1, from: &stream) }
        }
        let rows = days.sorted().enumerated().map { index, day in
            let decided = CalendarDay(number: day.number + stream.within(5...60))
            let outcome = stream.happens(percent: 88) ? "Positive reasonable grounds" : "Negative reasonable grounds"
            let known = decided <= SamplePeriod.lastDay
            return [
                "NRM\(padded(index + 1, to: 4))", day.text, known ? decided.text : "", known ? outcome : "",
            ]
        }
        return SampleSource(
            path: "child-exploitation/nrm-referrals.csv",
            story: """
                About four referrals a month to the national referral mechanism, decided after 5 to 60 days. A decision \
                that falls after June 2024 is still open: its date and outcome are empty.
                """,
            table: Table(header: ["Referral number", "Referral date", "Decision date", "Outcome"], rows: rows))
    }
}
