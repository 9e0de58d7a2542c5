import Alerting
import Charts
import Definitions
import Disclosure
import Measures
import RuleLanguage
import Statistics

/// Reads the process limits that a verdict used, as an audience may see them.
struct ProcessReading {
    /// For the places of the points shown, and what each of them is marked with.
    var lines: ProcessLines
    var special: [SpecialCause?]

    /// - Parameter periods: those shown, one after another, the judged one last.
    /// - Returns: nil where the rule seeks no sign of special cause in the series.
    init?(_ judged: JudgedStanding, series: Int, periods: [Int], figures: PublishedFigures) {
        self.init(
            judged.evaluation.evaluation, of: judged.kpis, series: series, area: judged.area, judged: judged.period,
            periods: periods, figures: figures)
    }

    /// - Parameters:
    ///   - kpis: for each of the program's series.
    ///   - area: the place of the area in the evaluation's frame, and `judged` that of the period judged.
    ///   - periods: those shown, one after another, the judged one last.
    init?(
        _ evaluation: Evaluation, of kpis: [KPI], series: Int, area: Int, judged: Int, periods: [Int], figures: PublishedFigures
    ) {
        let kpi = kpis[series]
        guard let course = evaluation.processCourse(of: series, area: area, period: judged) else { return nil }
        let count = periods.count
        lines = ProcessLines()
        special = Array(repeating: nil, count: count)
        let place = { (earlier: Int) in count - 1 - earlier }
        for stretch in course.stretches {
            if let because = stretch.because, place(stretch.first) > 0 {
                lines.steps.append(LimitStep(point: place(stretch.first), reason: PlainText.line(because)))
            }
        }
        if let reason = Self.reasonToOmit(course, evaluation, kpis, series, area, judged, figures) {
            lines.notes = [reason]
            return
        }
        for stretch in course.stretches where place(stretch.last) >= 0 {
            let range = max(0, place(stretch.first))..<(place(stretch.last) + 1)
            for point in range {
                special[point] = SpecialCause(stretch.signals[point - place(stretch.first)], better: kpi.better)
            }
            guard let limits = stretch.limits else { continue }
            lines.stretches.append(
                ProcessStretch(
                    range: range, mean: limits.mean, lower: limits.lower < 0 && !kpi.unit.isSigned ? nil : limits.lower,
                    upper: kpi.unit == .percent && limits.upper > 1 ? nil : limits.upper, isTrial: limits.areTrial))
        }
        if lines.stretches.isEmpty {
            lines.notes = [
                course.stretches.last?.isStill == true
                    ? "No limits: the figures before hardly moved." : "No limits: too few figures before."
            ]
        }
    }

    /// Limits are made of exact figures, also of those before the first one shown: a reader who knows all but one could find it.
    private static func reasonToOmit(
        _ course: ProcessCourse, _ evaluation: Evaluation, _ kpis: [KPI], _ series: Int, _ area: Int, _ judged: Int,
        _ figures: PublishedFigures
    ) -> String? {
        if figures.isRounding(kpis[series].id) {
            return "No limits: they would tell more than the rounded figures."
        }
        let earliest = course.stretches.first?.first ?? 0
        let isWithheld = (0...max(0, earliest)).contains {
            figures.disclosed(
                FigureReference(series: series, period: .earlier($0)), of: evaluation, kpis, area: area, period: judged
            ).observation == nil
        }
        return isWithheld ? "No limits: they would tell of figures that are withheld." : nil
    }
}

extension SpecialCause {
    /// The strongest sign of a point; nil for one without.
    init?(_ signals: XmRSignals, better: KPI.Better) {
        let signs: [(Sign, Direction?)] = [
            (.outsideLimits, signals.outsideLimits), (.twoOfThree, signals.twoOfThree), (.shift, signals.shift),
            (.trend, signals.trend),
        ]
        for case (let sign, let direction?) in signs {
            let course: Course =
                switch better {
                case .neither: .neither
                case .higher: direction == .higher ? .better : .worse
                case .lower: direction == .lower ? .better : .worse
                }
            self.init(sign, course)
            return
        }
        return nil
    }
}

extension Unit {
    /// Whether figures may be under zero.
    fileprivate var isSigned: Bool {
        switch self {
        case .change, .points, .money: true
        case .count, .percent, .rate, .index, .days: false
        }
    }
}
