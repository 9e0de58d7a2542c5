import Measures

@testable import RuleLanguage

/// The readable version of `Evaluation`: walks the tree of one expression for one period, and thinks of a truth value as
/// the set of what it may be. Slow, and shares no code with the program.
struct TreeOracle {
    enum Figure {
        case within(Range)
        case absent(AbsenceReason)
    }

    /// The least and the greatest that a figure may be, and what is shown for it.
    struct Range {
        var low: Double
        var high: Double
        var shown: Double
    }

    struct Possible: Equatable {
        var truths: Set<Bool>
        /// Why both are possible.
        var reason: AbsenceReason?

        static func settled(_ truth: Bool) -> Possible { Possible(truths: [truth]) }
    }

    /// By name: observations from `first`; nothing is known before, and nothing is due behind.
    var series: [String: (first: Int, values: [Observation])]
    /// The period's place in the succession of its grain, and how many steps a year is.
    var period: Int
    var yearSteps: Int
    var grain: Grain

    func observation(_ name: String, earlier: Int) -> Observation {
        guard let found = series[name] else { return Observation(absent: .missing) }
        let place = period - earlier - found.first
        if place < 0 { return Observation(absent: .beforeHistory) }
        return place < found.values.count ? found.values[place] : Observation(absent: .notDue)
    }

    private func why(_ state: Observation.State) -> AbsenceReason {
        let names: [Observation.State: AbsenceReason] = [
            .missing: .missing, .notDue: .notDue, .withheld: .withheld, .beforeHistory: .insufficientHistory,
            .noValue: .noValue,
            .moduleFailed: .moduleFailed,
        ]
        return names[state] ?? .borderline
    }

    private func read(_ observation: Observation) -> Figure {
        guard observation.state == .reported, let value = observation.value else { return .absent(why(observation.state)) }
        return .within(Range(low: observation.bounds?.low ?? value, high: observation.bounds?.high ?? value, shown: value))
    }

    private func earliest(_ reasons: [AbsenceReason]) -> AbsenceReason? { reasons.min { $0.rawValue < $1.rawValue } }

    // MARK: Figures

    func figure(_ expression: Expression) -> Figure {
        switch expression {
        case .literal(.number(let value), _), .literal(.percent(let value), _), .literal(.points(let value), _):
            return .within(Range(low: value, high: value, shown: value))
        case .name(let name, _): return read(observation(name, earlier: 0))
        case .unary(.minus, let inner, _):
            guard case .within(let range) = figure(inner) else { return figure(inner) }
            return .within(Range(low: -range.high, high: -range.low, shown: -range.shown))
        case .binary(let operation, let left, let right, _): return join(operation, figure(left), figure(right))
        case .call(let term, _, let arguments, _): return call(term, arguments.map(\.value))
        default: return .absent(.borderline)
        }
    }

    /// What a way of joining two numbers makes of two ranges, given the pairs of ends that may be outermost.
    private func both(
        _ left: Figure, _ right: Figure, _ pairs: (Range, Range) -> [(Double, Double)]?, _ body: (Double, Double) -> Double
    ) -> Figure {
        var reasons: [AbsenceReason] = []
        if case .absent(let reason) = left { reasons.append(reason) }
        if case .absent(let reason) = right { reasons.append(reason) }
        if let reason = earliest(reasons) { return .absent(reason) }
        guard case .within(let left) = left, case .within(let right) = right, let pairs = pairs(left, right) else {
            return .absent(.noValue)
        }
        let shown = body(left.shown, right.shown)
        let ends = pairs.map(body)
        guard !shown.isNaN, !ends.contains(where: \.isNaN), let low = ends.min(), let high = ends.max() else {
            return .absent(.noValue)
        }
        return .within(Range(low: low, high: high, shown: shown))
    }

    private func crossed(_ left: Range, _ right: Range) -> [(Double, Double)] {
        [(left.low, right.high), (left.high, right.low)]
    }

    private func corners(_ left: Range, _ right: Range) -> [(Double, Double)] {
        [left.low, left.high].flatMap { a in [right.low, right.high].map { (a, $0) } }
    }

    private func less(_ left: Double, _ right: Double) -> Double {
        let plain = left - right
        return plain.isFinite && abs(plain) <= max(abs(left), abs(right)) / 1e12 ? 0 : plain
    }

    private func join(_ operation: BinaryOperator, _ left: Figure, _ right: Figure) -> Figure {
        switch operation {
        case .plus: both(left, right, { [($0.low, $1.low), ($0.high, $1.high)] }, { less($0, -$1) })
        case .minus: both(left, right, crossed, less)
        case .times: both(left, right, corners, *)
        default: both(left, right, { $1.low <= 0 && $1.high >= 0 ? nil : corners($0, $1) }, /)
        }
    }

    private func call(_ term: String, _ arguments: [Expression]) -> Figure {
        var inner = arguments.first
        if case .call(_, _, let innerArguments, _) = inner { inner = innerArguments.first?.value }
        guard case .name(let name, _) = inner else { return .absent(.borderline) }
        let now = observation(name, earlier: 0)
        let before = observation(name, earlier: yearSteps)
        switch term {
        case "previous":
            guard arguments.count == 2, case .literal(.number(let steps), _) = arguments[1] else {
                return read(observation(name, earlier: 1))
            }
            return read(observation(name, earlier: Int(steps)))
        case "year_before": return read(before)
        case "change":
            return both(read(now), read(before), crossed) { now, before in
                before == 0 ? (now == 0 ? 0 : .infinity) : less(now, before) / before
            }
        case "difference": return join(.minus, read(now), read(before))
        case "age": return age(name)
        case "mean", "sum", "min", "max", "median":
            guard arguments.count == 2, case .literal(.duration(let count, let unit), _) = arguments[1] else {
                return .absent(.borderline)
            }
            let years = unit == .year ? count : count / 12
            return window(term, (0..<years * yearSteps).map { observation(name, earlier: $0) }, isRatio: name == "share")
        default: return counted(term, now, before)
        }
    }

    private func window(_ term: String, _ found: [Observation], isRatio: Bool) -> Figure {
        if let reason = earliest(found.filter { $0.state != .reported }.map { why($0.state) }) { return .absent(reason) }
        let ranges = found.compactMap { observation -> Range? in
            guard case .within(let range) = read(observation) else { return nil }
            return range
        }
        // Shares here come without their parts, and so have no mean.
        if isRatio && term == "mean" { return .absent(.noValue) }
        func of(_ values: [Double]) -> Double {
            let sorted = values.sorted()
            switch term {
            case "min": return sorted[0]
            case "max": return sorted[sorted.count - 1]
            case "median": return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
            case "sum": return values.reduce(0, +)
            default: return values.reduce(0, +) / Double(values.count)
            }
        }
        return .within(Range(low: of(ranges.map(\.low)), high: of(ranges.map(\.high)), shown: of(ranges.map(\.shown))))
    }

    /// Days by the calendar of each grain, from the lengths of the months.
    private func age(_ name: String) -> Figure {
        let now = observation(name, earlier: 0).state
        if now == .notDue || now == .moduleFailed { return .absent(why(now)) }
        for steps in 0... {
            switch observation(name, earlier: steps).state {
            case .reported, .noValue:
                let judged = Period(grain: grain, ordinal: period)
                let ends = (0..<steps).map { judged.moved(by: -$0).days }
                return .within(Range(low: Double(ends.reduce(0, +)), high: Double(ends.reduce(0, +)), shown: 0))
            case .beforeHistory: return .absent(.insufficientHistory)
            default: continue
            }
        }
        return .absent(.insufficientHistory)
    }

    /// `base` and `smallest`, of the whole numbers that the counts may be.
    private func counted(_ term: String, _ now: Observation, _ before: Observation) -> Figure {
        if let reason = earliest([now, before].filter { $0.state != .reported }.map { why($0.state) }) {
            return .absent(reason)
        }
        guard let first = now.count, let second = before.count else { return .absent(.noCounts) }
        func ends(_ observation: Observation, _ count: Double) -> (Double, Double) {
            guard let bounds = observation.bounds, observation.value == count else { return (count, count) }
            return (bounds.low.rounded(.up), bounds.high.rounded(.down))
        }
        let (a, b) = (ends(now, first), ends(before, second))
        func of(_ a: Double, _ b: Double) -> Double { term == "base" ? (a + b) / 2 : min(a, b) }
        return .within(Range(low: of(a.0, b.0), high: of(a.1, b.1), shown: of(first, second)))
    }

    // MARK: Truths

    func truth(_ expression: Expression) -> Possible {
        switch expression {
        case .unary(.not, let inner, _):
            let found = truth(inner)
            return Possible(truths: Set(found.truths.map(!)), reason: found.reason)
        case .binary(.and, let left, let right, _): return join(truth(left), truth(right)) { $0 && $1 }
        case .binary(.or, let left, let right, _): return join(truth(left), truth(right)) { $0 || $1 }
        case .binary(let comparison, let left, let right, _): return compare(comparison, figure(left), figure(right))
        case .between(let value, let low, let high, _):
            return join(
                compare(.greaterOrEqual, figure(value), figure(low)), compare(.lessOrEqual, figure(value), figure(high))
            ) { $0 && $1 }
        case .call(let term, _, let arguments, _):
            guard case .name(let name, _) = arguments.first?.value else { return .settled(false) }
            let found = observation(name, earlier: 0)
            if term == "missing", found.state == .missing { return .settled(true) }
            guard found.state == .reported else { return Possible(truths: [true, false], reason: why(found.state)) }
            return .settled(term == "provisional" && found.provisional)
        default: return .settled(false)
        }
    }

    private func join(_ left: Possible, _ right: Possible, _ body: (Bool, Bool) -> Bool) -> Possible {
        let truths = Set(left.truths.flatMap { a in right.truths.map { body(a, $0) } })
        guard truths.count == 2 else { return Possible(truths: truths) }
        return Possible(truths: truths, reason: earliest([left, right].compactMap(\.reason)))
    }

    private func compare(_ comparison: BinaryOperator, _ left: Figure, _ right: Figure) -> Possible {
        var reasons: [AbsenceReason] = []
        if case .absent(let reason) = left { reasons.append(reason) }
        if case .absent(let reason) = right { reasons.append(reason) }
        guard reasons.isEmpty, case .within(let left) = left, case .within(let right) = right else {
            return Possible(truths: [true, false], reason: earliest(reasons))
        }
        // A range moved across another passes through every order between the outermost pairs.
        var orders = Set(corners(left, right).map { order($0, $1) })
        if orders.isSuperset(of: [-1, 1]) { orders.insert(0) }
        let truths = Set(orders.map { holds(comparison, $0) })
        return Possible(truths: truths, reason: truths.count == 2 ? .borderline : nil)
    }

    private func order(_ left: Double, _ right: Double) -> Int {
        if left == right || (left.isFinite && right.isFinite && abs(left - right) <= 1e-9 * max(abs(left), abs(right))) {
            return 0
        }
        return left < right ? -1 : 1
    }

    private func holds(_ comparison: BinaryOperator, _ order: Int) -> Bool {
        switch comparison {
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        case .equal: order == 0
        default: order != 0
        }
    }
}
