/// The scale on which chance moves a point by an amount that its denominator alone decides, so that spread can be added to
/// it.
///
/// Source: Spiegelhalter as for ``FunnelSpread``; R package FunnelPlotR, `transformed_zscore` and `calculate_limits`: the
/// arcsine of the root for proportions (its `PR`), the logarithm (`SR` by `SHMI`) or the square root (`SR` by `CQC`) for
/// ratios; a rate is the benchmark times a ratio.
///
/// Departures: on the square root FunnelPlotR prints the limits of the root itself, here they are squared back to a ratio;
/// its rounded deviates 1.959964 and 3.090232 are exact here (8·10⁻⁹ and 1·10⁻⁷ of their size); limits stay within 0 to 1
/// for a proportion, where the sine would turn back.
public enum FunnelTransformation: Hashable, Sendable {
    case arcsineRoot
    case logarithm
    case squareRoot

    /// y of a value, relative to the benchmark but for the arcsine.
    func transformed(_ value: Double, benchmark: Double) -> Double {
        switch self {
        case .arcsineRoot: Elementary.arcsine(value.squareRoot())
        case .logarithm: Elementary.logarithm(value / benchmark)
        case .squareRoot: (value / benchmark).squareRoot()
        }
    }

    /// The benchmark itself on the scale.
    func target(_ benchmark: Double) -> Double {
        switch self {
        case .arcsineRoot: Elementary.arcsine(benchmark.squareRoot())
        case .logarithm: 0
        case .squareRoot: 1
        }
    }

    /// s, the standard error that chance gives.
    ///
    /// - Parameter size: Persons for the arcsine, else the events expected.
    func error(size: Double) -> Double {
        self == .logarithm ? 1 / size.squareRoot() : 1 / (2 * size.squareRoot())
    }

    func value(_ y: Double, benchmark: Double) -> Double {
        switch self {
        case .arcsineRoot:
            let sine = Elementary.sine(min(max(y, 0), Double.pi / 2))
            return sine * sine
        case .logarithm: return benchmark * Elementary.exponential(y)
        case .squareRoot: return benchmark * max(0, y) * max(0, y)
        }
    }
}
