public import Measures

extension IndicatorRequest {
    /// The KPI's unit.
    public func measuredUnit() throws(IndicatorError) -> Unit {
        guard let measured = Unit(unit) else { throw .unfitUnit(unit, expected: "a unit that this contract knows") }
        return measured
    }

    /// The KPI's unit where it is a rate.
    public func rate() throws(IndicatorError) -> Unit.Rate {
        guard case .rate(let rate) = try measuredUnit() else { throw .unfitUnit(unit, expected: "a rate") }
        return rate
    }
}

extension Unit.Rate {
    /// The rate of so many events in a period among so many of the denominator. A rate that is told over another
    /// time than the period's is scaled by months: a quarter's events a year are four times as many.
    public func value(events: Double, among denominator: Double, in period: Period) -> Double {
        events / denominator * per * scale(over: period)
    }
}
