import Alerting
import Definitions
import Measures
import RuleLanguage

/// What one thematic group's list says to one body: the value behind the page, the CSV, the JSON and the notice.
struct BreachList: Sendable {
    var partnership: String
    var group: Body
    /// Who reads it: the group itself, or a body that it reports to.
    var reader: Body
    /// Nil where the definitions do not name the reader's audience.
    var audience: Audience?
    var asOf: CalendarDate
    /// Each section's standings, the most severe first, then in the order of the definitions and of the areas.
    var rows: [ListSection: [ListedStanding]]
    var withheld: [WithheldRule]
    /// How the measures of the priorities that the group leads stand.
    var measures: [ListedMeasure]
    /// What is in of the datasets behind the list.
    var editions: [DatasetEditions]
    /// The sources in of those expected, where figures tell it.
    var sources: [ReturnedSources]
    var restatements: [ListedRestatement]
    /// Verdicts on past periods that are otherwise on the figures now known.
    var rejudged: [ListedRejudgement]
    /// Whether the definitions were edited too, so that a figure may be otherwise for that.
    var definitionsWereEdited: Bool
    /// Marks that have run out since the list of the last earlier date.
    var expired: [ExpiredMark]
    /// Alerts that the reader takes to stand open, and that ended off the list: their rule was edited, say.
    var ended: [Notice.Item]
    /// Alerts of the list that nobody judges any more, for readers who see every figure.
    var closed: [NamedClosing]
    var watched: Watched
    var notes: ListNotes

    subscript(section: ListSection) -> [ListedStanding] { rows[section] ?? [] }

    var unassessed: [UnassessedRule] { UnassessedRule.grouped(self[.notAssessed]) }

    /// Whether no alert is open or recovered. (Something may still not have been assessed.)
    var hasNoAlerts: Bool { ListSection.alerts.allSatisfy { self[$0].isEmpty } }

    /// Whether anything of the list comes by the period.
    var hasEditions: Bool { !editions.isEmpty }
    /// Whether anything that earlier lists told is told otherwise.
    var hasRestatements: Bool { !restatements.isEmpty || !rejudged.isEmpty }

    /// The rows of a section, each with those folded under it behind it, and the row under which it is folded.
    func unfolded(_ section: ListSection) -> [(row: ListedStanding, under: ListedStanding?)] {
        self[section].flatMap { row in [(row, nil)] + row.folded.map { ($0, row) } }
    }

    /// How many alerts are told under others.
    var foldedCount: Int { alerts.reduce(0) { $0 + $1.folded.count } }

    /// The alerts of all sections, in their order.
    var alerts: [ListedStanding] { ListSection.alerts.flatMap { self[$0] } }
}

/// How much was watched, so that an empty list says what it is empty of.
struct Watched: Hashable {
    var rules: Int
    var areas: Int
    /// Rules × areas, each rule over its own.
    var judgements: Int
}

/// A rule whose standing the audience may not see for these areas.
struct WithheldRule {
    var rule: Rule
    var areas: [Area]
    /// How many areas of each level the rule judges, those that may be seen among them.
    var judged: [AreaLevel: Int]
}

/// A rule that could not be judged for one and the same reason in these areas.
struct UnassessedRule {
    var rule: Rule
    var level: AreaLevel
    var period: Period
    var reason: AbsenceReason
    /// The gate that stopped it, in one sentence.
    var conclusion: String
    var rows: [ListedStanding]

    static func grouped(_ rows: [ListedStanding]) -> [UnassessedRule] {
        struct Key: Hashable {
            var rule: String
            var level: AreaLevel
            var period: Period
            var reason: AbsenceReason
            var conclusion: String
        }
        var places: [Key: Int] = [:]
        var groups: [UnassessedRule] = []
        for row in rows {
            guard case .notAssessed(let reason) = row.verdict else { continue }
            let conclusion = row.explanation?.conclusion ?? reason.words
            let key = Key(
                rule: row.rule.id, level: row.area.level, period: row.period, reason: reason, conclusion: conclusion)
            if let place = places[key] {
                groups[place].rows.append(row)
            } else {
                places[key] = groups.count
                groups.append(
                    UnassessedRule(
                        rule: row.rule, level: row.area.level, period: row.period, reason: reason, conclusion: conclusion,
                        rows: [row]))
            }
        }
        return groups
    }
}
