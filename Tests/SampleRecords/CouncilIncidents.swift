extension Sample {
    /// Antisocial behaviour recorded by the council.
    static func councilIncidents(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "council incidents")
        var counts = Array(repeating: 0, count: SamplePeriod.months.count)
        for (firstMonth, incidents) in [(0, 2210), (12, 2140), (24, 1498), (36, 372)] {
            let months = firstMonth..<min(firstMonth + 12, counts.count)
            let seasons = Mixture(months.map { ($0, seasonWeights[$0 % 12]) })
            for _ in 0..<incidents { counts[seasons.draw(from: &stream)] += 1 }
        }
        return SampleSource(
            path: "high-harm-areas/council-asb.csv",
            story: """
                A row a month: 2,210 incidents in 2021/22, 2,140 in 2022/23 and 1,498 in 2023/24, the strategy's fall of \
                30%; then 372 in April to June 2024.
                """,
            table: Table(
                header: ["Month", "Area code", "Incidents"],
                rows: zip(SamplePeriod.months, counts).map { [$0.text, Borough.code, "\($1)"] }))
    }

    /// How busy the months from April to March are.
    private static let seasonWeights = [9, 10, 10, 11, 11, 9, 9, 7, 6, 6, 6, 7]
}
