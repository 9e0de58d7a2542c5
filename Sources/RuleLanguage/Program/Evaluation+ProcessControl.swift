import Measures
import Statistics

extension Evaluation {
    /// The fewest figures that limits are made from.
    static let fewestForLimits = 12

    /// What a sign of special cause is sought in.
    struct ControlledRun {
        /// The points that are tested, the period judged the last.
        var tested: [Double]
        /// From the points before them; nil for a trend, which needs none.
        var limits: XmRLimits?
    }

    /// Whether the period shows the sign. Limits come from the periods before those that are tested, so that no figure is a part
    /// of its own yardstick: from the start of the series, or from the last changed definition, without exceptional periods.
    func specialCause(_ rule: ProcessControlRule, _ series: Int, _ area: Int, _ period: Int) -> Cell {
        var open: AbsenceReason?
        for sign in rule.signs {
            switch controlledRun(sign, series, area, period) {
            case .success(let run): if sign.isShown(by: run) { return .truth(true) }
            case .failure(let absent): open = min(open ?? absent.reason, absent.reason)
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
        let block = inputs[series].observations
        let last = column(series, period, .earlier(0))
        var tested: [Double] = []
        var open: AbsenceReason?
        for column in last - sign.pointCount + 1...last {
            guard column >= start(of: series), column < block.periodCount else {
                let reason = column < block.periodCount ? AbsenceReason.insufficientHistory : .notDue
                open = min(open ?? reason, reason)
                continue
            }
            let figure = Self.cell(block.state(area, column), block.value(area, column), nil)
            if let reason = AbsenceReason(rawValue: figure.reason) { open = min(open ?? reason, reason) }
            tested.append(figure.value)
        }
        if let open { return .failure(NoRun(reason: open)) }
        guard sign != .trend else { return .success(ControlledRun(tested: tested)) }
        let before = max(start(of: series), 0)..<max(start(of: series), last - sign.pointCount + 1)
        let values = before.map { baselineValue(series, area, $0) }
        guard values.count(where: { $0 != nil }) >= Self.fewestForLimits, let limits = try? XmRLimits(of: values) else {
            return .failure(NoRun(reason: .insufficientHistory))
        }
        return .success(ControlledRun(tested: tested, limits: limits))
    }

    /// The first place of a series' rows that counts: behind the last changed definition.
    func start(of series: Int) -> Int {
        let block = inputs[series].observations
        let steps = program.series[series].kpi.steps.map { step in
            let holding = Period(block.grain, holding: step.at)
            return holding.ordinal - block.first.ordinal + (holding.firstMonth < step.at ? 1 : 0)
        }
        return max(0, steps.filter { $0 < block.periodCount }.max() ?? 0)
    }

    func baselineValue(_ series: Int, _ area: Int, _ column: Int) -> Double? {
        let block = inputs[series].observations
        guard block.state(area, column) == .reported else { return nil }
        let period = block.first.moved(by: column)
        guard !program.series[series].kpi.exceptional.contains(where: { $0.touches(period) }) else { return nil }
        return block.value(area, column)
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

    /// Whether the last point completes the sign.
    func isShown(by run: Evaluation.ControlledRun) -> Bool {
        let values = run.tested.map(Optional.some)
        if self == .trend { return XmRChart.trend(values).last.flatMap { $0 } != nil }
        guard let limits = run.limits else { return false }
        let sides = XmRChart.sidesOfMean(values, mean: limits.mean)
        let signals: [Direction?] =
            switch self {
            case .shift: XmRChart.shift(sides)
            case .twoOfThree: XmRChart.twoOfThree(near: XmRChart.nearLimits(values, limits: limits), sides: sides)
            default: XmRChart.outsideLimits(values, limits: limits)
            }
        return signals.last.flatMap { $0 } != nil
    }
}
