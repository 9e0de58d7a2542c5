import Definitions
import Measures

/// What of a list is news for the routes of one notice.
struct NoticeNews {
    /// New, worse, recovered and withdrawn, each with its rows.
    private let sections: [(section: ListSection, rows: [ListedStanding])]
    /// Open alerts of which no notice told while a mark kept them out, or whose acknowledgement has run out.
    private let uncovered: [ListedStanding]
    /// How many rows a silence keeps out.
    private(set) var silenced = 0
    let failed: [(priority: Priority, failure: FailedModule)]
    let rejudged: [ListedRejudgement]
    let restated: Int
    let expired: [ExpiredMark]
    let folded: Int
    private let isMarked: Bool

    /// - Parameters:
    ///   - routes: those by which the notice goes, which all tell of the same.
    ///   - isMarked: whether silences and acknowledgements are heeded.
    init(of list: BreachList, by routes: [DeliveryPlan.Route], isMarked: Bool) {
        // What is said besides alerts is said by the routes that leave none out.
        let tellsOfAll = routes.allSatisfy(\.tellsOfAll)
        func isRouted(_ rule: Rule) -> Bool { routes.allSatisfy { $0.tells(of: rule) } }
        func routed(_ section: ListSection) -> [ListedStanding] { list[section].filter { isRouted($0.rule) } }
        func isHeard(_ row: ListedStanding) -> Bool { !isMarked || row.silence == nil }
        self.isMarked = isMarked
        let openings: [ListSection] = [.new, .worse]
        sections =
            openings.map { ($0, routed($0).filter(isHeard)) } + [.recovered, .withdrawn].map { ($0, routed($0)) }
        failed = tellsOfAll ? list.notes.moduleFailures : []
        rejudged = list.rejudged.filter { isRouted($0.rule) }
        restated = tellsOfAll ? list.restatements.count : 0
        let expired = tellsOfAll ? list.expired : []
        self.expired = expired
        uncovered = routed(.continuing).filter { row in
            isHeard(row) && expired.contains { $0.covers(row, in: list.group.id) }
        }
        folded = (openings + [.continuing]).flatMap(routed).reduce(0) { $0 + $1.folded.count }
        if isMarked { silenced = openings.flatMap(routed).count { $0.silence != nil } }
    }

    /// In the order of the list.
    var rows: [ListedStanding] { sections.flatMap(\.rows) + uncovered }

    /// The sections that have any, with how many.
    var counts: [(section: ListSection, count: Int)] {
        sections.map { (section: $0.section, count: $0.rows.count) }.filter { $0.count > 0 }
    }

    var acknowledged: [ListedStanding] { isMarked ? rows.filter { $0.acknowledgement != nil } : [] }

    /// Whether anything is new, worse, recovered or withdrawn, a mark ran out, a verdict on the past changed, or a module failed.
    var isThere: Bool { !counts.isEmpty || !failed.isEmpty || !rejudged.isEmpty || !expired.isEmpty }
}
