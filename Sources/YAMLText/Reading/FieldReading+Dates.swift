import Diagnostics

/// A day of the Gregorian calendar, as written in a file.
public struct YAMLDate: Sendable, Hashable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil for a day that the calendar does not have.
    public init?(year: Int, month: Int, day: Int) {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...9999).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Year, month and day as ISO 8601 writes them, `2027-03-31`, and in no other way.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ? Int(part) : nil
        }
        guard numbers.count == 3 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }
}

extension FieldReading where Value == YAMLDate {
    /// A date as ISO 8601 writes it, with or without quotes.
    public static var date: Self {
        Self { field in
            guard let text = field.nonEmptyScalar()?.text else { return nil }
            if let date = YAMLDate(text) { return date }
            field.report(FieldProblem.notDate(field: field.name, text: text))
            return nil
        }
    }
}
