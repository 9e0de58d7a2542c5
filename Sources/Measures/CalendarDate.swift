/// A day of the proleptic Gregorian calendar, without a time of day and without a time zone.
///
/// Held as the number of days since 1970-01-01, so that comparison and distance are whole-number
/// arithmetic. The conversion is Howard Hinnant's `days_from_civil`.
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01; negative before it.
    public var daysSince1970: Int

    public init(daysSince1970: Int) {
        self.daysSince1970 = daysSince1970
    }

    /// The day that exists under this year, month (1 to 12) and day of the month, or nil.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Month(year: year, month: month).days else { return nil }
        self.init(daysSince1970: Month(year: year, month: month).firstDay.daysSince1970 + day - 1)
    }

    /// Reads `2024-03-31`; anything else is nil.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(digits: parts[0]), let month = Int(digits: parts[1]), let day = Int(digits: parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The month that holds the day.
    public var month: Month {
        let shifted = daysSince1970 + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return Month(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month)
    }

    /// The day of the month, 1 to 31.
    public var dayOfMonth: Int { daysSince1970 - month.firstDay.daysSince1970 + 1 }

    public func advanced(byDays days: Int) -> CalendarDate {
        CalendarDate(daysSince1970: daysSince1970 + days)
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }
}

extension CalendarDate: CustomStringConvertible {
    /// ISO 8601: `2024-03-31`.
    public var description: String {
        "\(month)-\(dayOfMonth < 10 ? "0" : "")\(dayOfMonth)"
    }

    /// For a reader: `31 March 2024`.
    public var title: String { "\(dayOfMonth) \(month.title)" }
}

extension Int {
    /// Plain decimal digits only: no sign, no space, no other script's digits.
    init?(digits text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
        self.init(text)
    }
}
