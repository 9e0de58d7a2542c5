/// Spread between areas beyond chance, which widens a funnel's limits.
///
/// Source: D. J. Spiegelhalter, *Statistics in Medicine* 24 (2005), 1185–1202.
public enum FunnelSpread: Hashable, Sendable {
    /// Chance alone.
    case none
    /// The variance of every point is φ times its chance variance; φ under 1 is taken for 1.
    case multiplicative(Double)
    /// Areas truly differ by a variance τ² on the transformed scale, whatever their size.
    case additive(Double)
}

/// How the extreme z scores are kept from inflating an estimate of spread.
public enum FunnelTrimming: Hashable, Sendable {
    case none
    /// Scores beyond the quantiles at this share and at 1 − share are drawn in to them: 0.1 is Spiegelhalter's.
    case winsorised(Double)
    /// The scores of the lowest and highest such share of ranks are left out, as NHS Digital does for its mortality
    /// indicator.
    case truncated(Double)
}

/// The spread between areas, told from their z scores.
///
/// φ = Σz² / n and, by the moments of DerSimonian and Laird, τ² = (nφ − (n − 1)) / (Σw − Σw²/Σw) with w = 1/s², none below
/// 0.
///
/// Source: Spiegelhalter as for ``FunnelSpread``; R package FunnelPlotR, `phi_func`, `tau_func`, `winsorisation` and
/// `truncation`, whose quantiles are R's type 7.
public struct FunnelDispersion: Hashable, Sendable {
    /// φ, the mean square of the trimmed scores. Under 1 where areas differ by less than chance.
    public let multiplicative: Double
    /// τ², on the transformed scale.
    public let additive: Double

    /// - Parameters:
    ///   - scores: (y − target) / s of each area. An infinite one (no event, on a logarithm) counts only where it is drawn
    ///     in or left out.
    ///   - errors: s of each area, the standard error on the transformed scale.
    /// - Throws: ``StatisticsError/tooFewAreas(_:floor:)`` under two areas after trimming; where trimming is not within 0 to
    ///   ½; where an infinite score is left.
    public init(scores: [Double], errors: [Double], trimming: FunnelTrimming) throws(StatisticsError) {
        guard scores.count == errors.count else { throw .lengthsDiffer(scores.count, errors.count) }
        for error in errors { _ = try checkedExposure(error) }
        guard scores.allSatisfy({ !$0.isNaN }) else { throw .notFinite }
        let (kept, keptErrors) = try Self.trimmed(scores, errors, trimming)
        guard kept.count >= 2 else { throw .tooFewAreas(kept.count, floor: 2) }
        guard kept.allSatisfy(\.isFinite) else { throw .notFinite }
        let count = Double(kept.count)
        multiplicative = kept.reduce(0) { $0 + $1 * $1 } / count
        var weights = 0.0
        var squares = 0.0
        for error in keptErrors {
            let weight = 1 / (error * error)
            weights += weight
            squares += weight * weight
        }
        additive = max(0, (count * multiplicative - (count - 1)) / (weights - squares / weights))
    }

    private static func trimmed(
        _ scores: [Double], _ errors: [Double], _ trimming: FunnelTrimming
    ) throws(StatisticsError) -> (scores: [Double], errors: [Double]) {
        let sorted = scores.sorted()
        switch trimming {
        case .none: return (scores, errors)
        case .winsorised(let share):
            guard share >= 0, share < 0.5 else { throw .settingOutOfRange("winsorised") }
            guard !scores.isEmpty else { return ([], []) }
            let low = quantile(sorted, share)
            let high = quantile(sorted, 1 - share)
            return (scores.map { $0 < low ? low : $0 > high ? high : $0 }, errors)
        case .truncated(let share):
            guard share > 0, share < 0.5 else { throw .settingOutOfRange("truncated") }
            let groups = 1 / share
            let kept = scores.indices.filter { place in
                let group = (rank(of: scores[place], in: sorted) * groups / (Double(scores.count) + 1)).rounded(.down)
                return group > 0 && group < groups - 1
            }
            return (kept.map { scores[$0] }, kept.map { errors[$0] })
        }
    }

    /// R's type 7: linear between the order statistics. Equal neighbours give themselves, infinite ones too.
    private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        let place = Double(sorted.count - 1) * share
        let low = Int(place.rounded(.down))
        let part = place - Double(low)
        guard part > 0, low + 1 < sorted.count, sorted[low] != sorted[low + 1] else { return sorted[low] }
        return (1 - part) * sorted[low] + part * sorted[low + 1]
    }

    /// The mean rank, from 1, of all scores equal to this.
    private static func rank(of score: Double, in sorted: [Double]) -> Double {
        let first = sorted.firstIndex(of: score) ?? 0
        let last = sorted.lastIndex(of: score) ?? 0
        return Double(first + last) / 2 + 1
    }
}
