extension Unit.Rate {
    /// How many times the events of a period are taken, to be told over the rate's own time: by months, so a quarter's events a year are four
    /// times as many.
    public func scale(over period: Period) -> Double {
        let months: Double
        switch time {
        case .period: return 1
        case .month: months = 1
        case .quarter: months = 3
        case .year: months = 12
        }
        return months / Double(period.monthCount)
    }

    /// How many events in the period make a rate of one among so many of the denominator.
    public func events(among denominator: Double, in period: Period) -> Double {
        denominator / (per * scale(over: period))
    }
}
