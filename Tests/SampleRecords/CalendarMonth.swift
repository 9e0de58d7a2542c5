/// A month of the calendar.
struct CalendarMonth: Comparable {
    let year: Int
    let month: Int

    init(_ year: Int, _ month: Int) {
        self.year = year
        self.month = month
    }

    /// The month so many months later.
    func later(by months: Int) -> CalendarMonth {
        let index = year * 12 + month - 1 + months
        return CalendarMonth(index / 12, index % 12 + 1)
    }

    var first: CalendarDay { CalendarDay(year: year, month: month, day: 1) }

    var dayCount: Int { later(by: 1).first.number - first.number }

    /// The month as in 2024-03.
    var text: String { "\(year)-\(padded(month, to: 2))" }

    /// A day of the span of so many months that starts with this one, each equally likely.
    func day(withinMonths months: Int, from stream: inout RandomStream) -> CalendarDay {
        CalendarDay(number: first.number + stream.below(later(by: months).first.number - first.number))
    }

    static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}

/// The time that the sample covers: April 2021 to June 2024.
enum SamplePeriod {
    static let start = CalendarMonth(2021, 4)
    static let months = (0..<39).map { start.later(by: $0) }
    static let quarters = (0..<13).map { start.later(by: 3 * $0) }
    static let lastDay = CalendarDay(year: 2024, month: 6, day: 30)
}
