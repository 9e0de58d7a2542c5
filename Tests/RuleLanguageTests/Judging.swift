import Measures

@testable import RuleLanguage

/// A rule judged over figures that a test writes down.
struct Judging {
    var kpis = Declarations.all
    var grain = Grain.financialYear
    var first = Period(grain: .financialYear, ordinal: 2020)
    /// By KPI, one for each period from `first`.
    var figures: [String: [Observation]]
    /// By KPI, what other areas have in the last period, each in its own area.
    var others: [String: [Observation]] = [:]
    var discoveryRate: Double?
    var target: [Double?] = []
    var tolerance: [Double?] = []
    var benchmark: [Observation?] = []

    init(_ figures: [String: [Observation]]) { self.figures = figures }

    init(_ grain: Grain, from first: String, _ figures: [String: [Observation]]) {
        self.grain = grain
        self.first = Period(first) ?? self.first
        self.figures = figures
    }

    func evaluation(_ when: String, given: [String] = [], clear: String? = nil, message: String = "") throws -> Evaluation {
        let program = try Declarations.compile(
            when, given: given, clear: clear, message: message, on: grain, kpis: kpis, discoveryRate: discoveryRate
        ).get()
        let count = figures.values.map(\.count).max() ?? 0
        let otherAreas = (0..<(others.values.map(\.count).max() ?? 0)).map { AreaCode("E07\($0)") }
        let frame = EvaluationFrame(areas: [AreaCode("E06")] + otherAreas, first: first, periodCount: count)
        let inputs = program.series.map { series in
            let values =
                figures[series.level == nil ? series.name : "\(series.name) of \(series.level?.rawValue ?? "")"] ?? []
            var block = ObservationBlock(
                kpi: series.name, level: AreaLevel("borough"), unit: series.unit, areas: frame.areas, first: first,
                periodCount: values.count, filledWith: Observation(absent: .missing))
            for (place, value) in values.enumerated() { block[0, place] = value }
            for (place, value) in (others[series.name] ?? []).enumerated() { block[place + 1, count - 1] = value }
            return SeriesInput(observations: block, target: target, tolerance: tolerance, benchmark: benchmark)
        }
        return Evaluation(program, over: frame, inputs: inputs)
    }

    /// The verdict of the last period.
    func verdict(_ when: String, given: [String] = []) throws -> Verdict {
        let evaluation = try evaluation(when, given: given)
        return evaluation.verdict(area: 0, period: evaluation.frame.periodCount - 1)
    }

    func message(_ text: String) throws -> String {
        let evaluation = try evaluation("missing(\(figures.keys.sorted()[0]))", message: text)
        return evaluation.message(area: 0, period: evaluation.frame.periodCount - 1, areaName: "Telford and Wrekin")
    }

    func lines(_ when: String, given: [String] = [], clear: String? = nil) throws -> [String] {
        let evaluation = try evaluation(when, given: given, clear: clear)
        return evaluation.explanation(area: 0, period: evaluation.frame.periodCount - 1).lines
    }
}

extension Observation {
    static func count(_ value: Double, provisional: Bool = false) -> Observation {
        Observation(value: value, count: value, provisional: provisional)
    }

    /// A count known only to lie between two whole numbers.
    static func count(_ low: Double, to high: Double) -> Observation {
        Observation(value: (low + high) / 2, bounds: Bounds(low: low, high: high), count: (low + high) / 2)
    }

    static func share(_ numerator: Double, of denominator: Double) -> Observation {
        Observation(value: numerator / denominator, numerator: numerator, denominator: denominator, count: numerator)
    }
}
