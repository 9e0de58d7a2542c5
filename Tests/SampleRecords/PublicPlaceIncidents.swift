extension Sample {
    /// Offences in public places with their time and kind of place: night-time economy, licensed premises, taxis, and violence
    /// against women and girls.
    static func publicPlaceIncidents(seed: UInt64) -> SampleSource {
        var stream = RandomStream(seed: seed, name: "public places")
        var incidents: [(began: Moment, place: String)] = []
        for (quarter, taxis) in zip(SamplePeriod.quarters, taxiPlan) {
            for place in Array(repeating: "taxi", count: taxis) + otherPlaces(from: &stream) {
                incidents.append((nightMoment(in: quarter, from: &stream), place))
            }
        }
        let rows = incidents.inOrder { $0.began }.enumerated().map { index, incident in
            [
                "PP\(padded(index + 1, to: 5))", incident.began.text, Borough.smallAreas.draw(from: &stream).code,
                publicOffences.draw(from: &stream), incident.place, stream.pick(["Female", "Male"]),
            ]
        }
        return SampleSource(
            path: "high-harm-areas/public-place-incidents.csv",
            story: """
                About 250 a quarter, more of them by night than by day, in streets, licensed premises, taxis and elsewhere. Steady, \
                but for taxis: 27 in April to June 2024 after 11 a year before.
                """,
            table: Table(
                header: ["Incident number", "Began", "LSOA code", "Offence", "Place", "Victim sex"], rows: rows))
    }

    /// Incidents in taxis by quarter from April 2021.
    private static let taxiPlan = [12, 11, 13, 12, 10, 12, 14, 11, 11, 13, 12, 12, 27]

    private static func otherPlaces(from stream: inout RandomStream) -> [String] {
        (0..<stream.poisson(mean: 240)).map { _ in publicPlaces.draw(from: &stream) }
    }

    private static func nightMoment(in quarter: CalendarMonth, from stream: inout RandomStream) -> Moment {
        let day = quarter.day(withinMonths: 3, from: &stream)
        return Moment(day: day, minute: 60 * publicHours.draw(from: &stream) + stream.below(60))
    }

    /// How busy the hours of the day are, by three.
    private static let publicHours = Mixture((0..<24).map { ($0, [8, 3, 1, 2, 3, 4, 6, 10][$0 / 3]) })

    private static let publicPlaces = Mixture([
        ("street", 62), ("licensed premises", 18), ("park", 10), ("public transport", 10),
    ])

    private static let publicOffences = Mixture([
        ("violence", 52), ("public order", 24), ("harassment or stalking", 10), ("robbery or theft", 9),
        ("sexual offence", 5),
    ])
}
