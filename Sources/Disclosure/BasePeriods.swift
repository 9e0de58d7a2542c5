import Measures

/// The time of a KPI, cut into the finest of its periods that do not overlap, one after another.
///
/// Boundary `n` lies after the first `n` base periods; base period `n` lies between boundaries `n` and `n + 1`.
struct BasePeriods: Sendable, Hashable {
    let first: Month
    /// Of each base period: 1, 3 or 12.
    let monthCount: Int
    let count: Int
    /// Those for which the KPI is told.
    private let grains: Set<Grain>
    /// The grain of the base periods; years among periods that overlap.
    let grain: Grain
    /// The last month of the years in which held figures may be told at last.
    private let yearEnd: Int

    /// - Parameters:
    ///   - first: the first base period.
    ///   - grains: those for which the KPI is told. Years are those from April unless only calendar years are told.
    init(first: Period, count: Int, grains: Set<Grain>) {
        self.first = first.firstMonth
        monthCount = first.monthCount
        grain = first.grain
        self.count = count
        self.grains = grains
        let endsInDecember =
            grains.contains(.calendarYear) && grains.isDisjoint(with: [.financialYear, .financialYearToDate])
        yearEnd = first.monthCount == 12 ? first.lastMonth.number : endsInDecember ? 12 : 3
    }

    /// The boundary before the month. Nil where it lies within a base period, or after the last one. What begins before the
    /// first base period begins with it: of an earlier time no figure stands by itself.
    func boundary(before month: Month) -> Int? {
        let months = month.ordinal - first.ordinal
        guard months > 0 else { return 0 }
        guard months % monthCount == 0, months / monthCount <= count else { return nil }
        return months / monthCount
    }

    /// The boundaries at which a period begins and ends; nil where either is none.
    func boundaries(of period: Period) -> (start: Int, end: Int)? {
        guard let start = boundary(before: period.firstMonth), let end = boundary(before: period.lastMonth.advanced(by: 1)),
            start < end
        else { return nil }
        return (start, end)
    }

    /// The first month after the boundary.
    func month(after boundary: Int) -> Month { first.advanced(by: boundary * monthCount) }

    /// A base period.
    subscript(_ place: Int) -> Period { Period(grain, holding: month(after: place)) }

    /// The grain of the base periods: the finest, and where all overlap, the one whose years are taken. Nil of none.
    static func baseGrain(of grains: Set<Grain>) -> Grain? {
        let order: [Grain] = [.month, .quarter, .financialYear, .calendarYear, .rollingYear, .financialYearToDate]
        return order.first(where: grains.contains)
    }

    func endsQuarter(_ boundary: Int) -> Bool { lastMonth(before: boundary).number % 3 == 0 }
    func endsYear(_ boundary: Int) -> Bool { lastMonth(before: boundary).number == yearEnd }

    /// Where the base period and the told periods begin that end at the boundary.
    func starts(endingAt boundary: Int) -> Set<Int> {
        let last = lastMonth(before: boundary)
        var starts: Set<Int> = [boundary - 1]
        for grain in grains {
            let period = Period(grain, holding: last)
            if period.lastMonth == last, let start = self.boundary(before: period.firstMonth) { starts.insert(start) }
        }
        return starts
    }

    private func lastMonth(before boundary: Int) -> Month { first.advanced(by: boundary * monthCount - 1) }
}
