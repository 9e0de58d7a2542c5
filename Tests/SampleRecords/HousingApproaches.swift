extension Sample {
    /// Approaches to the council's housing team because of domestic abuse.
    static func housingApproaches(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "housing approaches")
        var counts = Array(repeating: 0, count: SamplePeriod.months.count)
        for (quarter, approaches) in approachesPlan.enumerated() {
            for _ in 0..<approaches { counts[3 * quarter + stream.below(3)] += 1 }
        }
        return SampleSource(
            path: "domestic-abuse/housing-approaches.csv",
            story: "A row a month; 90 approaches in April to June 2021 become 182 in the same months of 2024.",
            table: Table(
                header: ["Month", "Area code", "Approaches"],
                rows: zip(SamplePeriod.months, counts).map { [$0.text, Borough.code, "\($1)"] }))
    }

    /// Approaches by quarter from April 2021.
    private static let approachesPlan = [90, 95, 101, 107, 113, 119, 126, 133, 140, 148, 157, 167, 182]
}
