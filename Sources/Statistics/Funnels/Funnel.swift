/// A funnel: what chance, and spread where it is stated, lets areas of each size differ from a benchmark.
///
/// Without spread, limits and verdicts are those of the R package PHEindicatormethods (`calculate_funnel_limits`,
/// `assign_funnel_significance`): see ``limits(denominator:level:)`` and ``direction(of:level:)``. With spread they are
/// Spiegelhalter's, as in FunnelPlotR: see ``FunnelTransformation``.
public struct Funnel: Hashable, Sendable {
    public let measure: FunnelMeasure
    /// In the points' unit: a fraction for a proportion, events per exposure for a rate, 1 (as a rule) for a ratio.
    public let benchmark: Double
    public let spread: FunnelSpread
    public let transformation: FunnelTransformation

    /// - Parameters:
    ///   - benchmark: Over 0, and under 1 for a proportion.
    ///   - transformation: For spread; a proportion's is always the arcsine. The square root bears areas without an event.
    /// - Throws: For arguments out of range; a φ under 0 or a τ² under 0 is ``StatisticsError/negative(_:)``.
    public init(
        _ measure: FunnelMeasure, benchmark: Double, spread: FunnelSpread = .none,
        transformation: FunnelTransformation = .logarithm
    ) throws(StatisticsError) {
        guard benchmark.isFinite else { throw .notFinite }
        guard benchmark > 0 else { throw .noEvents }
        if measure == .proportion, benchmark >= 1 { throw .probabilityOutOfRange(benchmark) }
        switch spread {
        case .none: break
        case .multiplicative(let size), .additive(let size):
            guard size.isFinite else { throw .notFinite }
            guard size >= 0 else { throw .negative(size) }
        }
        self.measure = measure
        self.benchmark = benchmark
        self.spread = spread
        self.transformation =
            measure == .proportion ? .arcsineRoot : transformation == .arcsineRoot ? .logarithm : transformation
    }

    /// What decides a point's standard error: persons for a proportion, else the events that the benchmark would bring.
    func size(_ denominator: Double) -> Double {
        measure == .proportion ? denominator : denominator * benchmark
    }

    /// How many deviates a limit lies from the target, times this, is the distance on the transformed scale.
    func error(_ denominator: Double) -> Double {
        let error = transformation.error(size: size(denominator))
        switch spread {
        case .none: return error
        case .multiplicative(let factor): return error * max(1, factor).squareRoot()
        case .additive(let variance): return (error * error + variance).squareRoot()
        }
    }
}
