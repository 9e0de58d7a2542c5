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
    static func counts(_ observation: Observation, _ unit: Unit, in period: Period) -> Observation.Bounds? {
        guard let count = observation.count else { return nil }
        guard let bounds = observation.bounds else { return Observation.Bounds(low: count, high: count) }
        return counts(count, of: observation.value, bounds, observation.denominator, unit, period)
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

    /// Whether chance is excluded, as `ChangeTest` says.
    func significance(_ pair: Comparison, _ level: Double, _ area: Int, _ period: Int) -> Cell {
        let (now, before) = observations(pair, area, period)
        let (current, earlier) = periods(pair, period)
        return switch changeTest(pair, level, period).answer(now, in: current, since: before, in: earlier) {
        case .beyondChance: .truth(true)
        case .withinChance: .truth(false)
        case .notTested(let reason): .unknown(reason)
        }
    }

    /// The exact test at the two ends of what rounding allows. Nil where the observations lack what the test needs.
    func endTests(_ pair: Comparison, _ area: Int, _ period: Int) -> [SignificanceTest.Outcome]? {
        let (now, before) = observations(pair, area, period)
        let (current, earlier) = periods(pair, period)
        return changeTest(pair, 0.95, period).ends(now, in: current, since: before, in: earlier)
    }

    private func changeTest(_ pair: Comparison, _ level: Double, _ period: Int) -> ChangeTest {
        let declaration = program.series[pair.series]
        return ChangeTest(
            SignificanceTest(unit: declaration.unit, dispersion: declaration.dispersion, stretch: stretch(pair, period)),
            level: level)
    }

    private func periods(_ pair: Comparison, _ period: Int) -> (now: Period, before: Period) {
        (self.period(.earlier(0), seenFrom: period), self.period(pair.earlier, seenFrom: period))
    }
}

extension Cell {
    /// The first reason of two observations for which there is no figure.
    static func firstReason(_ left: Observation, _ right: Observation) -> AbsenceReason? {
        [left, right].compactMap { Evaluation.reason($0.state) }.min()
    }
}
