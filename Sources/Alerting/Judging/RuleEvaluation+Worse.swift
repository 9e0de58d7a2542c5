import Definitions
public import Measures
import RuleLanguage

/// Areas by their place in the frame.
extension RuleEvaluation {
    /// Whether the rule's first figure moved on from the period before, further the way that its KPI calls worse.
    func isWorse(area: Int, period: Int) -> Bool {
        isWorse(
            evaluation.observed(0, area: area, period: period).value,
            than: evaluation.observed(0, area: area, period: period, earlier: 1).value)
    }

    /// Whether the rule's first figure lies further the way that its KPI calls worse in one period than in another.
    func isWorse(area: Int, in later: Period, than earlier: Period) -> Bool {
        isWorse(value(area, in: later), than: value(area, in: earlier))
    }

    /// Whether an area has become worse since a period, and is worse in a later one than it was then: what a list says of the period in which
    /// that happened, and no more of those after it.
    public func hasWorsened(area: Int, since earlier: Period, until later: Period) -> Bool {
        guard isWorse(area: area, in: later, than: earlier), earlier < later else { return false }
        let start = frame.first.ordinal
        return ((earlier.ordinal - start + 1)...(later.ordinal - start)).contains { place in
            evaluation.verdict(area: area, period: place) == .fired && isWorse(area: area, period: place)
        }
    }

    private func isWorse(_ now: Double?, than before: Double?) -> Bool {
        guard let better = betters.first, better != .neither, let now, let before else { return false }
        return better == .lower ? now > before : now < before
    }

    /// Nil where the period is none of the frame.
    private func value(_ area: Int, in period: Period) -> Double? {
        let place = period.ordinal - frame.first.ordinal
        guard period.grain == frame.first.grain, (0..<frame.periodCount).contains(place) else { return nil }
        return evaluation.observed(0, area: area, period: place).value
    }
}
