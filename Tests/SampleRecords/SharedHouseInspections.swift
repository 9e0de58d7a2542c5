extension Sample {
    /// Inspections of houses in multiple occupation, and what followed.
    static func sharedHouseInspections(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "shared house inspections")
        var inspections: [(day: CalendarDay, failed: Bool, acted: Bool)] = []
        for (quarter, plan) in zip(SamplePeriod.quarters, inspectionPlan) {
            inspections += (0..<plan.inspected).map { position in
                (quarter.day(withinMonths: 3, from: &stream), position < plan.failed, position < plan.acted)
            }
        }
        let rows = inspections.inOrder { $0.day }.enumerated().map { index, inspection in
            let action = inspectionActions.draw(from: &stream)
            return [
                "HMO\(padded(index + 1, to: 4))", inspection.day.text, Borough.smallAreas.draw(from: &stream).code,
                inspectionReasons.draw(from: &stream), inspection.failed ? "yes" : "no", inspection.acted ? action : "none",
            ]
        }
        return SampleSource(
            path: "high-harm-areas/hmo-inspections.csv",
            story: """
                Some 45 inspections a quarter, and 24 in April to June 2024 after 46 a year before. Two in five houses fail, and \
                action follows in nine of ten of these.
                """,
            table: Table(
                header: ["Inspection number", "Inspection date", "LSOA code", "Reason", "Failed", "Action"], rows: rows))
    }

    /// Inspections by quarter from April 2021, the houses that failed, and those of them on which action followed.
    private static let inspectionPlan: [(inspected: Int, failed: Int, acted: Int)] = [
        (44, 18, 16), (46, 19, 17), (43, 17, 16), (45, 18, 16), (47, 20, 18), (44, 17, 15), (45, 18, 17), (46, 18, 16),
        (46, 19, 17), (44, 18, 17), (47, 19, 17), (45, 17, 16), (24, 10, 9),
    ]

    private static let inspectionReasons = Mixture([
        ("licence", 45), ("antisocial behaviour", 25), ("management", 18), ("overcrowding", 12),
    ])

    private static let inspectionActions = Mixture([("advice", 50), ("notice", 38), ("penalty or prosecution", 12)])
}
