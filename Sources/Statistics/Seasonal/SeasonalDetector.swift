/// Farrington's flexible detector of unusual counts in seasonal series: what to expect of a period from the same season of
/// earlier years, by a quasi-Poisson regression in which past outbreaks weigh less.
///
/// Source: C. P. Farrington et al., *JRSS A* 159 (1996), 547–563; A. Noufaily et al., *Statistics in Medicine* 32 (2013),
/// 1206–1222; R package surveillance, `farringtonFlexible`, followed step by step, periods taken by their place in the
/// series (its `epochAsDate = FALSE`). The tested period is never part of its own baseline.
///
/// Departures are written at ``judge(_:exposures:at:)``.
public struct SeasonalDetector: Hashable, Sendable {
    /// How the bounds are made of the fitted mean.
    public enum Threshold: Hashable, Sendable {
        /// A normal interval on counts raised to a power, which takes their skewness; with the fit's own error. The
        /// package's default.
        case power(Power)
        /// Quantiles of a negative binomial about the fitted mean. Noufaily's; the package's `nbPlugin`.
        case negativeBinomial
        /// Those about the upper end of the fitted mean's own interval; the package's `muan`. More cautious for rises; its
        /// lower bound stands on the same upper end.
        case negativeBinomialOfUpperMean
    }

    public enum Power: Hashable, Sendable {
        case twoThirds
        case half
        case one

        var exponent: Double {
            switch self {
            case .twoThirds: 2.0 / 3
            case .half: 0.5
            case .one: 1
            }
        }
    }

    /// 52 for weeks, 12 for months.
    public var periodsPerYear: Int
    /// `b`: how many earlier years are looked at, at least 1.
    public var years: Int
    /// `w`: how many periods on either side of the same period of an earlier year belong to its season.
    public var halfWindow: Int
    /// `noPeriods`: how many seasons the rest of the year is cut into, the tested one included. With 1 only the windows are
    /// used.
    public var seasons: Int
    /// `pastWeeksNotIncluded`: how many of the latest periods are left out, so that a beginning rise doesn't hide itself.
    public var excludedPeriods: Int
    /// `weightsThreshold`: a past period whose residual is greater weighs less by its square. Nil for no reweighting.
    public var reweightingThreshold: Double?
    /// Whether a trend is tried; it is kept only from three years on, where it is significant and leads to no more than was
    /// ever seen.
    public var trend: Bool
    /// `pThresholdTrend`: a trend is kept whose p value is under this.
    public var trendThreshold: Double
    /// `alpha`: the probability beyond each bound, one-sided.
    public var alpha: Double
    public var threshold: Threshold
    /// `limit54`: no alarm under so many events in the latest periods.
    public var fewestEvents: Double
    public var latestPeriods: Int

    public init(
        periodsPerYear: Int, years: Int, halfWindow: Int, seasons: Int, excludedPeriods: Int,
        reweightingThreshold: Double? = 2.58, trend: Bool = true, trendThreshold: Double = 0.05, alpha: Double = 0.05,
        threshold: Threshold = .power(.twoThirds), fewestEvents: Double = 5, latestPeriods: Int = 4
    ) {
        self.periodsPerYear = periodsPerYear
        self.years = years
        self.halfWindow = halfWindow
        self.seasons = seasons
        self.excludedPeriods = excludedPeriods
        self.reweightingThreshold = reweightingThreshold
        self.trend = trend
        self.trendThreshold = trendThreshold
        self.alpha = alpha
        self.threshold = threshold
        self.fewestEvents = fewestEvents
        self.latestPeriods = latestPeriods
    }

    /// The package's defaults, for weeks: five years, the windows of seven weeks alone.
    public static let weekly = SeasonalDetector(
        periodsPerYear: 52, years: 5, halfWindow: 3, seasons: 1, excludedPeriods: 3)

    /// Noufaily's settings, for weeks, as the package's help names them: ten seasons, half a year left out, the trend
    /// always, negative binomial.
    public static let weeklyImproved = SeasonalDetector(
        periodsPerYear: 52, years: 5, halfWindow: 3, seasons: 10, excludedPeriods: 26, trendThreshold: 1,
        threshold: .negativeBinomial)

    /// Our settings for months; the package has none. Five years; every month of the year a season by itself, since a
    /// neighbouring month's other level would be taken for dispersion; three months left out; else as for weeks, in months.
    public static let monthly = SeasonalDetector(
        periodsPerYear: 12, years: 5, halfWindow: 0, seasons: 12, excludedPeriods: 3)

    /// How many periods a series needs up to and with the tested one.
    public var periodsNeeded: Int { years * periodsPerYear + halfWindow + 1 }
}
