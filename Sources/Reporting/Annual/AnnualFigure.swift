import Alerting
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// A KPI's figure for a financial year, in the whole area, as one reader sees it.
struct AnnualFigure {
    let kpi: KPI
    /// Nil where the KPI is not told for the whole area, or has no figure of the year.
    let now: SeenFigure?
    /// The figure of a year before.
    let before: SeenFigure?
    /// Since the year before; nil where there is no figure of the year.
    let change: YearChange?
    let target: Double?
    let result: TargetResult
    /// Of the figures of which those of both years are made, what is told otherwise now than when it was first told.
    let restated: [ListedRestatement]

    init(_ kpi: KPI, in whole: Area?, _ annual: AnnualInput, _ sight: FigureSight, _ maker: ListMaker) {
        self.kpi = kpi
        let year = annual.year
        func seen(_ period: Period) -> SeenFigure? {
            guard let whole,
                let block = maker.input.observations[
                    ObservationSet.Key(kpi: kpi.id, level: whole.level, grain: period.grain)],
                let row = block.areas.firstIndex(of: whole.code), let column = block.index(of: period)
            else { return nil }
            return SeenFigure(
                period: period, unit: kpi.unit, disclosed: sight.seen(block[row, column], of: kpi, in: whole.code, period))
        }
        func told(_ period: Period) -> SeenFigure? {
            guard period.grain == .financialYear, !kpi.grains.contains(.financialYear) else { return seen(period) }
            return Self.sum(Self.parts(of: period, kpi).compactMap(seen), of: kpi, period)
        }
        let found = Self.periods(of: kpi, standingFor: year).lazy.compactMap(told)
            .first { $0.observation.map { $0.state != .notDue && $0.state != .beforeHistory } ?? true }
        now = found
        let earlier = found.flatMap { told($0.period.yearBefore) }
        before = earlier
        change = found.map { YearChange(kpi, from: earlier, to: $0) }
        restated =
            found.map { figure in
                Self.restatements(of: kpi, in: whole, annual, sight, making: [figure.period, figure.period.yearBefore])
            } ?? []
        target = found.flatMap { kpi.target?.expected(at: $0.period) }
        result =
            kpi.target == nil
            ? .none
            : TargetResult(
                found?.observation, target: target,
                worst: found.flatMap { kpi.target?.worstTolerated(at: $0.period, better: kpi.better) }, better: kpi.better)
    }

    /// The periods by which a KPI may stand for a financial year, the best first: the year itself, also where what adds up has to be added up, the
    /// calendar year that ends in it, the twelve months to its end, and its last quarter or month.
    static func periods(of kpi: KPI, standingFor year: Period) -> [Period] {
        let order: [Grain] = [.financialYear, .calendarYear, .rollingYear, .financialYearToDate, .quarter, .month]
        return order.filter { kpi.grains.contains($0) || ($0 == .financialYear && !parts(of: year, kpi).isEmpty) }.map {
            grain in
            switch grain {
            case .calendarYear: Period(.calendarYear, holding: year.firstMonth)
            default: Period(grain, holding: year.lastMonth)
            }
        }
    }

    /// The quarters, or the months, of which a year's figure is the sum; none where the KPI does not add up over them.
    private static func parts(of year: Period, _ kpi: KPI) -> [Period] {
        guard kpi.declaration.addsUpOverPeriods, let grain = [Grain.quarter, .month].first(where: kpi.grains.contains) else {
            return []
        }
        let count = grain == .quarter ? 4 : 12
        let first = Period(grain, holding: year.firstMonth)
        return (0..<count).map(first.moved(by:))
    }

    private static func restatements(
        of kpi: KPI, in whole: Area?, _ annual: AnnualInput, _ sight: FigureSight, making periods: [Period]
    ) -> [ListedRestatement] {
        guard let whole else { return [] }
        let read = Set(
            periods.flatMap { period in
                period.grain == .financialYear && !kpi.grains.contains(.financialYear) ? parts(of: period, kpi) : [period]
            })
        // Of a figure that is withheld now nothing is told, and not that it was restated either.
        return annual.restatements.filter { restated in
            restated.place.kpi == kpi.id && restated.place.area == whole.code && read.contains(restated.place.period)
                && sight.seen(restated.after, of: kpi, in: whole.code, restated.place.period).observation != nil
        }.map { ListedRestatement($0, of: kpi, in: whole, figures: sight.figures) }
    }

    /// A sum that lacks a part is missing or withheld as that part is: it would be less than the whole, or tell of it.
    private static func sum(_ parts: [SeenFigure], of kpi: KPI, _ year: Period) -> SeenFigure? {
        guard parts.count == Self.parts(of: year, kpi).count else { return nil }
        if let gap = parts.first(where: { $0.value == nil }) {
            return SeenFigure(period: year, unit: kpi.unit, disclosed: gap.disclosed)
        }
        let told = parts.compactMap(\.observation)
        func total(_ part: (Observation) -> Double?) -> Double? {
            let parts = told.compactMap(part)
            return parts.count == told.count ? parts.reduce(0, +) : nil
        }
        let sum = Observation(
            value: told.compactMap(\.value).reduce(0, +),
            bounds: told.allSatisfy { $0.bounds != nil }
                ? Observation.Bounds(
                    low: told.compactMap { $0.bounds?.low }.reduce(0, +),
                    high: told.compactMap { $0.bounds?.high }.reduce(0, +))
                : nil,
            numerator: total(\.numerator), count: total(\.count), sumOfSquaredWeights: total(\.sumOfSquaredWeights),
            provisional: told.contains(where: \.provisional), made: told.contains(where: \.made))
        let isRounded = parts.contains { if case .rounded = $0.disclosed { true } else { false } }
        return SeenFigure(period: year, unit: kpi.unit, disclosed: isRounded ? .rounded(sum) : .shown(sum))
    }
}
