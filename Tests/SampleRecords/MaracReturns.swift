extension Sample {
    /// Quarterly returns of the multi-agency risk assessment conference (Marac).
    static func maracReturns(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "marac returns")
        let rows = zip(SamplePeriod.quarters, maracPlan).map { quarter, plan in
            [
                Borough.code, quarter.first.text, "\(plan.cases)", "\(plan.repeats)",
                "\(stream.binomial(trials: plan.cases, percent: 65))", "3", "\(plan.returns)",
            ]
        }
        return SampleSource(
            path: "domestic-abuse/marac.csv",
            story: """
                A row a quarter; Quarter is its first day. Cases a year come to 42 or so per 10,000 women aged 16 and over, \
                and to under 36 in 2023/24, against an expected 40. About 31% are repeats; 45% in April to June 2024, \
                when one of three monthly returns is not in.
                """,
            table: Table(
                header: [
                    "Area code", "Quarter", "Cases", "Repeat cases", "Police referrals", "Expected returns",
                    "Returns received",
                ],
                rows: rows))
    }

    private static let maracPlan: [(cases: Int, repeats: Int, returns: Int)] = [
        (82, 25, 3), (79, 25, 3), (83, 26, 3), (80, 24, 3),
        (80, 25, 3), (84, 27, 3), (79, 24, 3), (83, 25, 3),
        (70, 22, 3), (71, 22, 3), (69, 21, 3), (68, 22, 3),
        (49, 22, 2),
    ]
}
