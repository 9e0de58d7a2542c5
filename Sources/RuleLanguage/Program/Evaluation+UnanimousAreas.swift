import Measures
public import Statistics

/// Why no funnel stands about the other areas.
public enum FunnelAbsence: Sendable, Hashable {
    /// Fewer than are needed have a figure.
    case tooFewAreas
    /// None of the others has an event; or, of a share, all are counted.
    case others(haveAll: Bool)
}

extension Evaluation {
    /// An area among others that have not one event, or, of a share, nothing else. About such a figure no funnel stands: chance would have no
    /// width. So the area is held against the others' own counts, which vary by chance too.
    struct UnanimousPlace {
        var point: FunnelPoint
        /// What the others count, all together: their events, and what they are of.
        var events: Double
        var denominator: Double
        /// How many other areas have a figure.
        var others: Int
        var isShare: Bool
        var dispersion: Double

        var haveAll: Bool { events > 0 }

        /// The exact conditional test of a figure of the area against the others'.
        func test(of point: FunnelPoint) throws(StatisticsError) -> Test {
            if isShare {
                let test = try ProportionComparison(
                    numerator: point.numerator, denominator: point.denominator, baseNumerator: events,
                    baseDenominator: denominator, dispersion: dispersion)
                return Test(pValue: test.pValue, side: haveAll ? .lower : .higher)
            }
            let test = try RateComparison(
                count: point.numerator, exposure: point.denominator, baseCount: events, baseExposure: denominator,
                dispersion: dispersion)
            return Test(pValue: test.pValue, side: .higher)
        }

        struct Test {
            /// Two-sided.
            var pValue: Double
            var side: Direction

            func direction(at level: Double) -> Direction? { pValue < 1 - level ? side : nil }
        }
    }

    /// Nil where the other areas are too few, or a funnel stands about them.
    func unanimousPlace(_ series: Int, _ area: Int, among points: [FunnelPoint?]) -> UnanimousPlace? {
        let isShare = program.series[series].unit == .percent
        guard let own = points[area] else { return nil }
        var place = UnanimousPlace(
            point: own, events: 0, denominator: 0, others: 0, isShare: isShare, dispersion: program.series[series].dispersion
        )
        for (other, point) in points.enumerated() where other != area {
            guard let point else { continue }
            place.events += point.numerator
            place.denominator += point.denominator
            place.others += 1
        }
        guard place.others >= Self.fewestOthers, place.events == 0 || isShare && place.events == place.denominator else {
            return nil
        }
        return place
    }

    /// Why an area that has a figure has no funnel; nil where it has one.
    public func funnelAbsence(of series: Int, area: Int, period: Int) -> FunnelAbsence? {
        let points = frame.areas.indices.map { point(series, $0, period) }
        if funnelPlace(series, area, among: points) != nil { return nil }
        return unanimousPlace(series, area, among: points).map { .others(haveAll: $0.haveAll) } ?? .tooFewAreas
    }

    /// Which way an area lies from others that have nothing, or all; nil where chance explains it, or a funnel stands about them.
    public func directionFromUnanimousOthers(of series: Int, area: Int, period: Int, level: Double) -> Direction? {
        let points = frame.areas.indices.map { point(series, $0, period) }
        guard let place = unanimousPlace(series, area, among: points) else { return nil }
        return (try? place.test(of: place.point))?.direction(at: level)
    }

    /// The test that stands for a funnel where the others have nothing, or all.
    func unanimousDetails(_ place: UnanimousPlace, _ level: Double) -> [String] {
        guard let test = try? place.test(of: place.point) else { return [] }
        let among = "\(DecimalText.shortest(place.denominator, upTo: 1)) of \(place.others) other areas"
        let method = place.isShare ? "shares" : "counts"
        return [
            """
            \(place.haveAll ? "all" : "none") of the \(among), so no funnel stands: p = \(Self.pWords(test.pValue)), exact conditional test of \
            two \(method), two-sided; under \(DecimalText.shortest(1 - level, upTo: 4)) would be an outlier
            """
        ]
    }
}
