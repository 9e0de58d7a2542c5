extension Funnel {
    /// Which way a point lies outside the limits at `level`; none within them.
    ///
    /// Without spread, as PHEindicatormethods' `assign_funnel_significance`: a proportion against its limits; a rate's or
    /// ratio's count by whether its interval (exact under 10 events, Byar's from 10) holds the events that the benchmark
    /// would bring. So a point next to an exact limit may be judged otherwise than it is drawn, by the difference between
    /// Byar's interval and the exact one.
    ///
    /// With spread, a point is to lie outside the limits with spread and those without: spread only widens, and the
    /// transformed scale is too narrow where few events are expected (no event is an infinite distance on the logarithm).
    ///
    /// - Throws: For a level out of range, and where a proportion's numerator is over its denominator.
    public func direction(of point: FunnelPoint, level: Double) throws(StatisticsError) -> Direction? {
        guard let direction = try directionByChance(point, level) else { return nil }
        guard spread != .none else { return direction }
        let limits = try limits(denominator: point.denominator, level: level)
        let beyond: Direction? = point.value > limits.upper ? .higher : point.value < limits.lower ? .lower : nil
        return beyond == direction ? direction : nil
    }

    /// The limits that a point lies outside of where ``direction(of:level:)`` tells a direction: with spread, the wider of those with and those
    /// without. For drawing beside verdicts, so that no point lies outside the lines and is called within them.
    ///
    /// - Throws: As ``limits(denominator:level:)``.
    public func limitsOfVerdict(denominator: Double, level: Double) throws(StatisticsError) -> FunnelLimits {
        let wide = try limits(denominator: denominator, level: level)
        guard spread != .none else { return wide }
        let plain = try Funnel(measure, benchmark: benchmark).limits(denominator: denominator, level: level)
        return FunnelLimits(lower: min(wide.lower, plain.lower), upper: max(wide.upper, plain.upper), level: level)
    }

    private func directionByChance(_ point: FunnelPoint, _ level: Double) throws(StatisticsError) -> Direction? {
        if measure == .proportion {
            try checkProportion(numerator: point.numerator, denominator: point.denominator)
            let limits = try Funnel(.proportion, benchmark: benchmark).limits(denominator: point.denominator, level: level)
            return point.value > limits.upper ? .higher : point.value < limits.lower ? .lower : nil
        }
        let interval = try PoissonInterval.standard(count: point.numerator, level: level)
        let expected = size(point.denominator)
        return interval.lower > expected ? .higher : interval.upper < expected ? .lower : nil
    }

    /// How many errors a point lies from the benchmark on the transformed scale, spread included: FunnelPlotR's adjusted z
    /// score. Infinite for no event on the logarithm.
    public func score(of point: FunnelPoint) throws(StatisticsError) -> Double {
        if measure == .proportion { try checkProportion(numerator: point.numerator, denominator: point.denominator) }
        return (transformation.transformed(point.value, benchmark: benchmark) - transformation.target(benchmark))
            / error(point.denominator)
    }
}
