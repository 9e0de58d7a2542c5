import Alerting
import Definitions
import Measures

/// What of a list is news for the routes of one notice: what differs from what its reader was told before.
struct NoticeNews {
    /// The alerts that it tells of, in the order of the list.
    let items: [Notice.Item]
    /// How many there are of each kind, in the order of a subject.
    let counts: [(words: String, count: Int)]
    /// The rows among them that somebody knows of.
    let acknowledged: [ListedStanding]
    /// How many rows a silence keeps out.
    let silenced: Int
    let folded: Int
    let failed: [(priority: Priority, failure: FailedModule)]
    let rejudged: [ListedRejudgement]
    let restated: Int
    let expired: [ExpiredMark]

    /// - Parameters:
    ///   - routes: those by which the notice goes, which all tell of the same.
    ///   - told: what readers know.
    ///   - besides: alerts of which a notice tells that goes the same way.
    init(
        of list: BreachList, by routes: [DeliveryPlan.Route], after told: ToldNotices, besides: Set<AlertPlace> = []
    ) {
        // What is said besides alerts is said by the routes that leave none out.
        let tellsOfAll = routes.allSatisfy(\.tellsOfAll)
        let reader = list.reader.id
        func routed(_ section: ListSection) -> [ListedStanding] {
            list[section].filter { row in routes.allSatisfy { $0.tells(of: row.rule) } }
        }
        failed = tellsOfAll ? list.notes.moduleFailures.filter { !told.holds(Self.line($0), to: reader) } : []
        rejudged = list.rejudged.filter { verdict in
            routes.allSatisfy { $0.tells(of: verdict.rule) } && !told.holds(Self.line(verdict), to: reader)
        }
        restated = tellsOfAll ? list.restatements.count : 0
        let expired = tellsOfAll ? list.expired.filter { !told.holds(Self.line($0), to: reader) } : []
        self.expired = expired

        let openings: [ListSection] = [.new, .worse, .continuing]
        let heard =
            openings.flatMap { list[$0] }.filter { $0.silence == nil } + [.recovered, .withdrawn].flatMap { list[$0] }
        let due = heard.compactMap { row in
            let known = told.alert(row.rule.id, in: row.area.code, to: reader)
            return Told(row, by: routes, after: known, of: list, reminding: expired)
        }.filter { !besides.contains(AlertPlace($0.item)) }
        let ended = list.ended.filter { item in
            !besides.contains(AlertPlace(item)) && routes.allSatisfy { $0.tells(of: item.severity, priority: item.priority) }
        }
        items = due.map(\.item) + ended
        acknowledged = due.map(\.row).filter { $0.acknowledgement != nil }
        counts = Self.counts(due.map { ($0.item, $0.news) } + ended.map { ($0, .asListed) })
        silenced = [ListSection.new, .worse].flatMap(routed).count { $0.silence != nil }
        folded = openings.flatMap(routed).reduce(0) { $0 + $1.folded.count }
    }

    /// An alert that is told, and what of it is news; nil of one of which the reader is reminded only.
    private struct Told {
        let row: ListedStanding
        var item: Notice.Item
        let news: AlertNews?

        /// Nil where the reader knows already, or where the routes don't tell of it.
        ///
        /// - Parameter expired: of what a mark kept out, or whose acknowledgement has run out, the reader is reminded.
        init?(
            _ row: ListedStanding, by routes: [DeliveryPlan.Route], after known: ToldAlert?, of list: BreachList,
            reminding expired: [ExpiredMark]
        ) {
            guard let item = Notice.Item(row) else { return nil }
            (self.row, self.item) = (row, item)
            news = AlertNews(of: item, opened: row.opened, after: known, past: row.past, asOf: list.asOf)
            self.item.why = news?.words
            guard news != nil || expired.contains(where: { $0.covers(row, in: list.group.id) }) else { return nil }
            guard !routes.allSatisfy({ $0.tells(of: row.rule) }) else { return }
            // Routes that told of it under a higher severity, or another priority, tell how that ended, and no more.
            guard let known, known.isOpen, let news,
                routes.allSatisfy({ $0.tells(of: known.item.severity, priority: known.item.priority) })
            else { return nil }
            guard item.section.isOpen else { return }
            guard case .lowered = news else { return nil }
            self.item.why = news.words.map { "\($0), and told here no more" }
        }
    }

    /// By section, and what stands as before by why it is told all the same.
    private static func counts(_ told: [(item: Notice.Item, news: AlertNews?)]) -> [(words: String, count: Int)] {
        var counts: [(words: String, count: Int)] = []
        let sections: [AlertStanding.Section] = [.new, .worse, .continuing, .recovered, .withdrawn, .closed]
        for section in sections {
            for entry in told where entry.item.section == section {
                let words = section == .continuing ? entry.news?.summary : section.rawValue
                guard let words else { continue }
                if let place = counts.firstIndex(where: { $0.words == words }) {
                    counts[place].count += 1
                } else {
                    counts.append((words, 1))
                }
            }
        }
        return counts
    }

    /// Whether there is anything that the reader does not know: an alert, a mark that ran out, a verdict on the past that changed, or a
    /// module that failed.
    var isThere: Bool { !counts.isEmpty || !failed.isEmpty || !rejudged.isEmpty || !expired.isEmpty }

    /// What it tells besides alerts, a line each, which is told once a date.
    var lines: [String] { failed.map(Self.line) + rejudged.map(Self.line) + expired.map(Self.line) }

    static func line(_ entry: (priority: Priority, failure: FailedModule)) -> String {
        PlainText.line("\(entry.priority.title): its figures could not be computed (\(entry.failure.reason)).")
    }

    static func line(_ verdict: ListedRejudgement) -> String {
        PlainText.line("\(verdict.rule.title), \(verdict.area.name): \(verdict.words).")
    }

    /// Notices are kept in the store as they went out, so no free text goes into them: it could not be erased.
    static func line(_ mark: ExpiredMark) -> String { PlainText.line("\(mark.withoutWords.sentence).") }
}
