import Measures
import Testing

@Suite("Days of the calendar")
struct CalendarDateTests {
    /// The calendar counted on day by day, with nothing but the rule of leap years: the oracle.
    private struct Count {
        var year: Int, month: Int, day: Int

        var monthDays: Int {
            switch month {
            case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        }

        mutating func next() {
            day += 1
            if day > monthDays { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test("every day from 1900 to 2100 has the number that counting gives it, and reads back from its text")
    func everyDay() {
        var count = Count(year: 1900, month: 1, day: 1)
        // 1900-01-01 lies 70 years with 17 leap days before 1970-01-01.
        var number = -(70 * 365 + 17)
        var wrong: [String] = []
        while count.year <= 2100 {
            let date = CalendarDate(daysSince1970: number)
            let isRight =
                CalendarDate(year: count.year, month: count.month, day: count.day) == date
                && date.month == Month(year: count.year, month: count.month) && date.dayOfMonth == count.day
                && date.month.days == count.monthDays && CalendarDate(date.description) == date
            if !isRight { wrong.append("\(count) \(number)") }
            count.next()
            number += 1
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
        #expect(number - 1 == CalendarDate(year: 2100, month: 12, day: 31)?.daysSince1970)
    }

    @Test(
        "anchors that anyone can look up",
        arguments: [
            ("1970-01-01", 0), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("1969-12-31", -1), ("2024-12-31", 20_088),
        ])
    func anchors(_ text: String, _ days: Int) {
        #expect(CalendarDate(text)?.daysSince1970 == days)
    }

    @Test("the calendar holds before the year 1 and far ahead")
    func far() {
        for days in stride(from: -1_000_000, through: 3_000_000, by: 9_973) {
            let date = CalendarDate(daysSince1970: days)
            #expect(date.month.firstDay.advanced(byDays: date.dayOfMonth - 1) == date)
            #expect((1...date.month.days).contains(date.dayOfMonth))
        }
    }

    @Test(
        "a day that does not exist is not guessed",
        arguments: [
            "2023-02-29", "1900-02-29", "2024-02-30", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00", "2024-01-32",
            "0000-01-01", "24-01-01", "2024-1-01", "2024-01-1", "2024/01/01", "2024-01-01 ", " 2024-01-01", "+024-01-01",
            "2024-01-01-01", "2024-01", "", "２０２４-01-01", "2024-01-0١", "-2024-01-01",
        ])
    func refused(_ text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("a reader sees the day in words")
    func title() {
        #expect(CalendarDate("2024-03-31")?.title == "31 March 2024")
    }
}
