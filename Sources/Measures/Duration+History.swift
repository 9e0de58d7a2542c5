extension Duration {
    /// The longest history that anything is judged by. A rule that needs more would wait for figures that no source
    /// keeps on one definition.
    public static let longestHistory = Duration(20, .year)

    /// The whole months that it lasts; nil for days.
    public var months: Int? {
        let each: Int? =
            switch unit {
            case .day: nil
            case .month: 1
            case .quarter: 3
            case .year: 12
            }
        return each.flatMap {
            let (months, overflow) = count.multipliedReportingOverflow(by: $0)
            return overflow ? nil : months
        }
    }

    /// Whether so much can lie behind a period.
    public var isWithinHistory: Bool { (months ?? 0) <= Duration.longestHistory.count * 12 }
}

extension Grain {
    /// Months from the start of one period to the start of the next that shares none with it.
    public var monthsApart: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .calendarYear, .financialYear, .rollingYear, .financialYearToDate: 12
        }
    }
}
