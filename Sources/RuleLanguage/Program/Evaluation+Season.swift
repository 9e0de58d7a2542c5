import Measures
import Statistics

extension SeasonalDetector {
    /// For quarters: as for months, in quarters; the package has none.
    static let quarterly = SeasonalDetector(
        periodsPerYear: 4, years: 5, halfWindow: 0, seasons: 4, excludedPeriods: 1)
}

extension Evaluation {
    /// Whether the period lies the worse way beyond what its season and the trend of five earlier years lead to expect.
    func unusual(_ series: Int, _ level: Double, _ area: Int, _ period: Int) -> Cell {
        let found = observation(series, area, period, .earlier(0))
        if let reason = Self.reason(found.state) { return .unknown(reason) }
        guard let counts = Self.counts(found, program.series[series].unit, in: frame.first.moved(by: period)) else {
            return .unknown(.noCounts)
        }
        var shown: Set<Bool> = []
        for count in Set([counts.low, counts.high]) {
            switch expectation(series, level, area, period, count) {
            case .failure(let absent): return .unknown(absent.reason)
            case .success(let expectation):
                switch isShown(expectation, worse: program.series[series].kpi.worse) {
                case .some(let isShown): shown.insert(isShown)
                case nil: return .unknown(.tooSmall)
                }
            }
        }
        return shown.count == 1 ? .truth(shown == [true]) : .unknown(.borderline)
    }

    /// Nil where the count lies beyond a bound, and there are too few events for that to be told.
    private func isShown(_ expectation: SeasonalExpectation, worse: Direction?) -> Bool? {
        let isOver = expectation.observed > expectation.upper && worse != .lower
        let isUnder = expectation.observed < expectation.lower && worse != .higher
        guard isOver || isUnder else { return false }
        return expectation.direction == nil ? nil : true
    }

    /// What is to be expected of the period, from the same season of the five years before it: of counts by the day, or by what the rate is
    /// per. Exceptional periods, and those before the last step, are left out; the period itself is none of them.
    func expectation(
        _ series: Int, _ level: Double, _ area: Int, _ period: Int, _ count: Double
    ) -> Result<SeasonalExpectation, NoRun> {
        let last = column(series, period, .earlier(0))
        var detector = frame.first.grain == .month ? SeasonalDetector.monthly : .quarterly
        detector.alpha = (1 - level) / 2
        let first = last - detector.periodsNeeded + 1
        let start = start(of: series, at: last)
        guard first >= 0 else { return .failure(NoRun(reason: .insufficientHistory)) }
        if mayBeAnything(series, area, columns: max(first, start)..<last + 1) { return .failure(NoRun(reason: .withheld)) }
        var counts: [Double?] = []
        var exposures: [Double] = []
        for column in first...last {
            let exposure = exposure(series, area, column)
            exposures.append(exposure ?? 1)
            let isThere = column >= start && exposure != nil && baselineValue(series, area, column) != nil
            let known = isThere ? inputs[series].observations.count(area, column) : nil
            counts.append(column == last ? count : known.flatMap { $0 == $0.rounded() ? $0 : nil })
        }
        do {
            return .success(try detector.judge(counts, exposures: exposures, dispersion: program.series[series].dispersion))
        } catch {
            switch error {
            case .historyTooShort, .tooFewReferencePeriods: return .failure(NoRun(reason: .insufficientHistory))
            default: return .failure(NoRun(reason: .noCounts))
            }
        }
    }

    private func exposure(_ series: Int, _ area: Int, _ column: Int) -> Double? {
        let days = Double(inputs[series].observations.first.moved(by: column).days)
        guard case .rate = program.series[series].unit else { return days }
        guard let denominator = inputs[series].observations.denominator(area, column), denominator > 0 else { return nil }
        return program.series[series].kpi.growsWithDays ? denominator * days : denominator
    }
}
