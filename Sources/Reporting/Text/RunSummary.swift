import Alerting
import Definitions
import Measures
import RuleLanguage

/// What `beacon run` prints when it is done: for the person who runs it, who sees true figures of every group.
public struct RunSummary: Sendable {
    private let heading: String
    private let table: [[String]]
    private let news: [String]
    private let notes: [String]

    init(_ maker: ListMaker) {
        let input = maker.input
        let made = input.holdsMadeRecords ? " (made sample data)" : ""
        heading = "\(input.definitions.partnership.name), as of \(input.asOf)\(made)"
        let lists = input.definitions.partnership.groups.map { maker.openList(of: $0) }
        table =
            [["group"] + ListSection.allCases.map(\.rawValue)]
            + lists.map { list in [list.group.title] + ListSection.allCases.map { String(list[$0].count) } }
        // A rule that goes to two groups is told once.
        var told: Set<String> = []
        news = [ListSection.new, .worse].flatMap { section in
            lists.flatMap { $0[section] }.filter { told.insert("\($0.rule.id) \($0.area.code)").inserted }.map { row in
                "\(section.rawValue)  \(row.rule.severity.rawValue)  \(row.rule.title), \(row.period). \(row.lineMessage)"
            }
        }
        notes =
            input.moduleFailures.map { "MODULE FAILED: \($0.module): \($0.reason)" }
            + Self.marked(lists) + Self.unassessed(lists) + Self.late(input) + Self.quality(input) + Self.restated(input)
    }

    /// The summary as lines of text.
    ///
    /// - Parameter place: where the lists are, as the reader knows it; nil to leave that out.
    public func text(listsAt place: String?) -> String {
        var lines = [heading, ""] + Self.aligned(table)
        if !news.isEmpty { lines += [""] + news }
        if !notes.isEmpty { lines += [""] + notes }
        if let place { lines += ["", "Lists: \(place)"] }
        return lines.map(PlainText.line).joined(separator: "\n") + "\n"
    }

    /// What people said of the alerts, what of that has run out, and what is told under other alerts.
    private static func marked(_ lists: [BreachList]) -> [String] {
        func count(_ isCounted: (ListedStanding) -> Bool) -> Int {
            let rows = lists.flatMap { list in ListSection.alerts.flatMap { list.unfolded($0).map(\.row) } }
            return Set(rows.filter(isCounted).map { [$0.rule.id, $0.area.code.rawValue] }).count
        }
        let folded = lists.flatMap { list in
            ListSection.alerts.flatMap { list.unfolded($0) }.filter { $0.under != nil }
                .map { [$0.row.rule.id, $0.row.area.code.rawValue] }
        }
        let counts = [
            (count { $0.acknowledgement != nil }, "acknowledged"), (count { $0.silence != nil }, "silenced"),
            (count { $0.actions.contains(where: \.isOverdue) }, "with an action overdue"),
            (Set(folded).count, "folded under others"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        var told: Set<Int64> = []
        let expired = lists.flatMap(\.expired).filter { told.insert($0.mark.id).inserted }.map(\.sentence)
        return (words.isEmpty ? [] : ["Alerts: \(words.joined(separator: ", "))"]) + expired
    }

    private static func unassessed(_ lists: [BreachList]) -> [String] {
        var counts: [AbsenceReason: Int] = [:]
        var told: Set<String> = []
        for row in lists.flatMap({ $0[.notAssessed] }) where told.insert("\(row.rule.id) \(row.area.code)").inserted {
            if case .notAssessed(let reason) = row.verdict { counts[reason, default: 0] += 1 }
        }
        guard !counts.isEmpty else { return [] }
        let parts = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key.words)" }
        return ["Not assessed: \(counts.values.reduce(0, +)) (\(parts.joined(separator: ", ")))"]
    }

    private static func quality(_ input: ReportInput) -> [String] {
        let parts = DataNote.Kind.allCases.compactMap { kind -> String? in
            let notes = input.dataNotes.filter { $0.kind == kind }
            guard !notes.isEmpty else { return nil }
            let records = notes.compactMap(\.count).reduce(0, +)
            let places = Set(notes.map(\.dataset)).count
            return records > 0
                ? "\(kind.rawValue): \(PlainText.counted(records, "record")) of \(PlainText.counted(places, "dataset"))"
                : "\(kind.rawValue): \(notes.count)"
        }
        let words = parts + (input.consistencyNotes.isEmpty ? [] : ["consistency notes: \(input.consistencyNotes.count)"])
        return words.isEmpty ? [] : ["Data quality: \(words.joined(separator: "; "))"]
    }

    private static func late(_ input: ReportInput) -> [String] {
        let late = input.editions.filter { !$0.late.isEmpty }.map {
            "\($0.title): \($0.lateWords().joined(separator: ", "))"
        }
        return late.isEmpty ? [] : ["Late: \(late.joined(separator: "; "))"]
    }

    private static func restated(_ input: ReportInput) -> [String] {
        let counts = [
            (input.restatements.count, "figure restated", "figures restated"),
            (input.rejudged.count, "verdict changed", "verdicts changed"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { PlainText.counted($0.0, $0.1, $0.2) }
        return words.isEmpty ? [] : ["The past: \(words.joined(separator: "; "))"]
    }

    private static func aligned(_ rows: [[String]]) -> [String] {
        let rows = rows.map { $0.map(PlainText.line) }
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + padding : padding + cell
            }.joined(separator: "  ")
        }
    }
}
