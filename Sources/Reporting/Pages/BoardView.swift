import Charts
import Definitions
import Measures

/// One page for a board over all groups that report to it, as the template `board` shows it.
struct BoardView {
    struct GroupRow {
        var groupTitle: String
        var groupCounts: [Count]
        /// One or none: the copy of the group's list in the board's own folder.
        var groupLinks: [String]
    }

    struct Count {
        var countTitle: String
        var countNumber: Int
    }

    struct CompactRow {
        var compactTitle: String
        var compactArea: String
        var compactSince: String
        var compactMessage: String
        /// One or none.
        var compactDenominators: [String]
        var compactSeverity: String
        var compactClass: String
        var compactGroup: String
        var compactMarks: [String]
    }

    struct CompactSection {
        var sectionTitle: String
        var sectionID: String
        var sectionLead: String
        /// What the column of periods tells: since when, or of when.
        var sinceTitle: String
        /// What a range means, where there is one.
        var rangeNotes: [String]
        /// One or none: that all rows are of made figures.
        var madeMarks: [String]
        var compactRows: [CompactRow]
    }

    struct FullSection {
        var sectionTitle: String
        var sectionID: String
        var sectionLead: String
        var alerts: [AlertView]
    }

    var pageTitle: String
    var pageSubtitle: String
    var partnership: String
    var chartStyle = PageTemplates.chartStyle
    var banners: BannersView
    var readerNote: [String]
    /// One or none: that no group has an alert.
    var nothing: [String]
    var overview: OverviewParts
    /// Whether the groups' lists are made with the page.
    var hasLists: Bool
    var countTitles: [String]
    var groupRows: [GroupRow]
    var fullSections: [FullSection]
    var compactSections: [CompactSection]
    /// One or none: the names of the sections that are empty.
    var emptySections: [String]
    var watched: String
    var homeLink = FolderNames.indexName

    init(_ site: ReaderSite) {
        let (board, lists, maker, folders) = (site.reader.body, site.reader.lists, site.maker, site.folders)
        overview = OverviewParts(for: site.reader, site)
        hasLists = site.hasLists
        pageTitle = PlainText.line(board.title)
        pageSubtitle = "All priorities, as of \(maker.input.asOf.title)"
        partnership = PlainText.line(maker.input.definitions.partnership.name)
        var notes = ListNotes()
        notes.holdsMadeRecords = maker.input.holdsMadeRecords
        var failed: Set<String> = []
        for failure in lists.flatMap(\.notes.moduleFailures) where failed.insert(failure.priority.id).inserted {
            notes.moduleFailures.append(failure)
        }
        banners = BannersView(notes)
        readerNote = BreachListView.readerNote(site.reader.audience)
        nothing =
            lists.allSatisfy(\.hasNoAlerts)
            ? ["Nothing to report: no group has a new, worse, continuing, recovered or withdrawn alert."] : []
        let copied = Set(maker.groups(copiedTo: board).map(\.id))
        let withholds = lists.contains { !$0.withheld.isEmpty }
        countTitles = ListSection.allCases.map(\.title) + (withholds ? ["Withheld"] : [])
        groupRows = lists.map { list in
            GroupRow(
                groupTitle: PlainText.line(list.group.title),
                groupCounts: ListSection.allCases.map { Count(countTitle: $0.title, countNumber: list[$0].count) }
                    + (withholds
                        ? [Count(countTitle: "Withheld", countNumber: list.withheld.reduce(0) { $0 + $1.areas.count })]
                        : []),
                groupLinks: copied.contains(list.group.id) ? [folders.name(.page, of: list.group, for: board)] : [])
        }
        watched = lists.map { "\(PlainText.line($0.group.title)): \(BreachListView.watched($0))" }.joined(separator: "; ")
        let merged = MergedRows(lists)
        var number = 0
        fullSections = [ListSection.new, .worse].map { section in
            let alerts = merged[section].map { entry in
                number += 1
                var view = AlertView(
                    entry.row, chartID: "chart-\(number)", isFull: true, hasDetails: number <= BreachListView.mostDetailed)
                view.facts.append(AlertView.Fact(term: "Group", definition: entry.groups))
                return view
            }
            return FullSection(
                sectionTitle: section.title, sectionID: section.identifier, sectionLead: section.lead,
                alerts: alerts)
        }.filter { !$0.alerts.isEmpty }
        compactSections = [ListSection.continuing, .recovered, .withdrawn, .withinChance].map { section in
            let entries = merged[section]
            let areMade = entries.allSatisfy(\.row.isMade)
            let rows = entries.map { CompactRow($0.row, groups: $0.groups, tellsMade: !areMade) }
            return CompactSection(
                sectionTitle: section.title, sectionID: section.identifier, sectionLead: section.lead,
                sinceTitle: section == .continuing ? "Since" : "Period",
                rangeNotes: entries.contains(where: \.row.isRange) ? [ListedStanding.rangeWords] : [],
                madeMarks: areMade ? [AlertView.madeMark] : [], compactRows: rows)
        }.filter { !$0.compactRows.isEmpty }
        emptySections = ListSection.emptyWords(
            { merged[$0].isEmpty }, of: lists.allSatisfy(\.hasNoAlerts) ? [.withinChance] : ListSection.alerts + [.withinChance])
    }
}

extension BoardView.CompactRow {
    /// `p = 0.056`, of a row that is within chance.
    private static func chance(_ row: ListedStanding) -> [String] {
        guard row.section == .withinChance, let words = row.explanation?.chanceWords.first else { return [] }
        return [WithinChanceView.Chance(words).chanceFigure]
    }

    /// - Parameter tellsMade: false where the whole table is said to hold made figures.
    init(_ row: ListedStanding, groups: String, tellsMade: Bool = true) {
        self.init(
            compactTitle: PlainText.line(row.rule.title), compactArea: PlainText.line(row.area.name),
            compactSince: (row.since ?? row.period).title, compactMessage: PlainText.line(row.message),
            compactDenominators: row.denominators.sentences,
            compactSeverity: PlainText.sentence(row.rule.severity.rawValue), compactClass: row.rule.severity.rawValue,
            compactGroup: groups, compactMarks: Self.chance(row) + AlertView.marks(row, tellsMade: tellsMade))
    }
}
