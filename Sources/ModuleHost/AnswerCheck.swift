import Measures
import ModuleKit

/// Whether a readable answer is an answer to what was asked. What is wrong is told in words, since it is a fault of
/// the module that only its author can mend.
enum AnswerCheck {
    static func defect(_ manifest: Manifest, of id: String) -> String? {
        if manifest.id != id { return "it says that its id is '\(manifest.id)'" }
        var names: Set<String> = []
        for indicator in manifest.indicators {
            if indicator.name.isEmpty { return "an indicator has no name" }
            if !names.insert(indicator.name).inserted { return "two indicators are named '\(indicator.name)'" }
            if Set(indicator.parameters.map(\.name)).count != indicator.parameters.count {
                return "two parameters of '\(indicator.name)' bear one name"
            }
            if case .months(..<0) = indicator.monthsBehind {
                return "'\(indicator.name)' wants fewer than no months behind it"
            }
            if let name = indicator.monthsBehind.parameter,
                !indicator.parameters.contains(where: { $0.name == name && $0.kind == .number })
            {
                return "'\(indicator.name)' looks back as far as its number '\(name)' says, and has none of that name"
            }
        }
        return nil
    }

    static func defect(_ answer: PlanAnswer, to requests: [IndicatorRequest]) -> String? {
        let asked = requests.map(\.kpi)
        if let defect = coverage(of: asked, answered: Set(answer.queries.keys), failed: Set(answer.failures.keys)) {
            return defect
        }
        for (kpi, queries) in answer.queries.sorted(by: { $0.key < $1.key }) {
            if Set(queries.map(\.name)).count != queries.count { return "two queries of KPI '\(kpi)' bear one name" }
            for query in queries {
                let columns = query.groupings.map(\.columnName) + query.measures.map(\.name)
                if Set(columns).count != columns.count {
                    return "two columns of the query '\(query.name)' of KPI '\(kpi)' bear one name"
                }
            }
        }
        return nil
    }

    static func defect(_ answer: ComputeAnswer, to requests: [ComputeRequest]) -> String? {
        let answered = Set(answer.observations.map(\.kpi))
        // A KPI without a frame has nothing to be answered.
        let asked = requests.filter { !$0.frames.isEmpty }.map(\.request.kpi)
        let unframed = Set(requests.map(\.request.kpi)).subtracting(asked)
        if let defect = coverage(
            of: asked, answered: answered, failed: Set(answer.failures.keys).subtracting(unframed))
        {
            return defect
        }
        let frames = Dictionary(
            requests.map { ($0.request.kpi, $0.frames) }, uniquingKeysWith: { first, second in first + second })
        var told: Set<FrameKey> = []
        for computed in answer.observations {
            guard told.insert(FrameKey(computed)).inserted else {
                return "KPI '\(computed.kpi)' by \(computed.level) and \(computed.grain) is answered twice"
            }
            let frame = frames[computed.kpi]?.first { $0.level == computed.level && $0.grain == computed.grain }
            guard let frame else {
                return
                    "KPI '\(computed.kpi)' is answered by \(computed.level) and \(computed.grain), which was not asked"
            }
            if let defect = defect(computed, in: frame) { return defect }
        }
        return nil
    }

    private struct FrameKey: Hashable {
        var kpi: String
        var level: String
        var grain: String

        init(_ computed: ComputedObservations) {
            kpi = computed.kpi
            level = computed.level
            grain = computed.grain
        }
    }

    private static func defect(_ computed: ComputedObservations, in frame: Frame) -> String? {
        let areas = Dictionary(frame.areas.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let periods = Dictionary(frame.periods.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var told = [Bool](repeating: false, count: frame.areas.count * frame.periods.count)
        for row in computed.rows {
            guard let area = areas[row.area], let period = periods[row.period] else {
                return "KPI '\(computed.kpi)' has a figure for \(row.area) in period \(row.period), which was not asked"
            }
            let cell = area * frame.periods.count + period
            if told[cell] { return "KPI '\(computed.kpi)' has two figures for \(row.area) in period \(row.period)" }
            told[cell] = true
        }
        return nil
    }

    /// Each KPI is answered or failed, and none that was not asked.
    private static func coverage(of asked: [String], answered: Set<String>, failed: Set<String>) -> String? {
        if let both = answered.intersection(failed).min() { return "KPI '\(both)' is both answered and failed" }
        let all = answered.union(failed)
        if let lost = Set(asked).subtracting(all).min() { return "KPI '\(lost)' is not answered" }
        if let extra = all.subtracting(asked).min() { return "KPI '\(extra)' is answered, which was not asked" }
        return nil
    }
}
