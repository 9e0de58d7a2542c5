/// How badly somebody was hurt.
enum Severity: Int, Comparable {
    case slight, serious, fatal

    var text: String {
        switch self {
        case .slight: "Slight"
        case .serious: "Serious"
        case .fatal: "Fatal"
        }
    }

    static func < (left: Severity, right: Severity) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// One made road collision with its casualties.
struct Collision {
    let moment: Moment
    private let severities: [Severity]
    /// Whether the first casualty is a child on the way to or from school.
    private let hurtsChild: Bool
    private let position: (longitude: String, latitude: String)

    /// A collision in the months from the one given, at a junction where collisions recur or anywhere in the borough.
    init(
        in month: CalendarMonth, months: Int = 3, severities: [Severity], hurtsChild: Bool = false,
        from stream: inout RandomStream
    ) {
        let day = month.day(withinMonths: months, from: &stream)
        self.hurtsChild = hurtsChild
        moment = Moment(day: day, minute: 60 * Self.hours.draw(from: &stream) + stream.below(60))
        self.severities = severities
        let open = month < CalendarMonth(2023, 7) ? Self.junctions.dropLast() : Self.junctions[...]
        position =
            stream.happens(percent: 30)
            ? stream.pick(Array(open))
            : (
                "-2.\(padded(stream.within(380_000...590_000), to: 6))",
                "52.\(padded(stream.within(630_000...770_000), to: 6))"
            )
    }

    /// A line for each casualty.
    func rows(reference: String, from stream: inout RandomStream) -> [[String]] {
        let (year, month, _) = moment.day.parts
        let hour = moment.minute / 60
        let vehicles = stream.pick([1, 2, 2, 2, 3])
        let speedLimit = Self.speedLimits.draw(from: &stream)
        let worst = severities.max() ?? .slight
        return severities.enumerated().map { index, severity in
            [
                reference, moment.day.text, "\(year)", Self.months[month - 1], moment.day.weekday, "\(hour)",
                Self.modes.draw(from: &stream), moment.clock, worst.text, severity.text, "\(vehicles)",
                "\(severities.count)", Self.sexes.draw(from: &stream), ageBand(index, from: &stream),
                Self.isLight(hour: hour, month: month) ? "Daylight" : "Dark", speedLimit, Borough.name,
                position.longitude, position.latitude,
            ]
        }
    }

    /// Drawn for a child too, so that who is one changes nobody else.
    private func ageBand(_ index: Int, from stream: inout RandomStream) -> String {
        let drawn = Self.ageBands.draw(from: &stream)
        return hurtsChild && index == 0 ? "11-15" : drawn
    }

    private static func isLight(hour: Int, month: Int) -> Bool {
        (4...9).contains(month) ? (5...20).contains(hour) : (8...16).contains(hour)
    }

    /// Six junctions where collisions recur; the last of them from July 2023 only.
    private static let junctions = [
        ("-2.443210", "52.677140"), ("-2.489905", "52.702316"), ("-2.512044", "52.699871"), ("-2.455632", "52.640288"),
        ("-2.470118", "52.721009"), ("-2.428877", "52.655413"),
    ]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let hours = Mixture((0..<24).map { hour in (hour, [1, 1, 3, 6, 5, 6, 8, 4][hour / 3]) })
    private static let modes = Mixture([
        ("Car", 60), ("Pedestrian", 15), ("Pedal Cycle", 9), ("Powered 2 Wheeler", 9), ("Goods Vehicle", 3),
        ("Taxi or private hire", 2), ("Bus or Coach", 1), ("Other Vehicle", 1),
    ])
    private static let sexes = Mixture([("Male", 61), ("Female", 38), ("-1", 1)])
    private static let ageBands = Mixture([
        ("0-5", 2), ("6-10", 3), ("11-15", 6), ("16-20", 10), ("21-25", 11), ("26-35", 23), ("36-45", 16),
        ("46-55", 12), ("56-65", 8), ("66-75", 4), ("Over 75", 3), ("-1", 2),
    ])
    private static let speedLimits = Mixture([("20", 5), ("30", 62), ("40", 14), ("50", 4), ("60", 10), ("70", 5)])
}
