public import Measures

/// What readers know by the notices of earlier runs, on the same date or before. The news of a run is what differs from it.
public struct ToldNotices: Sendable {
    /// By reader, then by rule and area.
    private var alerts: [String: [Place: ToldAlert]] = [:]
    /// What was told besides alerts under the run's very as-of date, by reader.
    private let lines: [String: Set<String>]
    /// How many runs had been stored: what is told again after them is another notice, whatever it says.
    public let runs: Int64

    private struct Place: Hashable {
        var rule: String
        var area: AreaCode
    }

    /// - Parameters:
    ///   - alerts: where an alert is named twice to one reader, the one told last stands.
    ///   - lines: what was told besides alerts under the run's as-of date, by reader.
    ///   - runs: the id of the last run that is stored.
    public init(alerts: [ToldAlert] = [], lines: [String: Set<String>] = [:], runs: Int64 = 0) {
        self.lines = lines
        self.runs = runs
        for told in alerts {
            let place = Place(rule: told.item.rule, area: told.item.area)
            if let other = self.alerts[told.reader]?[place], other.asOf > told.asOf { continue }
            self.alerts[told.reader, default: [:]][place] = told
        }
    }

    public func alert(_ rule: String, in area: AreaCode, to reader: String) -> ToldAlert? {
        alerts[reader]?[Place(rule: rule, area: area)]
    }

    /// The alerts that a reader takes to stand open, by rule and area.
    public func open(to reader: String) -> [ToldAlert] {
        (alerts[reader] ?? [:]).values.filter(\.isOpen)
            .sorted { ($0.item.rule, $0.item.area) < ($1.item.rule, $1.item.area) }
    }

    public func holds(_ line: String, to reader: String) -> Bool { lines[reader]?.contains(line) ?? false }
}
