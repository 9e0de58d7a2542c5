import Alerting
import Definitions
import Measures

/// The section of restated figures, as the template `restated` shows it.
struct RestatedView {
    struct Change {
        var changeTitle: String
        var changeArea: String
        var changeWords: String
        /// What the rule said before and says now; none where the readers see rounded figures.
        var changeMessages: [Messages]
    }

    struct ChangeList {
        var isFolded: Bool
        var foldTitle: String
        var changes: [Change]
    }

    struct Messages {
        var messageBefore: String
        var messageAfter: String
    }

    struct FigureTable {
        var isFolded: Bool
        var foldTitle: String
        var figureRows: [Row]
    }

    struct Row {
        var figureTitle: String
        var figureMarks: [String]
        var figureArea: String
        var figurePeriod: String
        var figureBefore: String
        var figureAfter: String
        var figureSince: String
        var figureVerdicts: [String]
    }

    /// Rows that stand open, and rows on the page at all; the CSV has every one.
    static let mostOpen = 12
    static let most = 120

    var restatedLead = "Figures that earlier lists told otherwise or could not tell, and the past verdicts that they change."
    /// One or none: that the definitions were edited too.
    var restatedCaution: [String]
    var restatedLink: String
    var hasChanges: Bool
    var hasFigures: Bool
    var changeLists: [ChangeList]
    var figureTables: [FigureTable]
    /// One or none: that the page does not show all.
    var restatedCut: [String]

    /// - Parameter link: the same figures as CSV, seen from the page.
    init(_ list: BreachList, link: String) {
        restatedLink = link
        restatedCaution =
            list.definitionsWereEdited
            ? [
                "The definitions were edited since the last list. A figure may be otherwise for that, and not for its source."
            ] : []
        let changes = list.rejudged.map { rejudged in
            Change(
                changeTitle: PlainText.line(rejudged.rule.title), changeArea: PlainText.line(rejudged.area.name),
                changeWords: rejudged.words,
                changeMessages: rejudged.messages.map {
                    [Messages(messageBefore: PlainText.line($0.before), messageAfter: PlainText.line($0.after))]
                } ?? [])
        }
        hasChanges = !changes.isEmpty
        hasFigures = !list.restatements.isEmpty
        changeLists = [ChangeList(isFolded: false, foldTitle: "", changes: Array(changes.prefix(Self.mostOpen)))]
        let folded = changes.dropFirst(Self.mostOpen)
        if !folded.isEmpty {
            changeLists.append(
                ChangeList(
                    isFolded: true, foldTitle: PlainText.counted(folded.count, "more verdict"), changes: Array(folded)))
        }
        let rows = list.restatements.prefix(Self.most).compactMap { restated in restated.told.map { Row(restated, $0) } }
        let rest = rows.dropFirst(Self.mostOpen)
        figureTables =
            rows.isEmpty ? [] : [FigureTable(isFolded: false, foldTitle: "", figureRows: Array(rows.prefix(Self.mostOpen)))]
        if !rest.isEmpty {
            figureTables.append(
                FigureTable(
                    isFolded: true, foldTitle: PlainText.counted(rest.count, "more figure"), figureRows: Array(rest)))
        }
        let cut = list.restatements.count - rows.count
        restatedCut = cut > 0 ? ["\(PlainText.counted(cut, "more figure")) in the CSV file."] : []
    }
}

extension RestatedView.Row {
    init(_ restatement: ListedRestatement, _ told: ListedRestatement.Told) {
        figureTitle = PlainText.line(restatement.kpi.title)
        figureArea = PlainText.line(restatement.area.name)
        figurePeriod = restatement.period.title
        figureMarks = []
        if told.before.made || told.after.made { figureMarks.append(AlertView.madeMark) }
        if restatement.wasProvisional { figureMarks.append("Was provisional") }
        if told.isRounded { figureMarks.append("Rounded figures") }
        func words(_ observation: Observation) -> String {
            observation.words(in: restatement.kpi.unit)
                ?? "taken back (\(observation.state.words))"
        }
        figureBefore = words(told.before)
        figureAfter = words(told.after)
        figureSince = restatement.toldSince.title
        figureVerdicts =
            restatement.verdicts.isEmpty
            ? ["None"]
            : restatement.verdicts.map { "\(PlainText.line($0.rule.title)), \($0.period.title)" }
    }
}
