extension Sample {
    /// Long-term empty homes, a stock at the quarter's end, and those brought back into use in it, a flow.
    static func emptyHomes() -> SampleSource {
        let rows = zip(SamplePeriod.quarters, emptyHomesPlan).map { quarter, plan in
            [quarter.first.text, Borough.code, "\(plan.empty)", "\(plan.broughtBack)"]
        }
        return SampleSource(
            path: "high-harm-areas/empty-homes.csv",
            story: """
                1,050 homes are long-term empty at the end of 2023/24, the baseline. Three are brought back into use in \
                April to June 2024, where an even path to 10% of the baseline by the end of 2026/27 asks for nine.
                """,
            table: Table(
                header: ["Quarter start", "Area code", "Long-term empty", "Brought back into use"], rows: rows))
    }

    private static let emptyHomesPlan: [(empty: Int, broughtBack: Int)] = [
        (1168, 9), (1155, 11), (1149, 8), (1141, 12), (1132, 10), (1120, 12), (1111, 9), (1098, 11), (1090, 10),
        (1081, 13), (1066, 11), (1050, 9), (1054, 3),
    ]
}
