/// One made incident of violence.
struct YouthViolenceIncident {
    static let header = [
        "Incident number", "Incident date", "LSOA code", "Offence", "Victim age", "Suspect age", "Knife enabled",
        "Victim reference", "Began",
    ]

    let day: CalendarDay
    private let area: SmallArea
    private let offence: String
    private let victimAge: Int?
    private let suspectAge: Int?
    private let knife: Bool
    private let victim: String

    /// - Parameter hours: a stream of its own for the time of day, so that it moves nothing else.
    func row(number: String, hours: inout RandomStream) -> [String] {
        let atSchool = !["Sat", "Sun"].contains(day.weekday)
        let hour = (atSchool ? Self.schoolDayHours : Self.freeDayHours).draw(from: &hours)
        return [
            number, day.text, area.code, offence, victimAge.map(String.init) ?? "",
            suspectAge.map(String.init) ?? "", knife ? "yes" : "no", victim,
            Moment(day: day, minute: 60 * hour + hours.below(60)).text,
        ]
    }

    /// An incident that counts: a listed offence, and a victim or suspect from 10 to 24.
    static func counted(
        in quarter: CalendarMonth, inCluster: Bool, references: inout VictimReferences,
        from stream: inout RandomStream
    ) -> YouthViolenceIncident {
        let ages: (Int?, Int?) =
            switch stream.below(100) {
            case ..<45: (stream.within(10...24), stream.within(11...24))
            case ..<65: (stream.within(10...24), nil)
            case ..<78: (stream.within(10...24), stream.within(25...50))
            case ..<92: (stream.within(25...60), stream.within(12...24))
            default: (nil, stream.within(12...24))
            }
        return YouthViolenceIncident(
            day: quarter.day(withinMonths: 3, from: &stream),
            area: inCluster ? brookside.draw(from: &stream) : Borough.smallAreas.draw(from: &stream),
            offence: listed.draw(from: &stream), victimAge: ages.0, suspectAge: ages.1,
            knife: stream.happens(percent: 25), victim: references.next(from: &stream))
    }

    /// An incident that does not count: nobody known to be under 25, or an offence that is not listed.
    static func other(
        in quarter: CalendarMonth, references: inout VictimReferences, from stream: inout RandomStream
    ) -> YouthViolenceIncident {
        let serious = stream.happens(percent: 60)
        let youngest = serious ? 25 : 10
        return YouthViolenceIncident(
            day: quarter.day(withinMonths: 3, from: &stream), area: Borough.smallAreas.draw(from: &stream),
            offence: (serious ? listed : notListed).draw(from: &stream),
            victimAge: stream.happens(percent: 12) ? nil : stream.within(youngest...70),
            suspectAge: stream.happens(percent: 30) ? nil : stream.within(max(youngest, 12)...60),
            knife: stream.happens(percent: serious ? 18 : 3), victim: references.next(from: &stream))
    }

    private static let schoolDayHours = Mixture(
        (0..<24).map { hour in
            (hour, [8, 15, 16].contains(hour) ? 12 : [3, 1, 1, 4, 6, 8, 9, 6][hour / 3])
        })

    private static let freeDayHours = Mixture((0..<24).map { hour in (hour, [6, 2, 1, 2, 5, 7, 8, 9][hour / 3]) })

    private static let brookside = Mixture(
        Borough.wards.filter { $0.code == Borough.brookside }.flatMap { $0.smallAreas.map { ($0, 1) } })

    private static let listed = Mixture([
        ("Violence with injury", 68), ("Robbery", 14), ("Possession of weapons", 13), ("Rape", 4), ("Homicide", 1),
    ])

    private static let notListed = Mixture([
        ("Violence without injury", 50), ("Public order", 30), ("Criminal damage", 20),
    ])
}
