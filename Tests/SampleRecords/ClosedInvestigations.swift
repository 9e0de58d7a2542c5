extension Sample {
    /// Investigations of child exploitation that the police have closed, and how.
    static func closedInvestigations(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "closed investigations")
        var investigations: [(closed: CalendarDay, outcome: String)] = []
        for (quarter, plan) in zip(SamplePeriod.quarters, investigationPlan) {
            for position in 0..<plan.closed {
                let outcome = position < plan.charged ? "Charged" : otherOutcomes.draw(from: &stream)
                investigations.append((quarter.day(withinMonths: 3, from: &stream), outcome))
            }
        }
        let rows = investigations.inOrder { $0.closed }.enumerated().map { index, investigation in
            let opened = CalendarDay(number: investigation.closed.number - stream.within(30...420))
            return ["INV\(padded(index + 1, to: 4))", opened.text, investigation.closed.text, investigation.outcome]
        }
        return SampleSource(
            path: "child-exploitation/closed-investigations.csv",
            story: """
                About twenty a quarter, closed 30 to 420 days after they were opened. A charge ends 15% of them in 2021/22, 16% \
                in 2022/23 and 13% in 2023/24, which is within chance.
                """,
            table: Table(header: ["Investigation number", "Opened", "Closed", "Outcome"], rows: rows))
    }

    /// Investigations by quarter from April 2021, and those of them that ended in a charge.
    private static let investigationPlan: [(closed: Int, charged: Int)] = [
        (19, 3), (21, 3), (20, 3), (20, 3), (21, 3), (20, 4), (22, 3), (21, 3), (20, 3), (21, 2), (20, 3), (21, 3), (20, 3),
    ]

    private static let otherOutcomes = Mixture([
        ("Evidential difficulties", 44), ("Victim does not support action", 38), ("No suspect identified", 12),
        ("Caution or community resolution", 6),
    ])
}
