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
        /// One or none: that figures are made.
        var madeMarks: [String]
        /// What the words and marks beside the figures mean.
        var figureKey: [String]
        /// Of the measures that are told for the whole area and not withheld.
        var themes: [ThemeRows]
        var hasFigures: Bool
        /// Whether any of them has a target.
        var hasTargets: Bool
        var columnCount: Int
        /// The measures that are withheld, a line for each reason.
        var withheldLines: [WithheldNames.Line]
        /// One or none: the measures that are not told for the whole area.
        var partial: [String]
        var charts: [AlertView.Drawing]
        var hasCharts: Bool
        var hasAlerts: Bool
        var alertNote: String
        /// Whether any action is recorded in answer to them.
        var hasActions: Bool
        var alertRows: [AlertRow]
    }

    struct ThemeRows {
        var themeTitle: String
        var figureRows: [FigureRow]
    }

    struct FigureRow {
        var figureTitle: String
        /// One, or none where the figure or the title says it.
        var figureUnits: [String]
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
