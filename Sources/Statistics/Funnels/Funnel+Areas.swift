extension Funnel {
    /// The kind of spread to be told from the areas themselves.
    public enum SpreadEstimate: Hashable, Sendable {
        case none
        case multiplicative
        case additive
    }

    /// All events over all denominators.
    ///
    /// - Parameters:
    ///   - points: Nil where an area has no figure; it takes no part.
    ///   - tested: The place of an area that is to be no part of its own benchmark. PHEindicatormethods and FunnelPlotR have
    ///     every area in it
    ///     (nil here): a published chart's limits include the point.
    /// - Throws: ``StatisticsError/tooFewAreas(_:floor:)`` where none is left, ``StatisticsError/noEvents`` where they hold
    ///   no event.
    public static func benchmark(
        of points: [FunnelPoint?], excluding tested: Int? = nil
    ) throws(StatisticsError) -> Double {
        var events = 0.0
        var denominators = 0.0
        var areas = 0
        for (place, point) in points.enumerated() where place != tested {
            guard let point else { continue }
            events += point.numerator
            denominators += point.denominator
            areas += 1
        }
        guard areas > 0 else { throw .tooFewAreas(0, floor: 1) }
        guard events > 0 else { throw .noEvents }
        return events / denominators
    }

    /// The funnel of a set of areas.
    ///
    /// - Parameters:
    ///   - benchmark: Nil for the areas' own, as ``benchmark(of:excluding:)``; 1 for ratios to events expected.
    ///   - tested: An area that is to be no part of the benchmark, nor of the spread.
    ///   - estimate: The spread to be told from the areas, by ``FunnelDispersion``; φ under 1 is taken for 1.
    ///   - trimming: FunnelPlotR's default is `.winsorised(0.1)`, and `.truncated(0.1)` for ratios on the logarithm.
    /// - Throws: As ``benchmark(of:excluding:)``, ``FunnelDispersion/init(scores:errors:trimming:)`` and
    ///   ``init(_:benchmark:spread:transformation:)``.
    public init(
        _ measure: FunnelMeasure, across points: [FunnelPoint?], benchmark: Double? = nil, excluding tested: Int? = nil,
        estimating estimate: SpreadEstimate = .none, trimming: FunnelTrimming = .winsorised(0.1),
        transformation: FunnelTransformation = .logarithm
    ) throws(StatisticsError) {
        let level =
            if let benchmark { benchmark } else { try Self.benchmark(of: points, excluding: tested) }
        let plain = try Funnel(measure, benchmark: level, transformation: transformation)
        guard estimate != .none else {
            self = plain
            return
        }
        var scores: [Double] = []
        var errors: [Double] = []
        for (place, point) in points.enumerated() where place != tested {
            guard let point else { continue }
            scores.append(try plain.score(of: point))
            errors.append(plain.error(point.denominator))
        }
        let dispersion = try FunnelDispersion(scores: scores, errors: errors, trimming: trimming)
        try self.init(
            measure, benchmark: level,
            spread: estimate == .multiplicative
                ? .multiplicative(max(1, dispersion.multiplicative)) : .additive(dispersion.additive),
            transformation: transformation)
    }
}
