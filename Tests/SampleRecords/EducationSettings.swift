extension Sample {
    /// Education settings with a domestic abuse champion and the Purple Pledge.
    static func educationSettings(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "education settings")
        let rows = (0..<92).map { index in
            let champion = settingsPlan.champions.firstIndex { index < $0 }
            let pledge = settingsPlan.pledges.firstIndex { index < $0 }
            return [
                "ES\(padded(index + 1, to: 3))", Borough.smallAreas.draw(from: &stream).code,
                settingKinds.draw(from: &stream), day(champion, from: &stream), day(pledge, from: &stream), "", "",
            ]
        }
        return SampleSource(
            path: "domestic-abuse/education-settings.csv",
            story: """
                92 settings. By the end of 2023/24 31 have a champion and 17 have taken the Purple Pledge; by June 2024 they \
                are 38 and 18.
                """,
            table: Table(
                header: ["Setting", "LSOA code", "Kind", "Champion since", "Purple Pledge", "Opened", "Closed"], rows: rows))
    }

    /// A day of the quarter in which it happened; none where it did not.
    private static func day(_ quarter: Int?, from stream: inout RandomStream) -> String {
        quarter.map { SamplePeriod.quarters[$0 + 4].day(withinMonths: 3, from: &stream).text } ?? ""
    }

    /// Settings so far by quarter from April 2022.
    private static let settingsPlan = (
        champions: [4, 8, 11, 15, 19, 23, 27, 31, 38], pledges: [0, 3, 5, 8, 10, 12, 15, 17, 18]
    )

    private static let settingKinds = Mixture([
        ("primary school", 60), ("secondary school", 20), ("early years", 15), ("college", 5),
    ])
}
