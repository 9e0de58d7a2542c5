extension Sample {
    /// Road safety sessions that were planned, and whether they were held.
    static func educationSessions(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "education sessions")
        var sessions: [(day: CalendarDay, held: Bool)] = []
        for (quarter, plan) in zip(SamplePeriod.quarters, sessionPlan) {
            sessions += (0..<plan.planned).map { (quarter.day(withinMonths: 3, from: &stream), $0 < plan.held) }
        }
        let rows = sessions.inOrder { $0.day }.enumerated().map { index, session in
            [
                "ED\(padded(index + 1, to: 4))", session.day.text, sessionAudiences.draw(from: &stream),
                session.held ? "yes" : "no",
            ]
        }
        return SampleSource(
            path: "roads/education-sessions.csv",
            story: """
                Some 36 sessions planned a quarter, of which nine of ten or more are held; 28 of 36 in January to March and 27 of 36 in \
                April to June 2024.
                """,
            table: Table(header: ["Session number", "Planned date", "Audience", "Held"], rows: rows))
    }

    /// Sessions by quarter from April 2021, and those of them that were held.
    private static let sessionPlan: [(planned: Int, held: Int)] = [
        (32, 30), (30, 28), (36, 34), (36, 33), (36, 34), (32, 30), (38, 35), (36, 33), (36, 34), (34, 32), (38, 36),
        (36, 28),
        (36, 27),
    ]

    private static let sessionAudiences = Mixture([
        ("schoolchildren", 55), ("young drivers", 20), ("riders", 12), ("older drivers", 8), ("cyclists", 5),
    ])
}
