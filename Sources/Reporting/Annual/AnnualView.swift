import Charts
import Definitions
import Measures
import RuleLanguage

/// The report on a year, as the template `annual` shows it.
struct AnnualView {
    struct SummaryRow {
        var summaryPriority: String
        var summaryLink: String
        var summaryMet: String
        var summaryMissed: String
        var summaryUnknown: String
        var summaryRaised: String
        var summaryOpen: String
        var summaryActions: String
    }

    struct PrioritySection {
        var priorityTitle: String
        var priorityID: String
        var themes: [ThemeRows]
        var hasFigures: Bool
        var charts: [AlertView.Drawing]
        var hasCharts: Bool
        var hasAlerts: Bool
        var alertNote: String
        var alertRows: [AlertRow]
    }

    struct ThemeRows {
        var themeTitle: String
        /// One or none: that figures of it are made.
        var madeMarks: [String]
        var figureRows: [FigureRow]
    }

    struct FigureRow {
        var figureTitle: String
        var figureUnit: String
        var figurePeriod: String
        var figureNumber: String
        var figureMarks: [String]
        var figureBefore: String
        var figureTarget: String
        var figureResult: MeasuresView.Sign
    }

    struct AlertRow {
        var alertTitle: String
        var alertSeverity: String
        var alertArea: String
        var alertRaised: String
        var alertEnded: String
        var alertActions: [String]
        var alertUnanswered: Bool
    }

    var frame: PageFrame
    var yearTitle: String
    /// One or none: that the year has not ended, or that its figures are not final.
    var unfinished: [String]
    var summaryRows: [SummaryRow]
    var prioritySections: [PrioritySection]
    var changes: [String]
    var csvLink: String

    init(_ parts: [AnnualPriority], for reader: Reader, _ annual: AnnualInput, _ maker: ListMaker) {
        let year = annual.year
        yearTitle = year.title
        frame = PageFrame(
            "Annual report \(year.title)", subtitle: "\(reader.body.title), as of \(maker.input.asOf.title)", for: reader,
            crumbs: [], about: parts.map(\.priority), maker, hasCharts: true)
        unfinished =
            maker.input.asOf <= year.lastDay
            ? ["The year ends on \(year.lastDay.title): this report tells of a part of it."] : []
        summaryRows = parts.map { SummaryRow($0) }
        prioritySections = parts.map { PrioritySection($0, reader) }
        changes = Self.changes(parts, annual)
        csvLink = "annual-\(year.description.replacing("/", with: "-")).csv"
    }

    /// What changed in how things are counted and judged.
    private static func changes(_ parts: [AnnualPriority], _ annual: AnnualInput) -> [String] {
        let stated = parts.flatMap { part in
            part.figures.flatMap { figure -> [String] in
                let title = PlainText.line(figure.kpi.title)
                let steps = figure.kpi.declaration.steps.filter { annual.year.holds($0.at) }
                    .map { "\(title): counted otherwise from \($0.at.title) (\(PlainText.line($0.because)))" }
                let stretches = figure.kpi.declaration.exceptional.filter { $0.touches(annual.year) }.map {
                    "\(title): \($0.from.title) to \($0.to.title) is exceptional (\(PlainText.line($0.because)))"
                }
                return steps + stretches
            }
        }
        let edited =
            annual.editedOn.isEmpty
            ? [] : ["Definitions were edited before the runs of \(annual.editedOn.map(\.title).joined(separator: ", "))"]
        return stated + edited
    }
}

extension AnnualView.SummaryRow {
    init(_ part: AnnualPriority) {
        let missed = part.count(.missed) + part.count(.tolerated)
        let raised = part.alerts.count(where: \.isRaised)
        let before = part.alerts.count - raised
        let done = part.actions.count { $0.done != nil }
        let overdue = part.actions.count(where: \.isOverdue)
        let actions = [
            (done, "done"), (part.actions.count - done - overdue, "open"), (overdue, "overdue"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        self.init(
            summaryPriority: PlainText.line(part.priority.title), summaryLink: "#\(part.priority.id)",
            summaryMet: "\(part.count(.met))",
            summaryMissed: part.count(.tolerated) > 0 ? "\(missed) (\(part.count(.tolerated)) tolerated)" : "\(missed)",
            summaryUnknown: "\(part.count(.notKnown))",
            summaryRaised: before > 0 ? "\(raised), and \(before) from before" : "\(raised)",
            summaryOpen: "\(part.alerts.count { $0.episode.isOpen })",
            summaryActions: actions.isEmpty ? "None" : actions.joined(separator: ", "))
    }
}

extension AnnualView.PrioritySection {
    init(_ part: AnnualPriority, _ reader: Reader) {
        priorityTitle = PlainText.line(part.priority.title)
        priorityID = part.priority.id
        var order: [String] = []
        let byTheme = Dictionary(grouping: part.figures) { figure in
            let theme = figure.kpi.theme ?? "No theme named"
            if !order.contains(theme) { order.append(theme) }
            return theme
        }
        themes = order.map { theme in
            let figures = byTheme[theme] ?? []
            return AnnualView.ThemeRows(
                themeTitle: PlainText.line(theme),
                madeMarks: figures.contains { $0.now?.isMade == true } ? [AlertView.madeMark] : [],
                figureRows: figures.map(AnnualView.FigureRow.init))
        }
        hasFigures = !part.figures.isEmpty
        charts = part.figures.compactMap { part.charts[$0.kpi.id] }
            .map { AlertView.Drawing(caption: $0.title, drawing: $0.svg) }
        hasCharts = !charts.isEmpty
        alertRows = part.alerts.map(AnnualView.AlertRow.init)
        hasAlerts = !alertRows.isEmpty
        let hidden = reader.sight.isOpen ? "" : " Alerts that rest on withheld figures are not told."
        alertNote = (part.alerts.isEmpty ? "No alert stood open in the year." : "By the figures as now known.") + hidden
    }
}

extension AnnualView.FigureRow {
    init(_ figure: AnnualFigure) {
        self.init(
            figureTitle: PlainText.line(figure.kpi.title), figureUnit: PlainText.line(figure.kpi.unit.description),
            figurePeriod: figure.now?.period.title ?? "–",
            figureNumber: figure.now?.number ?? "Not told for the whole area", figureMarks: figure.now?.marks ?? [],
            figureBefore: figure.before?.number ?? "–",
            figureTarget: figure.target.map { Quantity($0, figure.kpi.unit).number } ?? "–",
            figureResult: MeasuresView.Sign(figure.result))
    }
}

extension AnnualView.AlertRow {
    init(_ alert: AnnualAlert) {
        self.init(
            alertTitle: PlainText.line(alert.rule.title), alertSeverity: PlainText.sentence(alert.rule.severity.rawValue),
            alertArea: PlainText.line(alert.area.name), alertRaised: alert.episode.began.title,
            alertEnded: alert.episode.isOpen ? "Open" : alert.episode.last.moved(by: 1).title,
            alertActions: alert.actions.map { PlainText.line($0.sentence) }, alertUnanswered: alert.actions.isEmpty)
    }
}

extension MeasuresView.Sign {
    /// Whether a target was met: by shape and word, and by colour.
    init(_ result: TargetResult) {
        let (shape, style) =
            switch result {
            case .met: ("●", "rag-green")
            case .tolerated: ("▲", "rag-amber")
            case .missed: ("■", "rag-red")
            case .none, .notKnown: ("–", "rag-unknown")
            }
        self.init(signShape: shape, signWord: result.words, signClass: style)
    }
}

extension Period {
    /// Whether a month lies in it.
    func holds(_ month: Month) -> Bool { firstMonth <= month && month <= lastMonth }
}
