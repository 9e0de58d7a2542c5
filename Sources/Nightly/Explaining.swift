import AlertStore
import Alerting
import Definitions
import Diagnostics
import Foundation
public import Measures
public import RuleLanguage

/// A verdict with its reasons, as `beacon explain` tells it.
public struct ExplainedVerdict: Sendable, Encodable {
    public var rule: String
    public var title: String
    public var area: String
    public var areaName: String
    /// As the command takes it: `2024 Q1`.
    public var period: String
    public var periodTitle: String
    public var message: String
    public var explanation: Explanation

    /// In words.
    public var lines: [String] {
        ["\(title) (\(rule)), \(areaName), \(periodTitle)", "  \(message)"] + explanation.lines.map { "  \($0)" } + [""]
    }
}

/// What `beacon explain` tells, as words or as JSON.
public enum Explained: Sendable, Encodable {
    case verdict(ExplainedVerdict)
    case status(ExplainedStatus)

    public var lines: [String] {
        switch self {
        case .verdict(let verdict): verdict.lines
        case .status(let status): status.lines
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .verdict(let verdict): try verdict.encode(to: encoder)
        case .status(let status): try status.encode(to: encoder)
        }
    }
}

/// Answers why, from the definitions as they stand and the observations last stored.
public struct Explaining: Sendable {
    let settings: NightlySettings

    public init(settings: NightlySettings) {
        self.settings = settings
    }

    /// - Parameters:
    ///   - name: the id of a rule, or of a KPI that has a status rule.
    ///   - area: a code or a name; nil for every area of the rule or KPI.
    ///   - period: nil for the latest that is due.
    public func explain(_ name: String, area: String?, period: Period?) async throws(RunFailure) -> [Explained] {
        // Before anything is read: what modules offer is kept in the state folder, and a question makes none.
        try StoredMemory.checkThereIsOne(in: settings.stateFolder)
        let checked = await settings.checkDefinitions(isLinting: false)
        guard let definitions = checked.definitions else { throw .definitions(checked.report) }
        for priority in definitions.priorities {
            if let rule = priority.rules.first(where: { $0.id == name }) {
                return try verdicts(of: rule, priority, definitions, area: area, period: period).map(Explained.verdict)
            }
            guard let kpi = priority.kpis.first(where: { $0.id == name }) else { continue }
            guard let status = kpi.status else {
                throw .usage(
                    words: "the KPI `\(name)` has no `rag`, so nothing says how it stands",
                    remedy: "name a rule that judges it, or give it a `rag`")
            }
            return try statuses(of: kpi, status, priority, definitions, area: area, period: period).map(Explained.status)
        }
        let measured = definitions.priorities.flatMap(\.kpis).filter { $0.status != nil }
        throw .unknown("rule or KPI", name, among: definitions.rules.map(\.id) + measured.map(\.id))
    }

    private func verdicts(
        of rule: Rule, _ priority: Priority, _ definitions: Definitions, area name: String?, period: Period?
    ) throws(RunFailure) -> [ExplainedVerdict] {
        let id = rule.id
        let geography = definitions.partnership.geography
        let (observations, asOf) = try stored([rule.program], rule.levels, rule.grain)
        let judge = Judge(definitions, over: observations, asOf: asOf)
        let evaluations = rule.levels.compactMap { judge.evaluation(of: rule, at: $0, priority) }
        let wanted = try areas(named: name, among: evaluations.flatMap(\.frame.areas), geography, of: "rule \(id)")
        try check(period, rule.grain, "rule")
        var explained: [ExplainedVerdict] = []
        for evaluation in evaluations {
            for (index, code) in evaluation.frame.areas.enumerated() where wanted?.contains(code) ?? true {
                let place: Int
                if let period {
                    place = period.ordinal - evaluation.frame.first.ordinal
                    guard (0..<evaluation.frame.periodCount).contains(place) else {
                        let last = evaluation.frame.first.moved(by: evaluation.frame.periodCount - 1)
                        throw .usage(
                            words: "the figures of \(id) reach from \(evaluation.frame.first) to \(last)",
                            remedy: "name a period between them")
                    }
                } else {
                    place = evaluation.latestDue(area: index) ?? evaluation.frame.periodCount - 1
                }
                let areaName = geography.area(code)?.name ?? code.rawValue
                explained.append(
                    ExplainedVerdict(
                        rule: id, title: rule.title, area: code.rawValue, areaName: areaName,
                        period: evaluation.frame.first.moved(by: place).description,
                        periodTitle: evaluation.frame.first.moved(by: place).title,
                        message: evaluation.evaluation.message(area: index, period: place, areaName: areaName),
                        explanation: evaluation.evaluation.explanation(area: index, period: place)))
            }
        }
        return explained
    }

    /// The areas that go by a name; nil for all of them.
    func areas(
        named name: String?, among judged: [AreaCode], _ geography: Geography, of owner: String
    ) throws(RunFailure) -> Set<AreaCode>? {
        guard let name else { return nil }
        // A name may be that of a ward and of a plan area: both are explained.
        let found = judged.filter { $0.rawValue == name || geography.area($0)?.goes(by: name) == true }
        guard !found.isEmpty else {
            throw .unknown("area of the \(owner)", name, among: judged.map { geography.area($0)?.name ?? $0.rawValue })
        }
        return Set(found)
    }

    func check(_ period: Period?, _ grain: Grain, _ kind: String) throws(RunFailure) {
        guard let period, period.grain != grain else { return }
        throw .usage(
            words: "\(period) is not a \(grain.rawValue), and the \(kind) is judged by \(grain.rawValue)",
            remedy: "name a \(grain.rawValue)")
    }

    /// The stored observations that programs read, each once.
    func stored(
        _ programs: [RuleProgram], _ levels: [AreaLevel], _ grain: Grain
    ) throws(RunFailure) -> (ObservationSet, CalendarDate) {
        var keys: [ObservationSet.Key] = []
        for series in programs.flatMap(\.series) {
            for level in series.level.map({ [$0] }) ?? levels {
                let key = ObservationSet.Key(kpi: series.name, level: level, grain: grain)
                if !keys.contains(key) { keys.append(key) }
            }
        }
        return try StoredMemory.latest(settings, of: keys)
    }
}

extension RunFailure {
    static func unknown(_ kind: String, _ name: String, among known: [String]) -> RunFailure {
        let near = Spelling.nearMiss(for: name, among: known)
        return .usage(
            words: "there is no \(kind) `\(name)`",
            remedy: near.map { "did you mean `\($0)`?" } ?? "there are: \(known.prefix(40).joined(separator: ", "))")
    }
}
