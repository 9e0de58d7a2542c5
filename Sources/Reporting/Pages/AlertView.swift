import Alerting
import Charts
import Definitions
import Measures
import RuleLanguage

/// An alert as the template `alert` shows it. Every text is plain: the template escapes it.
struct AlertView {
    struct Fact {
        var term: String
        var definition: String
    }

    struct Condition {
        var conditionSubject: String
        var conditionFigure: String
        var conditionThreshold: String
    }

    struct Drawing {
        var caption: String
        /// Markup, drawn by `Charts`; all that a page takes unescaped.
        var drawing: String
    }

    var alertTitle: String
    var alertArea: String
    var alertPeriod: String
    var severity: String
    var severityClass: String
    var message: String
    /// One or none: of when the denominators of its rates are.
    var denominators: [String]
    /// One or none: what a range means.
    var rangeNotes: [String]
    var marks: [String]
    /// One or none.
    var conditions: [Condition]
    /// What the figures have to do without.
    var shortfalls: [String]
    /// Who knows of it, and who keeps it out of the notices.
    var standingMarks: [String]
    /// One or none: the alerts that are told under it.
    var folds: [FoldedView]
    var responses: [String]
    /// What is done in answer to it, a sentence each.
    var actions: [String]
    var facts: [Fact]
    /// Whether the chart stands open beside the message; otherwise it is folded with the workings.
    var chartIsOpen: Bool
    /// The course of the figure, and its place among other areas.
    var charts: [Drawing]
    /// One or none.
    var workings: [WorkingsView]
    var isFolded: Bool

    /// - Parameters:
    ///   - chartID: unique on the page.
    ///   - isFull: whether the chart stands open beside the message, or is folded with the workings.
    ///   - hasDetails: whether there are a chart and workings at all.
    init(_ row: ListedStanding, chartID: String, isFull: Bool, hasDetails: Bool) {
        alertTitle = PlainText.line(row.rule.title)
        alertArea = PlainText.line(row.area.name)
        alertPeriod = row.period.title
        severity = PlainText.sentence(row.rule.severity.rawValue)
        severityClass = row.section.hasEnded ? "recovered" : row.rule.severity.rawValue
        message = PlainText.line(row.message)
        denominators = row.denominators.sentences
        rangeNotes = row.isRange ? [ListedStanding.rangeWords] : []
        marks = Self.marks(row)
        conditions =
            row.comparison.map {
                [
                    Condition(
                        conditionSubject: PlainText.line($0.subject), conditionFigure: PlainText.line($0.figure),
                        conditionThreshold: PlainText.line($0.threshold))
                ]
            } ?? []
        shortfalls = row.shortfalls.map(PlainText.line)
        standingMarks = [row.acknowledgement, row.silence].compactMap { $0.map { PlainText.line($0.sentence) } }
        folds = row.folded.isEmpty ? [] : [FoldedView(row)]
        responses = row.section.hasEnded ? [] : row.rule.respond.map { [PlainText.line($0)] } ?? []
        actions = row.actions.map { PlainText.line($0.sentence) }
        facts = Self.facts(row)
        chartIsOpen = isFull
        charts =
            (hasDetails ? row.trend : nil).map { trend in
                [Drawing(caption: trend.title, drawing: trend.chart(id: chartID).svg)]
            } ?? []
        if hasDetails, let funnel = row.funnel?.chart(id: "\(chartID)-funnel") {
            charts.append(Drawing(caption: funnel.title, drawing: funnel.svg))
        }
        workings = (hasDetails ? row.explanation : nil).map { [WorkingsView($0)] } ?? []
        isFolded = (!isFull && !charts.isEmpty) || !workings.isEmpty
    }

    static let madeMark = "Made sample data"

    /// - Parameter tellsMade: false where the whole table is said to hold made figures.
    static func marks(_ row: ListedStanding, tellsMade: Bool = true) -> [String] {
        var marks: [String] = []
        if row.isMade, tellsMade { marks.append(madeMark) }
        if row.isProvisional { marks.append("Provisional") }
        if row.isRounded { marks.append("Rounded figures") }
        if row.acknowledgement != nil { marks.append("Acknowledged") }
        if row.silence != nil { marks.append("Silenced") }
        let overdue = row.actions.count(where: \.isOverdue)
        if overdue > 0 { marks.append(overdue == 1 ? "Action overdue" : "\(overdue) actions overdue") }
        if !row.folded.isEmpty { marks.append("Folds \(PlainText.counted(row.folded.count, "alert"))") }
        return marks
    }

    private static func facts(_ row: ListedStanding) -> [Fact] {
        var facts: [Fact] = []
        if let since = row.since {
            facts.append(Fact(term: "Since", definition: since == row.period ? "\(since.title) (this period)" : since.title))
        }
        facts.append(Fact(term: "Now", definition: now(row)))
        if let theme = row.rule.theme { facts.append(Fact(term: "Theme", definition: PlainText.line(theme))) }
        facts.append(Fact(term: "Owner", definition: PlainText.line(row.rule.owner ?? "none named")))
        return facts
    }

    /// The verdict of the period judged and the alert's state, for a reader who knows neither word.
    private static func now(_ row: ListedStanding) -> String {
        if row.section == .recovered { return "Recovered" }
        if row.section == .withdrawn { return "Withdrawn: on the figures as since revised it would not have been raised" }
        switch row.verdict {
        case .fired: return "Threshold met"
        case .withinChance: return "Threshold met this period, within chance; the alert stands until it clears"
        case .didNotFire:
            return row.isProvisional
                ? "Threshold not met on provisional figures; the alert stands until they are final"
                : "Threshold not met this period, not yet clear of it; the alert stands"
        case .notAssessed(let reason): return "Could not be judged this period (\(reason.words)); the alert stands"
        }
    }
}
