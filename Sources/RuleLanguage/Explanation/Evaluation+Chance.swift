import Measures
import Statistics

extension Evaluation {
    /// The test that `significant` made, with its p-value.
    func significanceDetails(_ pair: Comparison, _ level: Double, at place: ExplainedPlace) -> [String] {
        let (now, before) = observations(pair, place.area, place.period)
        guard now.state == .reported, before.state == .reported else { return [] }
        guard now.count != nil, before.count != nil else {
            return ["the figures carry no counts, and without them nobody can tell how far chance reaches"]
        }
        let values = (endTests(pair, place.area, place.period) ?? []).map(\.pValue)
        guard let least = values.min(), let greatest = values.max() else {
            return ["the figures lack what the exact test needs"]
        }
        let p = least == greatest ? Self.pWords(least) : "\(Self.pWords(least)) to \(Self.pWords(greatest))"
        let method: String
        switch program.series[pair.series].unit {
        case .percent: method = "exact conditional test of two shares"
        case .index: method = "exact conditional test of two weighted counts"
        default: method = "exact conditional test of two counts"
        }
        let wanted = DecimalText.shortest(1 - level, upTo: 4)
        return ["p = \(p), \(method), two-sided; under \(wanted) would be significant"]
    }

    private static func pWords(_ p: Double) -> String {
        p < 0.0005 ? "under 0.001" : DecimalText.grouped(p, places: 3)
    }

    /// The limits that a sign of special cause was sought by, sign by sign.
    func controlDetails(_ rule: ProcessControlRule, _ series: Int, at place: ExplainedPlace) -> [String] {
        rule.signs.map { sign in
            switch controlledRun(sign, series, place.area, place.period) {
            case .failure(let absent): return "\(sign.words): not known, \(absent.reason.words)"
            case .success(let run):
                let shown = words(sign.direction(of: run), worse: program.series[series].kpi.worse)
                guard let limits = run.limits else { return "\(sign.words): \(shown)" }
                return "\(sign.words): \(shown); \(words(limits, sign, program.series[series].unit))"
            }
        }
    }

    /// Whether a sign is shown, and which way; one that lies the better way is told, and is no sign for the rule.
    private func words(_ direction: Direction?, worse: Direction?) -> String {
        guard let direction else { return "no" }
        let side = direction == .higher ? "upwards" : "downwards"
        return worse == nil || direction == worse ? "yes, \(side)" : "no, \(side), which is the better way"
    }

    private func words(_ limits: XmRLimits, _ sign: ProcessControlRule, _ unit: Unit) -> String {
        func told(_ value: Double) -> String { Quantity(value, unit).description }
        let basis =
            "mean \(told(limits.mean)) of the first \(limits.valueCount) periods\(limits.areTrial ? ", trial limits" : "")"
        return switch sign {
        case .outsideLimits: "limits \(told(limits.lower)) to \(told(limits.upper)), \(basis)"
        case .twoOfThree: "near limits \(told(limits.nearLower)) to \(told(limits.nearUpper)), \(basis)"
        case .shift, .trend, .specialCause: basis
        }
    }
}

extension ProcessControlRule {
    /// The sign in words.
    var words: String {
        switch self {
        case .outsideLimits: "outside the process limits"
        case .shift: "seven in a row on one side of the mean"
        case .trend: "seven in a row rising, or falling"
        case .twoOfThree: "two of three beyond a near limit"
        case .specialCause: "special cause"
        }
    }
}
