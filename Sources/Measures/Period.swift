/// A stretch of whole months that a figure speaks of: a month, a quarter, a year, twelve months to a month, or
/// a financial year so far.
///
/// A period is a grain and a place in the succession of that grain's periods, so the period before, or a year
/// before, is subtraction.
public struct Period: Sendable, Hashable {
    public let grain: Grain
    /// Place in the succession. Month, rolling year, year to date: the ordinal of the last month. Quarter:
    /// year × 4 + quarter − 1. Calendar year: the year. Financial year: the year in which it begins.
    public let ordinal: Int

    public init(grain: Grain, ordinal: Int) {
        self.grain = grain
        self.ordinal = ordinal
    }

    /// The period of this grain that holds the month; for the overlapping grains, the one that ends with it.
    public init(_ grain: Grain, holding month: Month) {
        switch grain {
        case .month, .rollingYear, .financialYearToDate: self.init(grain: grain, ordinal: month.ordinal)
        case .quarter: self.init(grain: grain, ordinal: month.year * 4 + (month.number - 1) / 3)
        case .calendarYear: self.init(grain: grain, ordinal: month.year)
        case .financialYear: self.init(grain: grain, ordinal: month.financialYear)
        }
    }

    /// The last period of this grain that has wholly passed at the end of the day before `date`.
    public static func latestClosed(_ grain: Grain, on date: CalendarDate) -> Period {
        let holding = Period(grain, holding: date.month)
        return holding.lastDay < date ? holding : holding.moved(by: -1)
    }

    public var firstMonth: Month {
        switch grain {
        case .month: Month(ordinal: ordinal)
        case .quarter: Month(ordinal: ordinal * 3)
        case .calendarYear: Month(year: ordinal, month: 1)
        case .financialYear: Month(year: ordinal, month: 4)
        case .rollingYear: Month(ordinal: ordinal - 11)
        case .financialYearToDate: Month(year: Month(ordinal: ordinal).financialYear, month: 4)
        }
    }

    public var lastMonth: Month {
        switch grain {
        case .month, .rollingYear, .financialYearToDate: Month(ordinal: ordinal)
        case .quarter: Month(ordinal: ordinal * 3 + 2)
        case .calendarYear: Month(year: ordinal, month: 12)
        case .financialYear: Month(year: ordinal + 1, month: 3)
        }
    }

    public var firstDay: CalendarDate { firstMonth.firstDay }
    public var lastDay: CalendarDate { lastMonth.lastDay }
    public var days: Int { lastDay.daysSince1970 - firstDay.daysSince1970 + 1 }
    public var monthCount: Int { lastMonth.ordinal - firstMonth.ordinal + 1 }
    public var months: [Month] { (firstMonth.ordinal...lastMonth.ordinal).map(Month.init(ordinal:)) }

    /// The period this many steps of the grain later, earlier where negative.
    public func moved(by steps: Int) -> Period { Period(grain: grain, ordinal: ordinal + steps) }

    /// The same period of the year before: the same months, one year earlier.
    public var yearBefore: Period { moved(by: -grain.stepsPerYear) }

    /// Whether the two share a month.
    public func overlaps(_ other: Period) -> Bool {
        firstMonth <= other.lastMonth && other.firstMonth <= lastMonth
    }
}

extension Period: Comparable {
    /// By last month, then by first month (the longer first), then by grain.
    public static func < (left: Period, right: Period) -> Bool {
        if left.grain == right.grain { return left.ordinal < right.ordinal }
        return (left.lastMonth.ordinal, left.firstMonth.ordinal, left.grain)
            < (right.lastMonth.ordinal, right.firstMonth.ordinal, right.grain)
    }
}
