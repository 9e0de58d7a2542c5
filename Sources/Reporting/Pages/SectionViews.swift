import Definitions
import Disclosure
import Measures
import RuleLanguage

/// What stands loudly at the top of a page.
struct BannersView {
    struct Failure {
        var failedPriority: String
        var failedReason: String
    }

    var isMade: Bool
    var failures: [Failure]

    init(_ notes: ListNotes) {
        isMade = notes.holdsMadeRecords
        failures = notes.moduleFailures.map {
            Failure(failedPriority: PlainText.line($0.priority.title), failedReason: PlainText.line($0.failure.reason))
        }
    }
}

/// The section of thresholds met within chance, as a table.
struct WithinChanceView {
    struct Chance {
        /// `p = 0.056`.
        var chanceFigure: String
        /// By which test, against which bound; empty where the table says so of all its rows.
        var chanceTest: String

        /// - Parameters:
        ///   - words: as an explanation puts it, the figure before the first comma.
        ///   - usual: what the table says of its rows.
        init(_ words: String, usual: String? = nil) {
            let parts = words.split(separator: ", ", maxSplits: 1).map(String.init)
            chanceFigure = PlainText.line(parts.first ?? "")
            let test = PlainText.line(parts.count > 1 ? parts[1] : "")
            chanceTest = test == usual ? "" : test
        }
    }

    struct Row {
        var chanceTitle: String
        var chanceArea: String
        var chancePeriod: String
        var chanceMessage: String
        /// One or none.
        var chanceDenominators: [String]
        var chanceMarks: [String]
        var chanceShortfalls: [String]
        var chances: [Chance]
        var hasWorkings: Bool
        var workings: [WorkingsView]
    }

    var chanceLead = ListSection.withinChance.lead
    /// What p is, by which test most rows have it, and what a range means where there is one.
    var chanceHints: [String]
    /// One or none: that all rows are of made figures.
    var madeMarks: [String]
    var isEmpty: Bool
    var chanceRows: [Row]

    init(_ rows: [ListedStanding]) {
        isEmpty = rows.isEmpty
        let usual = Self.usualTest(rows)
        chanceHints = [Self.hint]
        if let usual { chanceHints.append("By the \(usual), where a row says nothing else.") }
        if rows.contains(where: \.isRange) { chanceHints.append(ListedStanding.rangeWords) }
        let areMade = rows.allSatisfy(\.isMade)
        madeMarks = areMade ? [AlertView.madeMark] : []
        chanceRows = rows.enumerated().map { number, row in
            let explanation = number < BreachListView.mostDetailed ? row.explanation : nil
            return Row(
                chanceTitle: PlainText.line(row.rule.title), chanceArea: PlainText.line(row.area.name),
                chancePeriod: row.period.title, chanceMessage: PlainText.line(row.message),
                chanceDenominators: row.denominators.sentences, chanceMarks: AlertView.marks(row, tellsMade: !areMade),
                chanceShortfalls: row.shortfalls.map(PlainText.line),
                chances: row.explanation.map { $0.chanceWords.map { Chance($0, usual: usual) } }
                    ?? [Chance("not shown beside rounded figures")],
                hasWorkings: explanation != nil, workings: explanation.map { [WorkingsView($0)] } ?? [])
        }
    }
}

extension WithinChanceView {
    private static let hint =
        "p is how often chance alone would make a difference at least this large if nothing had changed: "
        + "0.20 is one time in five."

    /// The test of most rows, the first of them where two are as frequent; nil where it is of one row.
    private static func usualTest(_ rows: [ListedStanding]) -> String? {
        let tests = rows.flatMap { $0.explanation?.chanceWords ?? [] }.map { Chance($0).chanceTest }.filter { !$0.isEmpty }
        let counts = Dictionary(tests.map { ($0, 1) }, uniquingKeysWith: +)
        guard let most = counts.values.max(), most > 1 else { return nil }
        return tests.first { counts[$0] == most }
    }
}

/// The section of rules that could not be judged: equal reasons are one row.
struct UnassessedView {
    struct Row {
        var unassessedTitle: String
        var unassessedMarks: [String]
        var unassessedPeriod: String
        var unassessedReason: String
        /// What the figures say, where they are there and only a judgement of them is not: one at most.
        var unassessedMessages: [String]
        /// What the figures have to do without, of all its areas.
        var unassessedShortfalls: [String]
        /// `29 wards`, or the name of the only area.
        var unassessedWhere: String
        var isMany: Bool
        var unassessedAreas: String
    }

    var unassessedLead = ListSection.notAssessed.lead
    var isEmpty: Bool
    var unassessedRows: [Row]

    init(_ list: BreachList) {
        unassessedRows = list.unassessed.map { rule in
            let names = rule.rows.map { PlainText.line($0.area.name) }
            return Row(
                unassessedTitle: PlainText.line(rule.rule.title),
                unassessedMarks: rule.rows.contains(where: \.isMade) ? [AlertView.madeMark] : [],
                unassessedPeriod: rule.period.title,
                unassessedReason: Self.words(rule), unassessedMessages: Self.messages(rule),
                unassessedShortfalls: Self.shortfalls(rule),
                unassessedWhere: names.count == 1 ? names[0] : "\(names.count) \(rule.level.plural)",
                isMany: names.count > 1,
                unassessedAreas: names.joined(separator: ", "))
        }
        isEmpty = unassessedRows.isEmpty
    }

    /// Areas mostly lack the same.
    private static func shortfalls(_ rule: UnassessedRule) -> [String] {
        var told: Set<String> = []
        return rule.rows.flatMap(\.shortfalls).filter { told.insert($0).inserted }.prefix(3).map(PlainText.line)
    }

    private static func messages(_ rule: UnassessedRule) -> [String] {
        switch rule.reason {
        case .noCounts, .tooSmall, .borderline:
            rule.rows.count == 1 ? rule.rows.map { PlainText.line($0.message + $0.denominators.inBrackets) } : []
        default: []
        }
    }

    /// What a module is, is nothing that a meeting needs to know.
    private static func words(_ rule: UnassessedRule) -> String {
        guard rule.reason != .moduleFailed else { return "Not computed: see the top of the page" }
        return "\(PlainText.sentence(rule.reason.words)): \(PlainText.line(rule.conclusion))"
    }
}

/// The rules of which the audience may not see how they stand.
struct WithheldView {
    struct Row {
        var withheldTitles: [String]
        var withheldAreas: String
    }

    /// Rules that are withheld in the same areas are one row.
    var withheldRows: [Row]

    init(_ list: BreachList) {
        var order: [String] = []
        var titles: [String: [String]] = [:]
        for rule in list.withheld {
            let areas = Self.words(rule)
            if titles[areas] == nil { order.append(areas) }
            titles[areas, default: []].append(PlainText.line(rule.rule.title))
        }
        withheldRows = order.map { Row(withheldTitles: titles[$0] ?? [], withheldAreas: $0) }
    }

    /// Every area by name, where it is no page of codes: `all 115 LSOAs`.
    private static func words(_ rule: WithheldRule) -> String {
        let byLevel = Dictionary(grouping: rule.areas, by: \.level).sorted { $0.value.count < $1.value.count }
        return byLevel.map { level, areas in
            areas.count > mostNamed && areas.count == rule.judged[level]
                ? "all \(areas.count) \(level.plural)" : areas.map { PlainText.line($0.name) }.joined(separator: ", ")
        }.joined(separator: ", ")
    }

    private static let mostNamed = 6
}

extension AreaLevel {
    /// `wards`, `LSOAs`.
    var plural: String { rawValue == "lsoa" ? "LSOAs" : "\(PlainText.line(title))s" }
}
