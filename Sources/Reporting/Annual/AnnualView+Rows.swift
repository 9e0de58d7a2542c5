import Charts
import Definitions
import Measures
import RuleLanguage

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
        let told = part.figures.filter { $0.now.map { $0.reasonToWithhold == nil } ?? false }
        var order: [String] = []
        let byTheme = Dictionary(grouping: told) { figure in
            let theme = figure.kpi.theme ?? "No theme named"
            if !order.contains(theme) { order.append(theme) }
            return theme
        }
        themes = order.map { theme in
            let figures = byTheme[theme] ?? []
            return AnnualView.ThemeRows(
                themeTitle: PlainText.line(theme), figureRows: figures.map(AnnualView.FigureRow.init))
        }
        madeMarks = told.contains { $0.now?.isMade == true } ? [AlertView.madeMark] : []
        figureKey =
            FigureLegend(told.map { $0.before?.reasonToWithhold }, marks: told.flatMap { $0.now?.figureMarks ?? [] }).lines
        hasFigures = !told.isEmpty
        hasTargets = told.contains { $0.target != nil || $0.result != .none }
        columnCount = hasTargets ? 7 : 5
        withheldLines = WithheldNames(
            part.figures.compactMap { figure in
                figure.now?.reasonToWithhold.map {
                    WithheldNames.Name(title: PlainText.line(figure.kpi.title), reason: $0)
                }
            }
        ).lines
        let others = part.figures.filter { $0.now == nil }.map { PlainText.line($0.kpi.title) }
        partial = others.isEmpty ? [] : [others.joined(separator: "; ")]
        charts = part.figures.compactMap { part.charts[$0.kpi.id] }
            .map { AlertView.Drawing(caption: $0.title, drawing: $0.svg) }
        hasCharts = !charts.isEmpty
        alertRows = part.alerts.map { AnnualView.AlertRow($0, hasEnded: hasEnded) }
        hasAlerts = !alertRows.isEmpty
        hasActions = !part.actions.isEmpty
        let hidden = reader.sight.isOpen ? "" : " Alerts that rest on withheld figures are not told."
        let unanswered = part.actions.isEmpty ? " No action is recorded in answer to \(part.alerts.count == 1 ? "it" : "any")." : ""
        alertNote =
            (part.alerts.isEmpty ? "No alert stood open in the year." : "By the figures as now known.\(unanswered)") + hidden
    }
}

extension AnnualView.FigureRow {
    init(_ figure: AnnualFigure) {
        self.init(
            figureTitle: PlainText.line(figure.kpi.title), figureUnits: Self.units(figure.kpi),
            figurePeriod: figure.now?.period.title ?? "–",
            figureNumber: figure.now?.number ?? "Not told for the whole area",
            figureMarks: (figure.now?.marks ?? []) + (figure.isRestated ? ["Restated"] : []),
            figureBefore: figure.before?.number ?? "–", figureChange: figure.change?.sizeWords ?? [],
            figureChance: figure.change.map(MeasuresView.Sign.init)
                ?? MeasuresView.Sign(signShape: "–", signWord: "–", signClass: "rag-unknown"),
            figureTarget: figure.target.map { Quantity($0, figure.kpi.unit).number } ?? "–",
            figureResult: MeasuresView.Sign(figure.result))
    }

    /// Of a rate, in whose figure its unit does not stand.
    private static func units(_ kpi: KPI) -> [String] {
        guard case .rate = kpi.unit else { return [] }
        let words = PlainText.line(kpi.unit.description)
        return kpi.title.contains(words) ? [] : [words]
    }
}

extension AnnualView.AlertRow {
    init(_ alert: AnnualAlert, hasEnded: Bool) {
        self.init(
            alertTitle: PlainText.line(alert.rule.title), alertSeverity: PlainText.sentence(alert.rule.severity.rawValue),
            alertArea: PlainText.line(alert.area.name), alertRaised: alert.episode.began.title,
            alertEnded: alert.episode.isOpen
                ? (hasEnded ? "Open at the year's end" : "Open") : alert.episode.last.moved(by: 1).title,
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
        self.init(signShape: shape, signWord: result == .none ? "–" : result.words, signClass: style)
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
    func isWithin(_ other: Period?) -> Bool {
        other.map { $0.firstMonth <= firstMonth && lastMonth <= $0.lastMonth } ?? false
    }
}
