import Alerting
import Definitions
import Diagnostics
import Foundation
import Measures
import RuleLanguage

/// A list as JSON. The shape only gains members; `format` counts up if a meaning ever changes. Members are sorted by name.
///
/// - `asOf`, `partnership`, `group`, `reader`, `audience`; `madeSampleData`: whether the run held any.
/// - `watched`: `rules`, `areas`, `judgements`.
/// - `rows`: each standing on the list, in the order of the page, with its `section` and its `explanation` tree (absent
///   where figures are rounded). Figures are in the KPI's unit, percentages as fractions; a change from none has no number. `denominatorVintage` is
///   of when the value's denominator is (the year of the population), `denominators` of when those of all figures behind the row are.
/// - `measures`: how each KPI with a status rule stands, by area.
/// - `completeness`: the editions of the datasets that come by the period; `sources`: those in of those expected, by figure.
/// - `restatements`: figures that earlier lists told otherwise; `rejudged`: the verdicts on past periods that are otherwise for it;
///   `definitionsEdited`: whether the definitions were edited as well, so that a figure may be otherwise for that.
/// - `expiredMarks`: acknowledgements and silences that have run out, in words. A row's `acknowledgement` and `silence` hold.
/// - `withheld`: rules that the audience may not see for the areas named.
/// - `moduleFailures`, `dataQuality`, `consistency`, `kpiNotes`.
struct BreachListJSON: Encodable {
    var format = 1
    var asOf: String
    var partnership: String
    var group: Name
    var reader: Name
    var audience: String?
    var madeSampleData: Bool
    var watched: WatchedCounts
    var rows: [Row]
    var measures: [Measure]
    var completeness: [Dataset]
    var sources: [Sources]
    var restatements: [RestatedFigure]
    var rejudged: [Rejudgement]
    var definitionsEdited: Bool
    /// Marks that ran out since the list of the last earlier date, in words.
    var expiredMarks: [String]
    var withheld: [Withheld]
    var moduleFailures: [Failure]
    var dataQuality: [Quality]
    var consistency: [Note]
    var kpiNotes: [Note]

    struct Name: Encodable {
        var id: String
        var title: String
    }

    struct WatchedCounts: Encodable {
        var rules: Int
        var areas: Int
        var judgements: Int
    }

    struct Place: Encodable {
        var code: String
        var name: String
        var level: String
    }

    struct Span: Encodable {
        var name: String
        var grain: String
        var start: String
        var end: String

        init(_ period: Period) {
            name = period.description
            grain = period.grain.rawValue
            start = period.firstDay.description
            end = period.lastDay.description
        }
    }

    struct Row: Encodable {
        var section: String
        var severity: String
        var rule: Name
        var priority: String
        var area: Place
        var period: Span
        var since: Span?
        var verdict: String
        var verdictReason: String?
        var state: String
        var message: String
        var kpi: Name
        var unit: String
        var value: Double?
        var target: Double?
        var benchmark: Double?
        /// Of when the denominator of `value` is; absent where it states none.
        var denominatorVintage: String?
        /// Of when those of all figures are that it rests on; absent where none states one.
        var denominators: [Denominator]?
        var provisional: Bool
        var madeSampleData: Bool
        var rounded: Bool
        var theme: String?
        var respond: String?
        var owner: String?
        /// What the figures have to do without, in words.
        var shortfalls: [String]
        var explanation: Explanation?
        var acknowledgement: Mark?
        var silence: Mark?
        /// The alert under which the page tells the row.
        var foldedUnder: Fold?
        var actions: [Action]
    }

    /// Who said it, until when it holds, and why; name and reason are absent where the audience may not see them.
    struct Mark: Encodable {
        var by: String?
        var until: String?
        var because: String?
    }

    /// What is done in answer to an alert; who, what and the outcome only where the audience may see free text.
    struct Action: Encodable {
        var due: String?
        var overdue: Bool
        var done: String?
        var what: String?
        var owner: String?
        var outcome: String?
    }

    struct Fold: Encodable {
        var rule: String
        var area: String
    }

    /// Neighbouring figures of a KPI whose denominators are of the same time.
    struct Denominator: Encodable {
        var kpi: String
        var vintage: String
        var from: Span
        var to: Span
    }

    struct Withheld: Encodable {
        var rule: Name
        var areas: [Place]
    }

    struct Failure: Encodable {
        var priority: String
        var module: String
        var reason: String
    }

    struct Quality: Encodable {
        var kind: String
        var dataset: String
        var file: String?
        var line: Int?
        var column: String?
        var reason: String
        var count: Int?
    }

    struct Note: Encodable {
        var about: String
        var words: String
    }
}

extension BreachListJSON {
    static func text(_ list: BreachList) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Every figure was made finite or nil before, so nothing here can fail to be encoded.
        let data = (try? encoder.encode(BreachListJSON(list))) ?? Data()
        return JSONText.withoutRawDirections(String(decoding: data, as: UTF8.self)) + "\n"
    }

    init(_ list: BreachList) {
        self.init(
            asOf: list.asOf.description, partnership: list.partnership,
            group: Name(id: list.group.id, title: list.group.title),
            reader: Name(id: list.reader.id, title: list.reader.title), audience: list.audience?.id,
            madeSampleData: list.notes.holdsMadeRecords,
            watched: WatchedCounts(
                rules: list.watched.rules, areas: list.watched.areas, judgements: list.watched.judgements),
            rows: ListSection.allCases.flatMap(list.unfolded).map { Row($0.row, under: $0.under) },
            measures: list.measures.map(Measure.init), completeness: list.editions.map(Dataset.init),
            sources: list.sources.map(Sources.init), restatements: list.restatements.compactMap { restated in restated.told.map { RestatedFigure(restated, $0) } },
            rejudged: list.rejudged.map(Rejudgement.init), definitionsEdited: list.definitionsWereEdited,
            expiredMarks: list.expired.map(\.sentence),
            withheld: list.withheld.map { rule in
                Withheld(rule: Name(id: rule.rule.id, title: rule.rule.title), areas: rule.areas.map(Place.init))
            },
            moduleFailures: list.notes.moduleFailures.map {
                Failure(priority: $0.priority.id, module: $0.failure.module, reason: $0.failure.reason)
            },
            dataQuality: list.notes.data.map { note in
                Quality(
                    kind: note.kind.rawValue, dataset: note.dataset, file: note.file, line: note.line, column: note.column,
                    reason: note.reason, count: note.count)
            },
            consistency: list.notes.consistency.map { Note(about: $0.priority.id, words: $0.note.words) },
            kpiNotes: list.notes.kpis.map { Note(about: $0.kpi.id, words: $0.note.words) })
    }
}
