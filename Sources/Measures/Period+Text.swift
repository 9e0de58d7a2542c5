extension Period: CustomStringConvertible {
    /// The period as analysts write it, and as `init(_:grain:)` reads it: `2024-03`, `2024 Q1` (January to
    /// March, the calendar's quarter), `2024`, `2023/24`, `12 months to 2024-03`, `2023/24 to 2024-01`.
    public var description: String {
        switch grain {
        case .month: "\(lastMonth)"
        case .quarter: "\(Month.yearText(lastMonth.year)) Q\((lastMonth.number - 1) / 3 + 1)"
        case .calendarYear: Month.yearText(ordinal)
        case .financialYear: Period.financialYearText(ordinal)
        case .rollingYear: "12 months to \(lastMonth)"
        case .financialYearToDate: "\(Period.financialYearText(lastMonth.financialYear)) to \(lastMonth)"
        }
    }

    /// The period in words that can't be mistaken: a quarter is told by its months, since many boards count
    /// quarters from April.
    public var title: String {
        switch grain {
        case .month: lastMonth.title
        case .quarter:
            "\(Month.names[firstMonth.number - 1]) to \(lastMonth.title)"
        case .calendarYear, .financialYear: description
        case .rollingYear: "12 months to \(lastMonth.title)"
        case .financialYearToDate:
            firstMonth == lastMonth ? lastMonth.title : "April to \(lastMonth.title)"
        }
    }

    /// Reads what `description` writes, whatever the grain; nil where no such period exists (`2023/25`, `2024-13`).
    public init?(_ text: some StringProtocol) {
        self.init(reading: Substring(text))
    }

    // Of one type, since some tens of thousands are read in a run.
    private init?(reading text: Substring) {
        guard text.utf8.contains(UInt8(ascii: " ")) else {
            guard let period = Period.plain(text) else { return nil }
            self = period
            return
        }
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        switch words.count {
        case 2:
            guard words[0].utf8.count == 4, let year = Int(digits: words[0]), year > 0, words[1].utf8.count == 2,
                words[1].first == "Q", let quarter = Int(digits: words[1].dropFirst()), (1...4).contains(quarter)
            else { return nil }
            self.init(grain: .quarter, ordinal: year * 4 + quarter - 1)
        case 3:
            guard words[1] == "to", let year = Period.plain(words[0]), year.grain == .financialYear,
                let month = Period.plain(words[2]), month.grain == .month,
                month.lastMonth.financialYear == year.ordinal
            else { return nil }
            self.init(grain: .financialYearToDate, ordinal: month.ordinal)
        case 4:
            guard words[0] == "12", words[1] == "months", words[2] == "to", let month = Period.plain(words[3]),
                month.grain == .month
            else { return nil }
            self.init(grain: .rollingYear, ordinal: month.ordinal)
        default: return nil
        }
    }

    /// `2024`, `2024-03` or `2023/24`.
    private static func plain(_ text: Substring) -> Period? {
        let head = text.prefix(4)
        guard head.utf8.count == 4, let year = Int(digits: head), year > 0 else { return nil }
        let tail = text.dropFirst(4)
        guard let mark = tail.first else { return Period(grain: .calendarYear, ordinal: year) }
        guard tail.utf8.count == 3, let number = Int(digits: tail.dropFirst()) else { return nil }
        switch mark {
        case "-" where (1...12).contains(number):
            return Period(.month, holding: Month(year: year, month: number))
        case "/" where number == (year + 1) % 100:
            return Period(grain: .financialYear, ordinal: year)
        default: return nil
        }
    }

    private static func financialYearText(_ year: Int) -> String {
        let end = (year + 1) % 100
        return "\(Month.yearText(year))/\(end < 10 ? "0" : "")\(end)"
    }
}
