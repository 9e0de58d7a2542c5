extension Sample {
    /// Road casualties, a row each, in the layout of a published STATS19 extract.
    static func roadCasualties(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "road casualties")
        var collisions: [Collision] = []
        for (start, hurt, killed) in roadPlan {
            let quarter = CalendarMonth(start.0, start.1)
            for index in 0..<hurt {
                var severities: [Severity] = [index < killed ? .fatal : .serious]
                severities += Array(repeating: .slight, count: stream.pick([0, 0, 0, 1, 2]))
                let isMarch = quarter == CalendarMonth(2024, 1) && (1...4).contains(index)
                collisions.append(
                    isMarch
                        ? Collision(
                            in: CalendarMonth(2024, 3), months: 1, severities: severities, hurtsChild: true, from: &stream)
                        : Collision(in: quarter, severities: severities, from: &stream))
            }
            let slight = quarter == CalendarMonth(2020, 4) ? 24.0 : 48.0
            for _ in 0..<stream.poisson(mean: slight) {
                let severities = Array(repeating: Severity.slight, count: stream.pick([1, 1, 1, 1, 2, 2, 3]))
                collisions.append(Collision(in: quarter, severities: severities, from: &stream))
            }
        }
        var rows: [[String]] = []
        for (index, collision) in collisions.inOrder(of: { $0.moment }).enumerated() {
            let reference = "\(collision.moment.day.parts.year)22\(padded(index + 1, to: 7))"
            rows += collision.rows(reference: reference, from: &stream)
        }
        rows.append(shortRow)
        return SampleSource(
            path: "roads/casualties.csv",
            story: """
                Killed or seriously injured: 32 in 2020, 50 in 2021, 57 in 2022 and 55 in 2023, then 13 to March 2024, with \
                one or two deaths a year and one more in these three months. Four of those seriously injured in March 2024 are \
                children. Collisions recur at five junctions, and at a sixth from July 2023.
                """,
            table: Table(
                header: [
                    "AREFNO", "date", "year", "month", "day", "hour", "mode", "output_time", "collision_severity",
                    "casualty_severity", "number_vehicles", "number_casualties", "sex", "ageband", "light_conditions",
                    "speed_limit", "area_name", "lon", "lat",
                ],
                rows: rows))
    }

    /// By quarter: its first month, casualties killed or seriously injured, and how many of these died.
    private static let roadPlan: [((Int, Int), hurt: Int, killed: Int)] = [
        ((2020, 1), 9, 0), ((2020, 4), 4, 0), ((2020, 7), 10, 1), ((2020, 10), 9, 0),
        ((2021, 1), 8, 0), ((2021, 4), 13, 1), ((2021, 7), 15, 0), ((2021, 10), 14, 1),
        ((2022, 1), 14, 1), ((2022, 4), 13, 0), ((2022, 7), 15, 0), ((2022, 10), 15, 1),
        ((2023, 1), 13, 0), ((2023, 4), 14, 0), ((2023, 7), 13, 1), ((2023, 10), 15, 0),
        ((2024, 1), 13, 1),
    ]

    /// A slight casualty whose line ends early: 17 fields in place of 19.
    private static let shortRow = [
        "2024229000001", "2024-03-30", "2024", "Mar", "Sat", "15", "Car", "15:20:00", "Slight", "Slight", "2", "1",
        "Female", "26-35", "Daylight", "30", Borough.name,
    ]
}
