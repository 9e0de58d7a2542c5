import Measures
import Statistics

extension Evaluation {
    /// The two observations of a comparison, the current one first.
    func observations(_ pair: Comparison, _ area: Int, _ period: Int) -> (Observation, Observation) {
        (observation(pair.series, area, period, .earlier(0)), observation(pair.series, area, period, pair.earlier))
    }

    /// Their figures alone.
    private func figures(_ pair: Comparison, _ area: Int, _ period: Int) -> (Cell, Cell) {
        (figure(pair.series, area, period, .earlier(0)), figure(pair.series, area, period, pair.earlier))
    }

    /// By how much the earlier figure is stretched so that both speak of as many days.
    func stretch(_ pair: Comparison, _ period: Int) -> Double {
        guard pair.byDailyRates else { return 1 }
        let (now, before) = (self.period(.earlier(0), seenFrom: period), self.period(pair.earlier, seenFrom: period))
        return Double(now.days) / Double(before.days)
    }

    func relativeChange(_ pair: Comparison, _ area: Int, _ period: Int) -> Cell {
        let (current, earlier) = figures(pair, area, period)
        if current.isAbsent || earlier.isAbsent { return absence(current, earlier) }
        // Relative to less than nothing a change has no meaning.
        guard earlier.low >= 0, earlier.value >= 0 else { return .absent(.noValue) }
        let stretch = stretch(pair, period)
        return Cell(
            value: Self.ratioChange(current.value, earlier.value * stretch),
            low: Self.ratioChange(current.low, (current.low < 0 ? earlier.low : earlier.high) * stretch),
            high: Self.ratioChange(current.high, earlier.low * stretch), reason: 0)
    }

    /// From zero to more there is no number, and it is over every bound; from zero to zero nothing changed.
    private static func ratioChange(_ current: Double, _ earlier: Double) -> Double {
        if earlier == 0 { return current == 0 ? 0 : current > 0 ? .infinity : -.infinity }
        return difference(current, earlier) / earlier
    }

    func difference(_ pair: Comparison, _ area: Int, _ period: Int) -> Cell {
        let (current, earlier) = figures(pair, area, period)
        if current.isAbsent || earlier.isAbsent { return absence(current, earlier) }
        let stretch = stretch(pair, period)
        return Cell(
            value: Self.difference(current.value, earlier.value * stretch),
            low: Self.difference(current.low, earlier.high * stretch),
            high: Self.difference(current.high, earlier.low * stretch), reason: 0)
    }

    func base(_ pair: Comparison, _ area: Int, _ period: Int, _ combine: (Double, Double) -> Double) -> Cell {
        let (now, before) = figures(pair, area, period)
        if now.isAbsent || before.isAbsent { return absence(now, before) }
        guard let current = counts(pair.series, area, column(pair.series, period, .earlier(0)), now),
            let earlier = counts(pair.series, area, column(pair.series, period, pair.earlier), before)
        else { return .absent(.noCounts) }
        return Cell(
            value: combine(current.value, earlier.value), low: combine(current.low, earlier.low),
            high: combine(current.high, earlier.high), reason: 0)
    }

    /// The events that a figure of a series' row may have behind it; nil where its source told none.
    private func counts(_ series: Int, _ area: Int, _ column: Int, _ figure: Cell) -> Cell? {
        guard let count = inputs[series].observations.count(area, column) else { return nil }
        guard figure.low < figure.high else { return .exact(count) }
        let ends = Self.counts(
            count, of: figure.value, Observation.Bounds(low: figure.low, high: figure.high),
            inputs[series].observations.denominator(area, column), program.series[series].unit,
            inputs[series].observations.first.moved(by: column))
        return Cell(value: count, low: ends.low, high: ends.high, reason: 0)
    }

    private func absence(_ left: Cell, _ right: Cell) -> Cell {
        AbsenceReason(rawValue: Cell.first(left.isAbsent ? left.reason : 0, right.isAbsent ? right.reason : 0))
            .map(Cell.absent) ?? .absent(.missing)
    }

    /// The least and the greatest count that an observation of a period may have behind it.
    func counts(_ observation: Observation, _ unit: Unit, in period: Period) -> Observation.Bounds? {
        guard let count = observation.count else { return nil }
        guard let bounds = observation.bounds else { return Observation.Bounds(low: count, high: count) }
        return Self.counts(count, of: observation.value, bounds, observation.denominator, unit, period)
    }

    /// A count known only within its source's rounding is whole, so its ends are too; the bounds of a rate are those of its
    /// numerator.
    private static func counts(
        _ count: Double, of value: Double?, _ bounds: Observation.Bounds, _ denominator: Double?, _ unit: Unit,
        _ period: Period
    ) -> Observation.Bounds {
        if count == value {
            return Observation.Bounds(low: bounds.low.rounded(.up), high: bounds.high.rounded(.down))
        }
        guard case .rate(let rate) = unit, let denominator else { return Observation.Bounds(low: count, high: count) }
        let scale = rate.events(among: denominator, in: period)
        return Observation.Bounds(low: (bounds.low * scale).rounded(), high: (bounds.high * scale).rounded())
    }

    /// Whether chance is excluded. p is greatest where the figures are alike and falls away from there, so its values at the
    /// ends of the rounding bound it between them: unknown only where some ends are significant and others not, or where they
    /// are significant on different sides.
    func significance(_ pair: Comparison, _ level: Double, _ area: Int, _ period: Int) -> Cell {
        let (now, before) = observations(pair, area, period)
        if let reason = Cell.firstReason(now, before) { return .unknown(reason) }
        guard let tests = endTests(pair, area, period) else { return .unknown(.noCounts) }
        // 1 for a significant rise, −1 for a significant fall, 0 within chance.
        let sides = tests.map { $0.pValue < 1 - level ? ($0.rises ? 1 : -1) : 0 }
        return sides.allSatisfy { $0 == sides[0] } ? .truth(sides[0] != 0) : .unknown(.borderline)
    }

    /// The exact test at the two ends of what rounding allows: the least rise and the greatest. Nil where the
    /// observations lack what the test needs.
    func endTests(_ pair: Comparison, _ area: Int, _ period: Int) -> [SignificanceTest.Outcome]? {
        let (now, before) = observations(pair, area, period)
        let unit = program.series[pair.series].unit
        guard let current = counts(now, unit, in: self.period(.earlier(0), seenFrom: period)),
            let earlier = counts(before, unit, in: self.period(pair.earlier, seenFrom: period))
        else { return nil }
        let declaration = program.series[pair.series]
        let test = SignificanceTest(
            unit: declaration.unit, dispersion: declaration.dispersion, stretch: stretch(pair, period))
        guard let least = test.outcome(now, current.low, before, earlier.high) else { return nil }
        // Exact figures have one end.
        if current.low == current.high, earlier.low == earlier.high { return [least, least] }
        guard let greatest = test.outcome(now, current.high, before, earlier.low)
        else { return nil }
        return [least, greatest]
    }
}

extension Cell {
    /// The first reason of two observations for which there is no figure.
    static func firstReason(_ left: Observation, _ right: Observation) -> AbsenceReason? {
        [left, right].compactMap { Evaluation.reason($0.state) }.min()
    }
}
