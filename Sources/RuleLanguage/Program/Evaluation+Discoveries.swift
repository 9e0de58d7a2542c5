import Measures
import Statistics

/// The least and the greatest p-value that a test may have within the rounding of its figures.
struct ChanceRange: Hashable, Sendable {
    var least: Double
    var greatest: Double

    /// Of figures that may be anything.
    static let any = ChanceRange(least: 0, greatest: 1)
}

extension Evaluation {
    /// Where the rule holds a false discovery rate, leaves of the true cells those that the rate keeps: the family is the areas that are
    /// judged in one period and have a figure to test. p-values that rounding leaves open leave the cell open only where it matters,
    /// since a lesser p-value anywhere never takes a discovery away.
    func keepDiscoveries(_ result: Column, _ chance: (_ area: Int, _ period: Int) -> ChanceRange?) {
        guard let rate = program.source.discoveryRate else { return }
        for period in 0..<frame.periodCount {
            let family = frame.areas.indices.map { chance($0, period) }
            let certain = Self.adjusted(family.map { $0?.greatest })
            let possible = Self.adjusted(family.map { $0?.least })
            for area in frame.areas.indices {
                guard let most = certain[area], let least = possible[area] else { continue }
                let cell = area * frame.periodCount + period
                let kept = Cell.between(most <= rate ? 1 : 0, least <= rate ? 1 : 0, AbsenceReason.borderline.rawValue)
                let own = result[cell]
                result[cell] = .between(min(own.low, kept.low), min(own.high, kept.high), Cell.first(own.reason, kept.reason))
            }
        }
    }

    /// p-values adjusted for the family that they stand in.
    static func adjusted(_ pValues: [Double?]) -> [Double?] {
        (try? adjustedPValues(pValues)) ?? pValues.map { _ in nil }
    }

    /// How far chance alone would explain a comparison: 1 where rounding leaves open which way it goes.
    func chance(of pair: Comparison, _ area: Int, _ period: Int) -> ChanceRange? {
        let (now, before) = observations(pair, area, period)
        if isOpen(now, before) { return .any }
        guard Cell.firstReason(now, before) == nil, let tests = endTests(pair, area, period) else { return nil }
        return Self.range(tests.map { ($0.pValue, $0.rises) })
    }

    /// Whether two figures may be anything, or one of them where the other is there.
    private func isOpen(_ figures: Observation...) -> Bool {
        withheld == .anything && figures.contains { $0.state == .withheld }
            && figures.allSatisfy { $0.state == .withheld || $0.state == .reported }
    }

    /// How far chance alone would explain a figure's lying on one side of a stated one: 1 where it lies on the other.
    func chance(of side: Direction, _ series: Int, _ stated: Cell, _ area: Int, _ period: Int) -> ChanceRange? {
        let isStatedOpen = withheld == .anything && stated.isAbsent && stated.reason == AbsenceReason.withheld.rawValue
        if mayBeAnything(series, area, period) || isStatedOpen { return .any }
        guard let ends = benchmarkEnds(series, stated, area, period) else { return nil }
        let values = ends.map { $0.side == side ? $0.pValue : 1 }
        return values.min().flatMap { least in values.max().map { ChanceRange(least: least, greatest: $0) } }
    }

    /// The range of p between two ends.
    private static func range(_ ends: [(pValue: Double, rises: Bool)]) -> ChanceRange? {
        guard let least = ends.map(\.pValue).min(), let greatest = ends.map(\.pValue).max() else { return nil }
        return ChanceRange(least: least, greatest: Set(ends.map(\.rises)).count == 1 ? greatest : 1)
    }
}
