import Measures
import Statistics

extension Evaluation {
    /// The fewest figures that limits are made from, and the most: later ones move them no more. Both halves of a year's seasons are in
    /// two years of months.
    static let fewestForLimits = 12
    static let mostForLimits = 24

    /// What a sign of special cause is sought in.
    struct ControlledRun {
        /// The points that are tested, the period judged the last.
        var tested: [Double]
        /// From the points before them; nil for a trend, which needs none.
        var limits: XmRLimits?
    }

    /// Whether the period shows the sign in the direction that the KPI calls worse, or in either where it calls neither so.
    ///
    /// Limits come from the first 24 figures of the series, or from the last step that a person set, without exceptional periods, and
    /// stay there: limits that moved with the figures would take a slow rise in. While there are fewer, they come from those before the
    /// periods that are tested, so that no figure is a part of its own yardstick.
    func specialCause(_ rule: ProcessControlRule, _ series: Int, _ area: Int, _ period: Int) -> Cell {
        var open: AbsenceReason?
        for sign in rule.signs {
            switch controlledRun(sign, series, area, period) {
            case .success(let run): if sign.isShown(by: run, worse: program.series[series].kpi.worse) { return .truth(true) }
            case .failure(let absent):
                // Outside limits without a width any event would lie: there its count decides, where it is one.
                if sign == .outsideLimits, absent.reason == .tooSmall, let still = stillProcess(series, area, period) {
                    let worse = program.series[series].kpi.worse
                    if let direction = still.direction, worse == nil || direction == worse { return .truth(true) }
                    continue
                }
                open = min(open ?? absent.reason, absent.reason)
            }
        }
        return open.map(Cell.unknown) ?? .truth(false)
    }

    /// Why a sign can't be sought.
    struct NoRun: Error {
        var reason: AbsenceReason
    }

    func controlledRun(
        _ sign: ProcessControlRule, _ series: Int, _ area: Int, _ period: Int
    ) -> Result<ControlledRun, NoRun> {
        let last = column(series, period, .earlier(0))
        let periodCount = periodCount(of: series)
        var tested: [Double] = []
        tested.reserveCapacity(sign.pointCount)
        var open: AbsenceReason?
        let start = start(of: series, at: last)
        for column in last - sign.pointCount + 1...last {
            guard column >= start, column < periodCount else {
                let reason = column < periodCount ? AbsenceReason.insufficientHistory : .notDue
                open = min(open ?? reason, reason)
                continue
            }
            let figure = Self.cell(
                inputs[series].observations.state(area, column), inputs[series].observations.value(area, column), nil)
            if let reason = AbsenceReason(rawValue: figure.reason) { open = min(open ?? reason, reason) }
            tested.append(figure.value)
        }
        if let open { return .failure(NoRun(reason: open)) }
        guard sign != .trend else { return .success(ControlledRun(tested: tested)) }
        let behind = last - sign.pointCount + 1
        guard !mayBeAnything(series, area, columns: baselineColumns(series, area, from: start, before: behind)) else {
            return .failure(NoRun(reason: .withheld))
        }
        guard let limits = limits(series, area, from: start, before: behind) else {
            return .failure(NoRun(reason: .insufficientHistory))
        }
        // Figures that never moved, or only where screening leaves it out, tell nothing of how far chance reaches: any figure at all would lie
        // outside their limits. The side of their mean is known.
        guard limits.meanMovingRange > 0 || sign == .shift else { return .failure(NoRun(reason: .tooSmall)) }
        return .success(ControlledRun(tested: tested, limits: limits))
    }

    /// The limits of the stretch that begins at a place of the rows, from figures before another place.
    func limits(_ series: Int, _ area: Int, from start: Int, before tested: Int) -> XmRLimits? {
        var values: [Double?] = []
        values.reserveCapacity(Self.mostForLimits)
        var count = 0
        var column = start
        while column < tested, count < Self.mostForLimits {
            let value = baselineValue(series, area, column)
            if value != nil { count += 1 }
            values.append(value)
            column += 1
        }
        return count < Self.fewestForLimits ? nil : try? XmRLimits(of: values)
    }

    /// The places of the figures that those limits are made from.
    func baseline(_ series: Int, _ area: Int, from start: Int, before tested: Int) -> [Int] {
        Array((start..<tested).lazy.filter { baselineValue(series, area, $0) != nil }.prefix(Self.mostForLimits))
    }

    /// From the first place that may give a figure to those limits to the last.
    private func baselineColumns(_ series: Int, _ area: Int, from start: Int, before tested: Int) -> Range<Int> {
        let places = baseline(series, area, from: start, before: tested)
        let end = places.count < Self.mostForLimits ? tested : (places.last ?? tested - 1) + 1
        return start..<max(start, end)
    }

    /// The first place of a series' rows that counts for the figure at another: behind the last step before it.
    func start(of series: Int, at column: Int) -> Int {
        stepColumns(of: series).last { $0.column <= column }.map { max(0, $0.column) } ?? 0
    }

    /// Where in a series' rows each step begins, in the order of time.
    func stepColumns(of series: Int) -> [(column: Int, because: String)] {
        let first = inputs[series].observations.first
        return program.series[series].kpi.steps.map { step in
            let holding = Period(first.grain, holding: step.at)
            return (holding.ordinal - first.ordinal + (holding.firstMonth < step.at ? 1 : 0), step.because)
        }.sorted { $0.column < $1.column }
    }

    func baselineValue(_ series: Int, _ area: Int, _ column: Int) -> Double? {
        guard inputs[series].observations.state(area, column) == .reported else { return nil }
        let exceptional = program.series[series].kpi.exceptional
        if !exceptional.isEmpty {
            let period = inputs[series].observations.first.moved(by: column)
            guard !exceptional.contains(where: { $0.touches(period) }) else { return nil }
        }
        return inputs[series].observations.value(area, column)
    }
}

extension ProcessControlRule {
    /// The single signs that the term asks for.
    var signs: [ProcessControlRule] {
        self == .specialCause ? [.outsideLimits, .shift, .trend, .twoOfThree] : [self]
    }

    /// How many successive points it looks at.
    var pointCount: Int {
        switch self {
        case .outsideLimits: 1
        case .twoOfThree: 3
        case .shift, .trend, .specialCause: 7
        }
    }

    /// Whether the last point completes the sign the worse way.
    func isShown(by run: Evaluation.ControlledRun, worse: Direction?) -> Bool {
        guard let direction = direction(of: run) else { return false }
        return worse == nil || direction == worse
    }

    /// Which way the sign lies that the last point completes; nil where it completes none.
    func direction(of run: Evaluation.ControlledRun) -> Direction? {
        let values = run.tested.map(Optional.some)
        if self == .trend { return XmRChart.trend(values).last.flatMap { $0 } }
        guard let limits = run.limits else { return nil }
        let sides = XmRChart.sidesOfMean(values, mean: limits.mean)
        let signals: [Direction?] =
            switch self {
            case .shift: XmRChart.shift(sides)
            case .twoOfThree: XmRChart.twoOfThree(near: XmRChart.nearLimits(values, limits: limits), sides: sides)
            default: XmRChart.outsideLimits(values, limits: limits)
            }
        return signals.last.flatMap { $0 }
    }
}
