import Measures
public import Statistics

/// The course of a KPI against the limits that a rule judges it by, for drawing.
public struct ProcessCourse: Sendable, Hashable {
    /// Figures between two steps that a person set.
    public struct Stretch: Sendable, Hashable {
        /// How many periods before the one judged the first figure lies, and the last.
        public var first: Int
        public var last: Int
        /// In the KPI's unit; nil where there are too few figures.
        public var limits: XmRLimits?
        /// Of each period from the first to the last.
        public var signals: [XmRSignals]
        /// Whether there are figures enough, and limits made from them have no width, outside which any figure would lie.
        public var isStill: Bool
        /// Why it begins; nil for the start of the series.
        public var because: String?
    }

    /// In the order of time. The last has the limits of the verdict.
    public var stretches: [Stretch]
}

extension Evaluation {
    /// The course of a series up to a period, where the rule's condition or a guard seeks a sign of special cause in it; nil elsewhere.
    ///
    /// The limits since the last step are those that the verdict on the period used: of the first sign that it found, else of the points outside
    /// the limits. Those of a stretch before it come from its first figures, as they stood when the stretch ended.
    public func processCourse(of series: Int, area: Int, period: Int) -> ProcessCourse? {
        guard let signs = controlSigns(of: series) else { return nil }
        let block = inputs[series].observations
        let last = column(series, period, .earlier(0))
        guard block.periodCount > 0, last >= 0 else { return nil }
        let steps = stepColumns(of: series).filter { $0.column > 0 && $0.column <= last }
        let starts = [0] + steps.map(\.column)
        let reasons = [nil] + steps.map { Optional($0.because) }
        let stretches = starts.indices.map { place in
            let isLast = place == starts.count - 1
            let columns = starts[place]...(isLast ? last : starts[place + 1] - 1)
            let limits =
                isLast
                ? judgingLimits(signs, series, area, period)
                : self.limits(series, area, from: columns.lowerBound, before: columns.upperBound + 1)
            let values = columns.map { column -> Double? in
                guard column < block.periodCount, block.state(area, column) == .reported else { return nil }
                return block.value(area, column)
            }
            let isStill =
                self.limits(series, area, from: columns.lowerBound, before: columns.upperBound)?.meanMovingRange == 0
            var signals = limits.map { XmRChart(values, limits: $0).shown } ?? Self.trends(values)
            if isStill {
                for point in signals.indices { (signals[point].outsideLimits, signals[point].twoOfThree) = (nil, nil) }
                if isLast, signs.contains(.outsideLimits) {
                    signals[signals.count - 1].outsideLimits = stillProcess(series, area, period)?.direction
                }
            }
            return ProcessCourse.Stretch(
                first: last - columns.lowerBound, last: last - columns.upperBound, limits: limits, signals: signals,
                isStill: isStill, because: reasons[place])
        }
        return ProcessCourse(stretches: stretches)
    }

    /// The signs that need no limits.
    private static func trends(_ values: [Double?]) -> [XmRSignals] {
        XmRChart.backFilled(XmRChart.trend(values), length: 7).map {
            XmRSignals(outsideLimits: nil, shift: nil, trend: $0, twoOfThree: nil)
        }
    }

    private func judgingLimits(_ signs: [ProcessControlRule], _ series: Int, _ area: Int, _ period: Int) -> XmRLimits? {
        let runs = signs.compactMap { sign in
            (try? controlledRun(sign, series, area, period).get()).map { (sign: sign, run: $0) }
        }
        let worse = program.series[series].kpi.worse
        let found = runs.first { $0.run.limits != nil && $0.sign.isShown(by: $0.run, worse: worse) }
        return (found ?? runs.first { $0.run.limits != nil })?.run.limits
            ?? (try? controlledRun(.outsideLimits, series, area, period).get())?.limits
    }

    /// The signs that the rule seeks in a series; nil where it seeks none.
    private func controlSigns(of series: Int) -> [ProcessControlRule]? {
        program.judgedRegisters.lazy.compactMap { register -> [ProcessControlRule]? in
            if case .processControl(let rule, series) = program.instructions[register].operation { rule.signs } else { nil }
        }.first
    }
}
