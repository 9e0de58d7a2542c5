import Alerting
import Charts
import Definitions
import Disclosure
import Measures
import RuleLanguage
import Statistics

/// A KPI's course at one level as one reader sees it.
struct CourseReading {
    let course: KPICourse
    let sight: FigureSight

    var kpi: KPI { course.kpi }
    var areas: [AreaCode] { course.frame.areas }

    func period(_ place: Int) -> Period { course.frame.first.moved(by: place) }

    /// - Parameters:
    ///   - area: the place of the area in the course's frame, and `period` that of the period.
    func figure(area: Int, period place: Int) -> SeenFigure {
        SeenFigure(
            period: period(place), unit: kpi.unit,
            disclosed: sight.figures.disclosed(0, of: course.evaluation, [kpi], area: area, period: place))
    }

    /// The latest figure of an area that is due; nil where none is.
    func latest(of area: AreaCode) -> SeenFigure? {
        guard let area = course.place(of: area), let period = course.latestDue(area: area) else { return nil }
        return figure(area: area, period: period)
    }

    /// The figure of an area in a period; nil outside the course.
    func figure(of area: AreaCode, in period: Period) -> SeenFigure? {
        guard let area = course.place(of: area), let place = place(of: period) else { return nil }
        return figure(area: area, period: place)
    }

    func place(of period: Period) -> Int? {
        guard period.grain == course.frame.first.grain else { return nil }
        let place = period.ordinal - course.frame.first.ordinal
        return (0..<course.frame.periodCount).contains(place) ? place : nil
    }

    /// The newest period that is due for any area of the level; the areas of a map are all of one period.
    var newest: Int? { areas.indices.compactMap(course.latestDue).max() }
}

extension CourseReading {
    /// What the newest figure of an area shows against its process limits, and what these promise of the target.
    func process(of code: AreaCode) -> (state: ProcessState, assurance: Assurance?) {
        guard let process = course.process else { return (.overlapping, nil) }
        guard let area = course.place(of: code), let place = KPICourse.latestDue(area: area, in: process) else {
            return (.noFigure, nil)
        }
        guard let own = processFigure(process, area, place).observation else { return (.withheld, nil) }
        guard own.value != nil else { return (.noFigure, nil) }
        guard let found = process.processCourse(of: 0, area: area, period: place), let last = found.stretches.last else {
            return (.tooFew, nil)
        }
        guard seesLimits(process, area, since: place - last.first, to: place) else { return (.withheld, nil) }
        let limits = last.isStill ? nil : last.limits
        let assurance = process.target(0, period: place).flatMap { target in
            limits?.assurance(target: target, better: kpi.better.direction)
        }
        if let cause = last.signals.last.flatMap({ SpecialCause($0, better: kpi.better) }) {
            return (.specialCause(cause), assurance)
        }
        return (limits == nil && !last.isStill ? .tooFew : .commonCause, assurance)
    }

    /// `by month`, where limits are told on another grain than the figures.
    var processGrain: String? {
        guard let grain = course.process?.frame.first.grain, grain != course.frame.first.grain else { return nil }
        return "by \(grain.rawValue)"
    }

    private func processFigure(_ process: Evaluation, _ area: Int, _ place: Int) -> SeenFigure {
        SeenFigure(
            period: process.frame.first.moved(by: place), unit: kpi.unit,
            disclosed: sight.figures.disclosed(0, of: process, [kpi], area: area, period: place))
    }

    /// Whether the reader sees every figure behind the limits, as it is: a reader who knows all but one could find it.
    private func seesLimits(_ process: Evaluation, _ area: Int, since first: Int, to last: Int) -> Bool {
        guard !sight.isRounding(kpi) else { return false }
        return sight.isOpen
            || (max(0, first)...last).allSatisfy { processFigure(process, area, $0).observation != nil }
    }
}

extension KPI.Better {
    /// The direction of improvement.
    var direction: Direction? {
        switch self {
        case .lower: .lower
        case .higher: .higher
        case .neither: nil
        }
    }
}
