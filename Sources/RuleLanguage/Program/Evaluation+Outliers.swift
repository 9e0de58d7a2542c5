import Measures
public import Statistics

extension Evaluation {
    /// Under so many other areas there is no funnel: how far areas differ beyond chance can't be told from them.
    static let fewestOthers = 5

    /// An area, and the funnel that the others make.
    struct FunnelPlace {
        var point: FunnelPoint
        var funnel: Funnel
        /// How many other areas have a figure.
        var others: Int

        /// The limits at the area's own denominator: an outlier lies outside those of chance alone and those with spread.
        func limits(_ level: Double) -> FunnelLimits? {
            try? funnel.limitsOfVerdict(denominator: point.denominator, level: level)
        }
    }

    /// The funnel that an area's figure is judged by, as the other areas make it; nil where there is none.
    public func funnel(of series: Int, area: Int, period: Int) -> Funnel? {
        funnelPlace(series, area, among: frame.areas.indices.map { point(series, $0, period) })?.funnel
    }

    /// Whether each area lies the worse way outside the funnel that the other areas make at the level.
    func outliers(_ series: Int, _ level: Double, into result: Column) {
        for period in 0..<frame.periodCount {
            guard !frame.areas.indices.contains(where: { mayBeAnything(series, $0, period) }) else {
                for area in frame.areas.indices { result[area * frame.periodCount + period] = .unknown(.withheld) }
                continue
            }
            let points = frame.areas.indices.map { point(series, $0, period) }
            for area in frame.areas.indices {
                result[area * frame.periodCount + period] = outlier(series, level, area, period, among: points)
            }
        }
    }

    private func outlier(
        _ series: Int, _ level: Double, _ area: Int, _ period: Int, among points: [FunnelPoint?]
    ) -> Cell {
        let own = figure(series, area, period, .earlier(0))
        if own.isAbsent, let reason = AbsenceReason(rawValue: own.reason) { return .unknown(reason) }
        guard points[area] != nil else { return .unknown(.noCounts) }
        if let place = funnelPlace(series, area, among: points) {
            return outlier(series, area, period, at: place.point) { end throws(StatisticsError) in
                try place.funnel.direction(of: end, level: level)
            }
        }
        guard let place = unanimousPlace(series, area, among: points) else { return .unknown(.tooSmall) }
        return outlier(series, area, period, at: place.point) { end throws(StatisticsError) in
            try place.test(of: end).direction(at: level)
        }
    }

    private func outlier(
        _ series: Int, _ area: Int, _ period: Int, at point: FunnelPoint,
        direction: (FunnelPoint) throws(StatisticsError) -> Direction?
    ) -> Cell {
        let worse = program.series[series].kpi.worse
        var shown: Set<Bool> = []
        for end in ends(of: series, area, period, at: point) {
            do throws(StatisticsError) {
                let direction = try direction(end)
                shown.insert(direction != nil && (worse == nil || direction == worse))
            } catch {
                // A figure that is no count can't be judged, and is not for that within the limits.
                return .unknown(.noCounts)
            }
        }
        return shown.count == 1 ? .truth(shown == [true]) : .unknown(.borderline)
    }

    /// The funnel about the other areas' common figure. Areas differ for reasons of their own, so it is widened: by the dispersion that the
    /// KPI states, or else by what the other areas' figures show, the most extreme tenth of them on each side drawn in.
    func funnelPlace(_ series: Int, _ area: Int, among points: [FunnelPoint?]) -> FunnelPlace? {
        let others = points.indices.count { $0 != area && points[$0] != nil }
        guard let own = points[area], others >= Self.fewestOthers else { return nil }
        let measure = program.series[series].unit == .percent ? FunnelMeasure.proportion : .rate
        let funnel: Funnel?
        if let stated = program.series[series].kpi.statedDispersion {
            funnel = (try? Funnel.benchmark(of: points, excluding: area)).flatMap {
                try? Funnel(
                    measure, benchmark: $0, spread: stated > 1 ? .multiplicative(stated) : .none, transformation: .squareRoot
                )
            }
        } else {
            funnel = try? Funnel(
                measure, across: points, excluding: area, estimating: .additive, transformation: .squareRoot)
        }
        return funnel.map { FunnelPlace(point: own, funnel: $0, others: others) }
    }

    func point(_ series: Int, _ area: Int, _ period: Int) -> FunnelPoint? {
        let found = observation(series, area, period, .earlier(0))
        guard found.state == .reported, let count = found.count, let denominator = found.denominator else { return nil }
        // A share of more than all would leave the other areas without a funnel too.
        if program.series[series].unit == .percent, count > denominator { return nil }
        return try? FunnelPoint(numerator: count, denominator: denominator)
    }

    /// The area's point at the two ends of what rounding allows.
    private func ends(of series: Int, _ area: Int, _ period: Int, at point: FunnelPoint) -> [FunnelPoint] {
        let found = observation(series, area, period, .earlier(0))
        guard found.bounds != nil, let counts = Self.counts(found, program.series[series].unit, in: frame.first.moved(by: period))
        else { return [point] }
        return [counts.low, counts.high].compactMap {
            try? FunnelPoint(numerator: max(0, $0), denominator: point.denominator)
        }
    }
}
