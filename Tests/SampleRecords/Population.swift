extension Sample {
    /// Mid-year population: of the borough and its wards by sex and age band, of the LSOAs of 2021 as a whole.
    static func population() -> SampleSource {
        var rows: [[String]] = []
        for (year, people) in [(2020, 183_300), (2021, 185_900), (2022, 188_900), (2023, 191_200)] {
            let wards = apportioned(people, by: Borough.wards.map(peopleWeight))
            let cells = wards.map { apportioned($0, by: groups.map(\.weight)) }
            for (index, group) in groups.enumerated() {
                let whole = cells.reduce(0) { $0 + $1[index] }
                rows.append([Borough.code, "\(year)", group.sex, group.band, "\(whole)"])
            }
            for (ward, counts) in zip(Borough.wards, cells) {
                rows += zip(groups, counts).map { group, count in
                    [ward.code, "\(year)", group.sex, group.band, "\(count)"]
                }
                let parts = apportioned(counts.reduce(0, +), by: ward.smallAreas.map { _ in 1 })
                rows += zip(ward.smallAreas, parts).map { [$0.code, "\(year)", "", "", "\($1)"] }
            }
        }
        return SampleSource(
            path: "population/population.csv",
            story: """
                The borough's 188,900 people of 2022 are the strategy's figure, and the 3,000 more than in 2021; all others \
                are made. The wards sum to the borough, and the LSOAs, of which sex and age are not told, to their wards.
                """,
            table: Table(header: ["Area code", "Year", "Sex", "Age band", "People"], rows: rows))
    }

    /// Wards are made as large as they have LSOAs, give or take a few percent.
    private static func peopleWeight(of ward: Ward) -> Int {
        var stream = RandomStream(seed: 0, name: ward.code)
        return ward.smallAreas.count * stream.within(94...106)
    }

    /// Shares of the population in 100,000.
    private static let groups: [(sex: String, band: String, weight: Int)] = [
        ("female", "0-9", 5950), ("female", "10-15", 3800), ("female", "16-17", 1160), ("female", "18-24", 3780),
        ("female", "25-64", 26_400), ("female", "65+", 9520),
        ("male", "0-9", 6250), ("male", "10-15", 4000), ("male", "16-17", 1240), ("male", "18-24", 4020),
        ("male", "25-64", 25_600), ("male", "65+", 8280),
    ]

    /// Shares a whole number by weights, so that the parts sum to it (largest remainders).
    private static func apportioned(_ whole: Int, by weights: [Int]) -> [Int] {
        let total = weights.reduce(0, +)
        var parts = weights.map { whole * $0 / total }
        let byRemainder = weights.indices.sorted {
            (whole * weights[$1] % total, $0) < (whole * weights[$0] % total, $1)
        }
        for index in byRemainder.prefix(whole - parts.reduce(0, +)) { parts[index] += 1 }
        return parts
    }
}
