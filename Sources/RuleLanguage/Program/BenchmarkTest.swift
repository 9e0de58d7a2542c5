import Measures
import Statistics

/// The exact test of a figure against one that is stated, as the figure's unit calls for: of a count, of a rate with its exposure, of a
/// proportion, or of a weighted sum.
struct BenchmarkTest {
    var unit: Unit
    var dispersion: Double
    /// The period judged: a rate may be told over another time.
    var period: Period

    struct Outcome: Hashable {
        /// Two-sided.
        var pValue: Double
        /// Which way the figure lies from the stated one; nil where it lies on it.
        var side: Direction?
    }

    /// The test of an observation with this count; nil where it can't be made.
    func outcome(_ observation: Observation, _ count: Double, against stated: Double) -> Outcome? {
        switch unit {
        case .percent:
            guard let denominator = observation.denominator,
                let test = try? ProportionAgainstBenchmark(
                    numerator: count, denominator: denominator, benchmark: stated, dispersion: dispersion)
            else { return nil }
            return Outcome(pValue: test.pValue, side: side(test.proportion, stated))
        case .index:
            guard let sum = observation.numerator, let squares = observation.sumOfSquaredWeights,
                let weights = try? WeightedSum(sum: sum, sumOfSquares: squares),
                let test = try? RateAgainstBenchmark(
                    weighted: weights, exposure: observation.denominator ?? 1, benchmark: stated, dispersion: dispersion)
            else { return nil }
            return Outcome(pValue: test.pValue, side: side(test.count, test.expected))
        default:
            guard let exposure = exposure(observation),
                let test = try? RateAgainstBenchmark(
                    count: count, exposure: exposure, benchmark: stated, dispersion: dispersion)
            else { return nil }
            return Outcome(pValue: test.pValue, side: side(test.count, test.expected))
        }
    }

    /// What the stated figure is multiplied by to make events of it.
    private func exposure(_ observation: Observation) -> Double? {
        guard case .rate(let rate) = unit else { return 1 }
        return observation.denominator.map { rate.events(among: $0, in: period) }
    }

    private func side(_ figure: Double, _ stated: Double) -> Direction? {
        figure > stated ? .higher : figure < stated ? .lower : nil
    }
}

extension Evaluation {
    /// Whether the figure lies on one side of a stated one, and chance is excluded: unknown where that hangs on the rounding of either.
    func beyond(_ side: Direction, _ series: Int, _ stated: Cell, _ level: Double, _ area: Int, _ period: Int) -> Cell {
        let found = observation(series, area, period, .earlier(0))
        let own = Self.cell(found)
        let reason = Cell.first(own.isAbsent ? own.reason : 0, stated.isAbsent ? stated.reason : 0)
        if let reason = AbsenceReason(rawValue: reason) { return .unknown(reason) }
        guard let ends = benchmarkEnds(series, stated, area, period) else { return .unknown(.noCounts) }
        let shown = Set(ends.map { $0.side == side && $0.pValue < 1 - level })
        return shown.count == 1 ? .truth(shown == [true]) : .unknown(.borderline)
    }

    /// The test at the two ends of what rounding allows. Nil where a figure is not there, or lacks what the test needs.
    func benchmarkEnds(_ series: Int, _ stated: Cell, _ area: Int, _ period: Int) -> [BenchmarkTest.Outcome]? {
        let found = observation(series, area, period, .earlier(0))
        let declaration = program.series[series]
        guard found.state == .reported, !stated.isAbsent,
            let counts = Self.counts(found, declaration.unit, in: frame.first.moved(by: period))
        else { return nil }
        let test = BenchmarkTest(
            unit: declaration.unit, dispersion: declaration.dispersion, period: frame.first.moved(by: period))
        guard let least = test.outcome(found, counts.low, against: stated.high),
            let greatest = test.outcome(found, counts.high, against: stated.low)
        else { return nil }
        return [least, greatest]
    }
}
