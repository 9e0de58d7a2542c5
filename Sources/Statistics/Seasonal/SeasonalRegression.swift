/// The regression behind a seasonal judgement: the logarithm of the mean is a level for each season, and a trend where it is
/// kept.
///
/// Source: `algo.farrington.glm` and `algo.farrington.fitGLM.flexible` of the R package surveillance. The tested season and
/// period are the origin here, so that the first coefficient is what is predicted.
struct SeasonalRegression {
    struct Row {
        var count: Double
        /// Periods from the tested one, negative.
        var time: Double
        var season: Int
        var offset: Double
    }

    struct Fit {
        var eta: Double
        var errorOfEta: Double
        var dispersion: Double
        var trend: Double?
        var rows: Int
    }

    var rows: [Row]
    var offsetNow: Double

    func fit(_ detector: SeasonalDetector) throws(StatisticsError) -> Fit {
        if detector.trend, detector.years >= 3, let fitted = try withTrend(detector) { return fitted }
        return try model(detector, hasTrend: false).fit
    }

    /// The fit with its trend, where that is worth keeping.
    private func withTrend(_ detector: SeasonalDetector) throws(StatisticsError) -> Fit? {
        let fitted: (fit: Fit, trendP: Double)
        do {
            fitted = try model(detector, hasTrend: true)
        } catch .noConvergence {
            return nil
        } catch .tooFewReferencePeriods {
            return nil
        }
        let most = rows.reduce(0) { max($0, $1.count) }
        guard fitted.trendP < detector.trendThreshold, Elementary.exponential(fitted.fit.eta) <= most else { return nil }
        return fitted.fit
    }

    private func model(
        _ detector: SeasonalDetector, hasTrend: Bool
    ) throws(StatisticsError) -> (fit: Fit, trendP: Double) {
        // A season without a period has no level.
        let seasons = Set(rows.map(\.season)).subtracting([0]).sorted()
        let design = rows.map { row in
            [1] + (hasTrend ? [row.time / scaleOfTime] : []) + seasons.map { $0 == row.season ? 1 : 0 }
        }
        guard rows.count > design[0].count else {
            throw .tooFewReferencePeriods(rows.count, needed: design[0].count + 1)
        }
        let counts = rows.map(\.count)
        let offsets = rows.map(\.offset)
        var weights = [Double](repeating: 1, count: rows.count)
        var model = try QuasiPoissonFit(counts: counts, design: design, offsets: offsets, weights: weights)
        var dispersionOfErrors = model.dispersion
        if let threshold = detector.reweightingThreshold {
            weights = Self.weights(
                residuals: model.anscombeResiduals(counts, dispersion: max(1, model.dispersion)), threshold: threshold)
            model = try QuasiPoissonFit(counts: counts, design: design, offsets: offsets, weights: weights)
            var squares = 0.0
            for row in rows.indices { squares += weights[row] * model.workingResiduals[row] * model.workingResiduals[row] }
            dispersionOfErrors = squares / model.degrees
        }
        let eta = model.coefficients[0] + offsetNow
        guard eta.isFinite, Elementary.exponential(eta) <= largestCount else { throw .noConvergence }
        let fit = Fit(
            eta: eta, errorOfEta: (model.covariance[0, 0] * dispersionOfErrors).squareRoot(),
            dispersion: max(1, model.dispersion), trend: hasTrend ? model.coefficients[1] / scaleOfTime : nil,
            rows: rows.count)
        guard hasTrend else { return (fit, 1) }
        let error = (model.covariance[1, 1] * dispersionOfErrors).squareRoot()
        // A fit without any residual has no error, and then any trend at all is certain.
        let trendP =
            error > 0
            ? studentTails(model.coefficients[1] / error, degrees: model.degrees) : model.coefficients[1] == 0 ? 1 : 0
        return (fit, trendP)
    }

    /// Hundreds of periods beside ones would cost digits of the normal equations.
    private var scaleOfTime: Double { 100 }

    /// `algo.farrington.assign.weights`: a residual over the threshold weighs its inverse square, and all weights together
    /// are as many as the periods.
    static func weights(residuals: [Double], threshold: Double) -> [Double] {
        let raw = residuals.map { $0 > threshold ? 1 / ($0 * $0) : 1 }
        let factor = Double(raw.count) / raw.reduce(0, +)
        return raw.map { $0 * factor }
    }
}

extension QuasiPoissonFit {
    /// Standardised Anscombe residuals of Poisson counts, 3/2 (y^⅔ μ^−⅙ − μ^½) / √(φ (1 − h)); 0 where h is 1.
    func anscombeResiduals(_ counts: [Double], dispersion: Double) -> [Double] {
        counts.indices.map { row in
            let rest = 1 - hatValues[row]
            guard rest > 10 * Double.ulpOfOne else { return 0 }
            let raw =
                1.5
                * (Elementary.power(counts[row], 2.0 / 3) * Elementary.power(fitted[row], -1.0 / 6)
                    - fitted[row].squareRoot())
            return raw / (dispersion * rest).squareRoot()
        }
    }
}
