extension Sample {
    /// Serious youth violence incidents: a victim or suspect under 25 and a listed offence, among others that do not count.
    static func youthViolence(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "youth violence")
        var references = VictimReferences()
        let files = youthViolencePlan.map { year in
            var incidents: [YouthViolenceIncident] = []
            for (index, counted) in year.quarters.enumerated() {
                let quarter = CalendarMonth(year.start, 4).later(by: 3 * index)
                for position in 0..<counted {
                    let inCluster = quarter == CalendarMonth(2024, 4) && position < 14
                    incidents.append(
                        .counted(in: quarter, inCluster: inCluster, references: &references, from: &stream))
                }
                for _ in 0..<stream.poisson(mean: 45) {
                    incidents.append(.other(in: quarter, references: &references, from: &stream))
                }
            }
            incidents = incidents.inOrder { $0.day }
            let label = "\(year.start)-\(padded((year.start + 1) % 100, to: 2))"
            var hours = RandomStream(seed: seed, name: "hours of youth violence \(label)")
            var rows = incidents.enumerated().map { index, incident in
                incident.row(number: "YV-\(label)-\(padded(index + 1, to: 4))", hours: &hours)
            }
            if year.start == 2022 { rows += unfitIncidents(after: rows) }
            return SampleFile(
                path: "serious-youth-violence/incidents-\(label).csv",
                table: Table(header: YouthViolenceIncident.header, rows: rows))
        }
        return SampleSource(
            path: "serious-youth-violence/incidents-YYYY-YY.csv",
            story: """
                Incidents with a victim or suspect under 25 and a listed offence (Violence with injury, Robbery, \
                Possession of weapons, Homicide, Rape): 134 in 2021/22, 148 in 2022/23 and 116 in 2023/24, as the \
                strategy has it; then 52 in April to June 2024 after 27 a year before, at least fourteen of \
                them in Brookside. About a fifth begin in the hours around school. Others are older or of another offence and \
                do not count.
                """,
            files: files)
    }

    /// Counted incidents by quarter; the years' sums are the strategy's.
    private static let youthViolencePlan: [(start: Int, quarters: [Int])] = [
        (2021, [32, 35, 34, 33]),
        (2022, [36, 39, 38, 35]),
        (2023, [27, 30, 31, 28]),
        (2024, [52]),
    ]

    /// A bad date, an unknown area, and a number that occurs before; each of an incident that would not count.
    private static func unfitIncidents(after rows: [[String]]) -> [[String]] {
        let repeated = rows.filter { $0[3] == "Public order" }.prefix(1)
        return [
            ["YV-2022-23-9001", "2023-02-30", "E01014197", "Public order", "31", "44", "no", "V09001", ""],
            ["YV-2022-23-9002", "2023-03-11", "E01099999", "Public order", "52", "38", "no", "V09002", ""],
        ] + repeated
    }
}

/// References of made victims; now and then one occurs again.
struct VictimReferences {
    private var last = 0

    mutating func next(from stream: inout RandomStream) -> String {
        if last > 60, stream.happens(percent: 8) {
            return "V\(padded(last - stream.below(60), to: 5))"
        }
        last += 1
        return "V\(padded(last, to: 5))"
    }
}
