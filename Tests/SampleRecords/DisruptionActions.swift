extension Sample {
    /// Orders, arrests, charges and convictions against those who exploit children.
    static func disruptionActions(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "disruption actions")
        var actions: [(day: CalendarDay, kind: String)] = []
        for (index, quarter) in SamplePeriod.quarters.enumerated() {
            for (kind, counts) in disruptionPlan {
                actions += (0..<counts[index]).map { _ in (quarter.day(withinMonths: 3, from: &stream), kind) }
            }
        }
        let rows = actions.inOrder { $0.day }.enumerated().map { index, action in
            ["DIS\(padded(index + 1, to: 4))", action.day.text, action.kind]
        }
        return SampleSource(
            path: "child-exploitation/disruption-actions.csv",
            story: """
                Some thirty actions a quarter: orders, arrests, charges and convictions. In April to June 2024 nobody is \
                convicted; the others go on as before.
                """,
            table: Table(header: ["Action number", "Action date", "Kind"], rows: rows))
    }

    /// Actions by quarter from April 2021.
    private static let disruptionPlan: [(kind: String, counts: [Int])] = [
        ("order", [8, 9, 7, 10, 9, 8, 11, 9, 10, 8, 9, 10, 9]),
        ("arrest", [13, 11, 14, 12, 12, 15, 13, 11, 14, 13, 12, 14, 13]),
        ("charge", [5, 6, 4, 5, 6, 5, 7, 5, 6, 5, 6, 5, 6]),
        ("conviction", [3, 4, 3, 5, 4, 3, 4, 5, 3, 4, 4, 3, 0]),
    ]
}
