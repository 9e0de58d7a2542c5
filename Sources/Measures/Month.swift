/// A month of the calendar, as the number of months since January of the year 0.
public struct Month: Sendable, Hashable, Comparable {
    public var ordinal: Int

    public init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// - Parameter month: 1 to 12; other numbers count on into the years beside.
    public init(year: Int, month: Int) {
        self.init(ordinal: year * 12 + month - 1)
    }

    public var year: Int { ordinal >= 0 ? ordinal / 12 : (ordinal - 11) / 12 }

    /// 1 to 12.
    public var number: Int { ordinal - year * 12 + 1 }

    /// The year in which the financial year that holds this month began, in April.
    public var financialYear: Int { number >= 4 ? year : year - 1 }

    public var firstDay: CalendarDate {
        let shiftedYear = number <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (number > 2 ? number - 3 : number + 9) + 2) / 5
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return CalendarDate(daysSince1970: era * 146_097 + dayOfEra - 719_468)
    }

    public var lastDay: CalendarDate { advanced(by: 1).firstDay.advanced(byDays: -1) }

    public var days: Int { advanced(by: 1).firstDay.daysSince1970 - firstDay.daysSince1970 }

    public func advanced(by months: Int) -> Month { Month(ordinal: ordinal + months) }

    /// The fewest months that hold so many days wherever they begin: 3 months may have 89 days only, so 90 take 4.
    ///
    /// - Parameter days: 0 or more.
    public static func fewest(holding days: Int) -> Int {
        // The calendar repeats every 400 years.
        let firsts = (0..<4_800).map { Month(ordinal: $0) }
        var months = days / 31
        while firsts.contains(where: { $0.advanced(by: months).firstDay.daysSince1970 - $0.firstDay.daysSince1970 < days }) {
            months += 1
        }
        return months
    }

    public static func < (left: Month, right: Month) -> Bool { left.ordinal < right.ordinal }
}

extension Month: CustomStringConvertible {
    /// ISO 8601: `2024-03`.
    public var description: String {
        "\(Month.yearText(year))-\(number < 10 ? "0" : "")\(number)"
    }

    /// For a reader: `March 2024`.
    public var title: String { "\(Month.names[number - 1]) \(year)" }

    /// A year with the four digits that it is read with.
    static func yearText(_ year: Int) -> String {
        let text = String(year)
        return String(repeating: "0", count: max(0, 4 - text.count)) + text
    }

    static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
