extension Sample {
    /// Deciles of deprivation by LSOA of 2011, in the columns of the Indices of Deprivation 2019.
    static func deprivation() -> SampleSource {
        var deciles: [String: Int] = [:]
        for ward in Borough.wards {
            for area in ward.smallAreas { deciles[area.formerCode] = max(2, min(10, (170 - ward.crimeWeight) / 12)) }
        }
        for code in mostDeprived { deciles[code] = 1 }
        return SampleSource(
            path: "high-harm-areas/deprivation.csv",
            story: """
                18 of the 108 LSOAs lie in the national most deprived tenth, as the strategy says; which of them is made: those of \
                Arleston & College, Brookside, Malinslee & Dawley Bank and Woodside, and one of Madeley & Sutton Hill.
                """,
            table: Table(
                header: ["lsoa11_code", "IMD_decile"],
                rows: deciles.sorted { $0.key < $1.key }.map { [$0.key, "\($0.value)"] }))
    }

    private static let mostDeprived: [String] = {
        let whole: Set = ["E05015209", "E05015210", "E05015224", "E05015236"]
        let areas = Borough.wards.filter { whole.contains($0.code) }.flatMap(\.smallAreas)
        return areas.map(\.formerCode) + ["E01014162"]
    }()
}
