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
        /// Why figures are withheld.
        var withheldKey: [String]
        var figureRows: [FigureRow]
    }

    struct FigureRow {
        var figureTitle: String
        var figureUnit: String
        var figurePeriod: String
        var figureNumber: String
        var figureMarks: [String]
        var figureBefore: String
        /// One or none.
        var figureChange: [String]
        var figureChance: MeasuresView.Sign
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
    /// How many of its alerts stood open when.
    var openTitle: String
    /// What is told otherwise than when it was first told; none where nothing is.
    var restatedSections: [RestatedSection]
    var changes: [String]
    var hasChanges: Bool
    /// One, or none where no text is known to be edited.
    var editTables: [EditTable]
    var nothingChanged: Bool
    var notes: [String]
    var csvLink: String

    struct EditTable {
        var edits: [DefinitionChanges.Row]
    }

    struct RestatedSection {
        var restatedLines: [String]
    }

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
        let hasEnded = maker.input.asOf > year.lastDay
        openTitle = hasEnded ? "Open at its end" : "Open now"
        prioritySections = parts.map { PrioritySection($0, reader, hasEnded: hasEnded) }
        let restated = parts.flatMap(\.figures).flatMap { Self.restated($0, isOpen: reader.sight.isOpen) }
        restatedSections = restated.isEmpty ? [] : [RestatedSection(restatedLines: restated)]
        let edited = DefinitionChanges(annual, for: reader, maker.input.definitions)
        changes = Self.changes(parts, annual, edited)
        hasChanges = !changes.isEmpty
        editTables = edited.rows.isEmpty ? [] : [EditTable(edits: edited.rows)]
        nothingChanged = changes.isEmpty && edited.rows.isEmpty
        notes = AnnualNotes(parts, for: reader, annual, asOf: maker.input.asOf).lines
        csvLink = "annual-\(year.description.replacing("/", with: "-")).csv"
    }

    /// What is told otherwise than when it was first told. By how much hangs on a policy for readers who do not see every figure, together with all
    /// that other nights told them, so they hear that it is, and not by how much.
    private static func restated(_ figure: AnnualFigure, isOpen: Bool) -> [String] {
        figure.restated.map { restated in
            let title = "\(PlainText.line(figure.kpi.title)), \(restated.period.title)"
            let first = "first told on \(restated.toldSince.title)"
            guard isOpen || figure.kpi.isPublished, let told = restated.told, let before = told.before.value else {
                return "\(title): restated since it was \(first)"
            }
            let now = told.after.value.map { Quantity($0, figure.kpi.unit).description } ?? "taken back by its source"
            return "\(title): \(first) as \(Quantity(before, figure.kpi.unit)), now \(now)"
        }
    }

    /// What changed in how things are counted and judged.
    private static func changes(_ parts: [AnnualPriority], _ annual: AnnualInput, _ edited: DefinitionChanges) -> [String] {
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
        return stated + edited.notes
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
    init(_ part: AnnualPriority, _ reader: Reader, hasEnded: Bool) {
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
                withheldKey: WithheldLegend(figures.flatMap { [$0.now?.reasonToWithhold, $0.before?.reasonToWithhold] }).lines,
                figureRows: figures.map(AnnualView.FigureRow.init))
        }
        hasFigures = !part.figures.isEmpty
        charts = part.figures.compactMap { part.charts[$0.kpi.id] }
            .map { AlertView.Drawing(caption: $0.title, drawing: $0.svg) }
        hasCharts = !charts.isEmpty
        alertRows = part.alerts.map { AnnualView.AlertRow($0, hasEnded: hasEnded) }
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
            figureNumber: figure.now?.number ?? "Not told for the whole area", figureMarks: (figure.now?.marks ?? []) + (figure.isRestated ? ["Restated"] : []),
            figureBefore: figure.before?.number ?? "–", figureChange: figure.change?.sizeWords ?? [],
            figureChance: figure.change.map(MeasuresView.Sign.init) ?? MeasuresView.Sign(signShape: "–", signWord: "–", signClass: "rag-unknown"),
            figureTarget: figure.target.map { Quantity($0, figure.kpi.unit).number } ?? "–",
            figureResult: MeasuresView.Sign(figure.result))
    }
}

extension AnnualView.AlertRow {
    init(_ alert: AnnualAlert, hasEnded: Bool) {
        self.init(
            alertTitle: PlainText.line(alert.rule.title), alertSeverity: PlainText.sentence(alert.rule.severity.rawValue),
            alertArea: PlainText.line(alert.area.name), alertRaised: alert.episode.began.title,
            alertEnded: alert.episode.isOpen ? (hasEnded ? "Open at the year's end" : "Open") : alert.episode.last.moved(by: 1).title,
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

extension AnnualFigure {
    /// Whether the year's own figure is told otherwise than when it was first told.
    var isRestated: Bool { now?.observation != nil && restated.contains { $0.period.isWithin(now?.period) } }
}

extension Period {
    /// Whether a month lies in it.
    func holds(_ month: Month) -> Bool { firstMonth <= month && month <= lastMonth }

    /// Whether all of it lies in another; false where there is none.
    func isWithin(_ other: Period?) -> Bool { other.map { $0.firstMonth <= firstMonth && lastMonth <= $0.lastMonth } ?? false }
}
