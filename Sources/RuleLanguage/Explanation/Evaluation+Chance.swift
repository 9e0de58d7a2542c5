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
        let method = ChangeTest.method(of: program.series[pair.series].unit)
        let wanted = DecimalText.shortest(1 - level, upTo: 4)
        return ["p = \(p), \(method), two-sided; under \(wanted) would be significant"]
    }

    /// The test that `above` or `below` made, with its p-value.
    func benchmarkDetails(
        _ side: Direction, _ series: Int, _ reference: Int, _ level: Double, at place: ExplainedPlace
    ) -> [String] {
        let found = observation(series, place.area, place.period, .earlier(0))
        let stated = result(reference, place.cell)
        guard found.state == .reported, !stated.isAbsent else { return [] }
        guard let ends = benchmarkEnds(series, stated, place.area, place.period), let least = ends.map(\.pValue).min(),
            let greatest = ends.map(\.pValue).max()
        else { return ["the figure carries no counts, and without them nobody can tell how far chance reaches"] }
        let p = least == greatest ? Self.pWords(least) : "\(Self.pWords(least)) to \(Self.pWords(greatest))"
        let method: String
        switch program.series[series].unit {
        case .percent: method = "exact binomial test against the stated share"
        case .index: method = "exact test of a weighted count against the stated figure"
        default: method = "exact Poisson test against the stated figure"
        }
        let wanted = DecimalText.shortest(1 - level, upTo: 4)
        return ["p = \(p), \(method), two-sided; under \(wanted) would be significant"]
    }

    /// Where a rule holds a false discovery rate: what it makes of the p-value.
    func familyDetails(_ instruction: Instruction, at place: ExplainedPlace) -> [String] {
        guard let rate = program.source.discoveryRate else { return [] }
        let family = frame.areas.indices.map { area -> ChanceRange? in
            switch instruction.operation {
            case .significant(let pair, _): return chance(of: pair, area, place.period)
            case .beyond(let side, let series, _, let reference, _):
                let stated = result(reference, area * frame.periodCount + place.period)
                return chance(of: side, series, stated, area, place.period)
            default: return nil
            }
        }
        let adjusted = Self.adjusted(family.map { $0?.greatest })
        guard let own = adjusted[place.area] else { return [] }
        let wanted = DecimalText.shortest(rate, upTo: 4)
        return [
            """
            adjusted p = \(Self.pWords(own)) among \(family.count { $0 != nil }) areas tested; at most \(wanted) keeps false alarms to \
            \(DecimalText.shortest(rate * 100, upTo: 2))% of those told
            """
        ]
    }

    /// The funnel that the other areas made.
    func funnelDetails(_ series: Int, _ level: Double, at place: ExplainedPlace) -> [String] {
        let points = frame.areas.indices.map { point(series, $0, place.period) }
        guard let own = funnelPlace(series, place.area, among: points),
            let limits = own.limits(level)
        else {
            if let unanimous = unanimousPlace(series, place.area, among: points) {
                return unanimousDetails(unanimous, level)
            }
            return ["a funnel needs at least \(Self.fewestOthers) other areas whose figures carry counts"]
        }
        let unit = program.series[series].unit
        var scale = 1.0
        if case .rate(let rate) = unit { scale = rate.per * rate.scale(over: frame.first.moved(by: place.period)) }
        func told(_ value: Double) -> String { Quantity(value * scale, unit).description }
        let spread: String
        switch own.funnel.spread {
        case .none: spread = "by chance alone, as the stated dispersion 1 says"
        case .multiplicative(let factor): spread = "widened by the stated dispersion \(DecimalText.shortest(factor, upTo: 2))"
        case .additive(let variance):
            spread = variance > 0 ? "widened by how far the others differ beyond chance" : "the others differ by no more than chance"
        }
        return [
            """
            funnel about \(told(own.funnel.benchmark)) of \(own.others) other areas: \(told(limits.lower)) to \(told(limits.upper)) at \
            \(DecimalText.shortest(level * 100, upTo: 2))%, \(spread)
            """
        ]
    }

    /// What the season of earlier years led to expect.
    func seasonDetails(_ series: Int, _ level: Double, at place: ExplainedPlace) -> [String] {
        guard let count = observation(series, place.area, place.period, .earlier(0)).count else { return [] }
        switch expectation(series, level, place.area, place.period, count) {
        case .failure(let absent): return ["what to expect is not known: \(absent.reason.words)"]
        case .success(let found):
            func told(_ value: Double) -> String { DecimalText.shortest(value, upTo: 1) }
            if found.expected == 0 { return emptySeasonDetails(found, level) }
            var details = [
                """
                \(told(found.observed)) events; \(told(found.expected)) expected by the season of earlier years, \
                \(told(found.lower)) to \(told(found.upper)) at \(DecimalText.shortest(level * 100, upTo: 2))%
                """,
                "dispersion \(DecimalText.shortest(found.dispersion, upTo: 2)), \(found.trend == nil ? "no trend" : "with a trend")",
            ]
            if !found.hasEnoughEvents { details.append(Self.fewEvents) }
            if !found.hasEnoughExpected { details.append("fewer than five events expected in four periods, too few for a fall") }
            return details
        }
    }

    private static let fewEvents = "fewer than five events in the last four periods"

    /// What a season that held no event in any earlier year leaves to expect.
    private func emptySeasonDetails(_ found: SeasonalExpectation, _ level: Double) -> [String] {
        let p = Self.pWords(min(1, 2 * found.chanceOfMore))
        let events = DecimalText.shortest(found.observed, upTo: 1)
        return [
            """
            \(events) events, and none in this season of earlier years: p = \(p), exact conditional test against none, two-sided; \
            under \(DecimalText.shortest(1 - level, upTo: 4)) would be unusual
            """
        ] + (found.hasEnoughEvents ? [] : [Self.fewEvents])
    }

    static func pWords(_ p: Double) -> String {
        p < 0.0005 ? "under 0.001" : DecimalText.grouped(p, places: 3)
    }

    /// The limits that a sign of special cause was sought by, sign by sign.
    func controlDetails(_ rule: ProcessControlRule, _ series: Int, at place: ExplainedPlace) -> [String] {
        rule.signs.map { sign in
            switch controlledRun(sign, series, place.area, place.period) {
            case .failure(let absent) where absent.reason == .tooSmall && sign == .outsideLimits:
                return "\(sign.words): \(stillWords(series, at: place))"
            case .failure(let absent) where absent.reason == .tooSmall:
                return "\(sign.words): not known, the figures before hardly moved, so their limits have no width"
            case .failure(let absent): return "\(sign.words): not known, \(absent.reason.words)"
            case .success(let run):
                let direction = sign.direction(of: run)
                let shown =
                    words(direction, worse: program.series[series].kpi.worse)
                    + (direction == nil ? "" : figures(of: run, program.series[series].unit))
                guard let limits = run.limits else { return "\(sign.words): \(shown)" }
                return "\(sign.words): \(shown); \(words(limits, sign, program.series[series].unit))"
            }
        }
    }

    /// Whether a sign is shown, and which way; one that lies the better way is told, and is no sign for the rule.
    func words(_ direction: Direction?, worse: Direction?) -> String {
        guard let direction else { return "no" }
        let side = direction == .higher ? "upwards" : "downwards"
        return worse == nil || direction == worse ? "yes, \(side)" : "no, \(side), which is the better way"
    }

    /// The figures that make a run.
    private func figures(of run: ControlledRun, _ unit: Unit) -> String {
        guard run.tested.count > 1 else { return "" }
        return " by " + run.tested.map { Quantity($0, unit).description }.joined(separator: ", ")
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
