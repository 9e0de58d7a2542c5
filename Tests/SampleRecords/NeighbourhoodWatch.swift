extension Sample {
    /// Neighbourhood Watch schemes, a stock at the quarter's end.
    static func neighbourhoodWatch() -> SampleSource {
        SampleSource(
            path: "high-harm-areas/neighbourhood-watch.csv",
            story: """
                A row a quarter: 131 schemes in June 2021, fewer until March 2023, then more again; 126 at the end of 2023/24, the \
                baseline, and 127 in June 2024.
                """,
            table: Table(
                header: ["Quarter start", "Area code", "Schemes"],
                rows: zip(SamplePeriod.quarters, watchPlan).map { [$0.first.text, Borough.code, "\($1)"] }))
    }

    private static let watchPlan = [131, 130, 130, 128, 126, 123, 122, 120, 121, 123, 124, 126, 127]
}
