import AlertStore
import Definitions
public import Foundation
public import Measures

/// What monitoring is told of a run that finished, in the text format of Prometheus: a scraper that sees the time of the last success grow
/// old knows that the nights have fallen silent, whatever the reason.
public struct RunMetrics: Sendable {
    private let outcome: RunOutcome
    private let asOf: CalendarDate
    private let finished: Date

    /// - Parameter finished: when the run ended, by the clock.
    public init(_ outcome: RunOutcome, asOf: CalendarDate, finished: Date) {
        self.outcome = outcome
        self.asOf = asOf
        self.finished = finished
    }

    /// Gauges, each with its help, its type and its samples.
    public var text: String {
        gauge(
            "beacon_last_success_timestamp_seconds", "When the last run that finished ended, in seconds since 1970.",
            [("", finished.timeIntervalSince1970.rounded(.down))])
            + gauge(
                "beacon_as_of_timestamp_seconds", "The day on which that run stood, at midnight UTC.",
                [("", Double(asOf.daysSince1970) * 86_400)])
            + gauge(
                "beacon_stage_duration_seconds", "How long each stage of that run took.",
                outcome.stages.map { ("{stage=\"\($0.stage)\"}", $0.seconds) })
            + gauge(
                "beacon_faults", "What kept something from being assessed or told in that run, by kind.",
                Fault.Kind.allCases.map { kind in
                    ("{kind=\"\(kind.rawValue)\"}", Double(outcome.faults.count { $0.kind == kind }))
                })
            + gauge(
                "beacon_alerts_open", "Alerts that were open after that run, by severity.",
                Rule.Severity.allCases.map { severity in
                    ("{severity=\"\(severity.rawValue)\"}", Double(outcome.openSeverities.count { $0 == severity }))
                })
    }

    private func gauge(_ name: String, _ help: String, _ samples: [(labels: String, value: Double)]) -> String {
        (["# HELP \(name) \(help)", "# TYPE \(name) gauge"] + samples.map { "\(name)\($0.labels) \(Self.number($0.value))" })
            .map { $0 + "\n" }.joined()
    }

    private static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

    /// Writes the text whole: a scraper sees the old one or the new one, and no half.
    public func write(to path: String) throws(RunFailure) {
        let fresh = "\(path).new"
        do {
            try Data(text.utf8).write(to: URL(filePath: fresh))
        } catch {
            try? FileManager.default.removeItem(atPath: fresh)
            throw .unfinished(stage: "metrics", words: "`\(path)` cannot be written", remedy: "let Beacon write there")
        }
        guard rename(fresh, path) == 0 else {
            let reason = String(cString: strerror(errno))
            try? FileManager.default.removeItem(atPath: fresh)
            throw .unfinished(stage: "metrics", words: "`\(path)` cannot be written: \(reason)", remedy: nil)
        }
    }
}
