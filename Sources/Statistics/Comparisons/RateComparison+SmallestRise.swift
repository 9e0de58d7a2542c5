extension RateComparison {
    /// The smallest count that is both over a relative rise of the base and significant: what a board's "rises over
    /// 10%" means at its own numbers. From 135, over 10% and at 95%, it is 171.
    ///
    /// - Parameters:
    ///   - rise: As a fraction of the base rate: 0.1 is 10%. From a base of nothing, any count is over it.
    ///   - dispersion: As in ``init(count:exposure:baseCount:baseExposure:dispersion:)``.
    /// - Throws: For arguments out of range, and where the count would be over 10⁹.
    public static func smallestSignificantCount(
        over rise: Double, baseCount: Double, baseExposure: Double = 1, exposure: Double = 1, dispersion: Double = 1,
        level: Double = 0.95
    ) throws(StatisticsError) -> Int {
        let rise = try checkedRise(rise)
        let base = try checkedCount(baseCount)
        let expected = base * (try checkedExposure(exposure) / (try checkedExposure(baseExposure)))

        func isSignificant(_ count: Double) throws(StatisticsError) -> Bool {
            try RateComparison(
                count: count, exposure: exposure, baseCount: base, baseExposure: baseExposure, dispersion: dispersion
            ).isSignificant(at: level)
        }

        // Above the expected count p only falls, so doubling steps find a bracket and halving closes it.
        var failing = smallestCount(over: rise, base: expected)
        if try isSignificant(failing) { return Int(failing) }
        var step = failing.squareRoot().rounded(.up)
        var passing = failing + step
        while try !isSignificant(passing) {
            failing = passing
            step *= 2
            passing += step
        }
        while passing - failing > 1 {
            let middle = ((passing + failing) / 2).rounded(.down)
            if try isSignificant(middle) { passing = middle } else { failing = middle }
        }
        return Int(passing)
    }

    /// The greatest count that is both under a relative fall of the base and significant. From 135, under −10% and at 95%, it is 102; nil where
    /// not even 0 is significant, as from 3.
    ///
    /// - Parameters:
    ///   - fall: As a fraction of the base rate, at least 0: 0.1 is a fall of 10%.
    ///   - dispersion: As in ``init(count:exposure:baseCount:baseExposure:dispersion:)``.
    public static func greatestSignificantCount(
        under fall: Double, baseCount: Double, baseExposure: Double = 1, exposure: Double = 1, dispersion: Double = 1,
        level: Double = 0.95
    ) throws(StatisticsError) -> Int? {
        let fall = try checkedRise(fall)
        let base = try checkedCount(baseCount)
        let expected = base * (try checkedExposure(exposure) / (try checkedExposure(baseExposure)))

        func isSignificant(_ count: Double) throws(StatisticsError) -> Bool {
            try RateComparison(
                count: count, exposure: exposure, baseCount: base, baseExposure: baseExposure, dispersion: dispersion
            ).isSignificant(at: level)
        }

        // Strictly under the bound. Below the expected count p only falls.
        var failing = (expected * (1 - fall)).rounded(.up) - 1
        guard failing >= 0, try isSignificant(0) else { return nil }
        if try isSignificant(failing) { return Int(failing) }
        var passing = 0.0
        while failing - passing > 1 {
            let middle = ((passing + failing) / 2).rounded(.down)
            if try isSignificant(middle) { passing = middle } else { failing = middle }
        }
        return Int(passing)
    }
}
