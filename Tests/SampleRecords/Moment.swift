/// A day and a minute of it, in local time.
struct Moment: Comparable {
    let day: CalendarDay
    let minute: Int

    init(day: CalendarDay, minute: Int) {
        self.day = CalendarDay(number: day.number + minute / 1440)
        self.minute = minute % 1440
    }

    /// The moment so many minutes later.
    func later(byMinutes minutes: Int) -> Moment {
        Moment(day: day, minute: minute + minutes)
    }

    /// The clock as in 22:10:00.
    var clock: String {
        "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2)):00"
    }

    /// The moment as in 2023-05-01T22:10:00.
    var text: String { "\(day.text)T\(clock)" }

    static func < (left: Moment, right: Moment) -> Bool {
        (left.day, left.minute) < (right.day, right.minute)
    }
}
