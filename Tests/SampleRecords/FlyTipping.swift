extension Sample {
    /// Fly-tipping incidents by ward.
    static func flyTipping(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "fly-tipping")
        var rows: [[String]] = []
        for month in SamplePeriod.months {
            for ward in Borough.wards {
                let mean = 150 * Double(ward.weight) / Double(Borough.weight)
                rows.append([month.text, ward.code, "\(stream.poisson(mean: mean))"])
            }
        }
        rows.append(["2024-02", "E05099999", "4"])
        return SampleSource(
            path: "high-harm-areas/fly-tipping.csv",
            story: "A row a month and ward, about 150 incidents a month in the borough, steady.",
            table: Table(header: ["Month", "Ward code", "Incidents"], rows: rows))
    }
}
