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

/// Answers why, from the definitions as they stand and the observations last stored.
public struct Explaining: Sendable {
    private let settings: NightlySettings

    public init(settings: NightlySettings) {
        self.settings = settings
    }

    /// - Parameters:
    ///   - area: a code or a name; nil for every area of the rule.
    ///   - period: nil for the latest that is due.
    public func explain(rule id: String, area name: String?, period: Period?) async throws(RunFailure) -> [ExplainedVerdict]
    {
        let checked = await settings.checkDefinitions()
        guard let definitions = checked.definitions else { throw .definitions(checked.report) }
        guard let priority = definitions.priorities.first(where: { $0.rules.contains { $0.id == id } }),
            let rule = definitions.rule(id)
        else { throw .unknown("rule", id, among: definitions.rules.map(\.id)) }
        let geography = definitions.partnership.geography
        let (observations, asOf) = try stored(rule, priority)
        let judge = Judge(definitions, over: observations, asOf: asOf)
        let evaluations = rule.levels.compactMap { judge.evaluation(of: rule, at: $0, priority) }
        var wanted: Set<AreaCode>?
        if let name {
            let judged = evaluations.flatMap(\.frame.areas)
            // A name may be that of a ward and of a plan area: both are explained.
            let found = judged.filter { code in
                code.rawValue == name || geography.area(code)?.goes(by: name) == true
            }
            guard !found.isEmpty else {
                throw .unknown("area of the rule \(id)", name, among: judged.map { geography.area($0)?.name ?? $0.rawValue })
            }
            wanted = Set(found)
        }
        if let period, period.grain != rule.grain {
            throw .usage(
                words: "\(period) is not a \(rule.grain.rawValue), and the rule is judged by \(rule.grain.rawValue)",
                remedy: "name a \(rule.grain.rawValue)")
        }
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

    private func stored(_ rule: Rule, _ priority: Priority) throws(RunFailure) -> (ObservationSet, CalendarDate) {
        let keys = rule.program.series.flatMap { series in
            (series.level.map { [$0] } ?? rule.levels).map {
                ObservationSet.Key(kpi: series.name, level: $0, grain: rule.grain)
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
