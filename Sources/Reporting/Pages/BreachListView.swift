import Charts
import Definitions
import Measures

/// A group's list as the template `breaches` shows it.
struct BreachListView {
    struct SummaryCell {
        var sectionTitle: String
        var sectionID: String
        var sectionCount: Int
        /// What is empty has no place on the page to lead to.
        var isEmpty: Bool
    }

    struct AlertSection {
        var sectionTitle: String
        var sectionID: String
        var sectionLead: String
        var alerts: [AlertView]
    }

    /// Beyond so many alerts a page shows no more charts and workings, so that it stays light to send and to open.
    static let mostDetailed = 15

    var pageTitle: String
    var pageSubtitle: String
    var partnership: String
    var readerNote: [String]
    var chartStyle = PageTemplates.chartStyle
    var banners: BannersView
    /// Marks that have run out.
    var expired: [String]
    var summary: [SummaryCell]
    var nothing: [String]
    /// One or none: that not every alert has its chart and workings here.
    var cut: [String]
    /// One or none: an empty list says it in a sentence of its own.
    var watched: [String]
    /// Those that hold any.
    var alertSections: [AlertSection]
    var chance: WithinChanceView
    var unassessed: UnassessedView
    var withheld: [WithheldView]
    /// One, or none where no KPI has a status rule.
    var measuresSection: [MeasuresView]
    /// One, or none where no dataset of the list comes by the period.
    var completenessSection: [CompletenessView]
    var quality: QualityView
    /// One or none: the names of the parts that are empty.
    var emptySections: [String]
    /// One, or none where nothing was restated.
    var restatedSection: [RestatedView]
    var homeLink = FolderNames.indexName
    /// The reader's page over all measures and areas.
    var overviewLink: String
    var csvLink: String
    var jsonLink: String

    /// - Parameters:
    ///   - file: the name of a file beside the page that holds a part of the list.
    init(_ list: BreachList, file: (ListFile) -> String) {
        overviewLink = FolderNames.overviewName(list.reader)
        csvLink = file(.alertsCSV)
        jsonLink = file(.json)
        pageTitle = PlainText.line(list.group.title)
        pageSubtitle = "Alerts as of \(list.asOf.title)"
        partnership = PlainText.line(list.partnership)
        readerNote = Self.readerNote(list.audience)
        banners = BannersView(list.notes)
        watched = list.hasNoAlerts ? [] : [Self.watched(list)]
        nothing = list.hasNoAlerts ? [Self.nothing(list)] : []
        cut =
            list.alerts.count > Self.mostDetailed
            ? ["Charts and workings are given for the first \(Self.mostDetailed) alerts; the JSON file has all workings, and the pages of the measures have their charts."]
            : []
        expired = list.expired.map { PlainText.line($0.sentence) }
        var number = 0
        alertSections = ListSection.alerts.map { section in
            let alerts = list[section].map { row in
                number += 1
                return AlertView(
                    row, chartID: "chart-\(number)", isFull: section == .new || section == .worse,
                    hasDetails: number <= Self.mostDetailed)
            }
            return AlertSection(
                sectionTitle: section.title, sectionID: section.identifier, sectionLead: section.lead, alerts: alerts)
        }.filter { !$0.alerts.isEmpty }
        chance = WithinChanceView(list[.withinChance])
        unassessed = UnassessedView(list)
        withheld = list.withheld.isEmpty ? [] : [WithheldView(list)]
        measuresSection = list.measures.isEmpty ? [] : [MeasuresView(list.measures, link: file(.measures))]
        completenessSection = list.hasEditions ? [CompletenessView(list, link: file(.completeness))] : []
        quality = QualityView(list.notes)
        restatedSection = list.hasRestatements ? [RestatedView(list, link: file(.restatements))] : []
        summary = ListSection.allCases.map { section in
            let count = list[section].count
            return SummaryCell(
                sectionTitle: section.title, sectionID: section.identifier, sectionCount: count, isEmpty: count == 0)
        }
        emptySections = Self.emptySections(list, qualityIsEmpty: quality.isEmpty)
    }

    /// A list without any alert has said so of theirs.
    private static func emptySections(_ list: BreachList, qualityIsEmpty: Bool) -> [String] {
        ListSection.emptyWords(
            { list[$0].isEmpty }, of: list.hasNoAlerts ? [.withinChance, .notAssessed] : ListSection.allCases,
            others: qualityIsEmpty ? ["data quality"] : [])
    }

    /// What the audience does not see, where there is something.
    static func readerNote(_ audience: Audience?) -> [String] {
        guard let audience, audience.withholdUpTo > 0 || audience.roundTo > 1 else { return [] }
        var rules: [String] = []
        if audience.withholdUpTo > 0 { rules.append("counts from 1 to \(audience.withholdUpTo) are withheld, and what they would follow from") }
        if audience.roundTo > 1 { rules.append("counts are rounded to the nearest \(audience.roundTo)") }
        return [
            "For \(PlainText.line(audience.title)): \(rules.joined(separator: ", ")). Rules are judged on the exact figures."
        ]
    }

    static func watched(_ list: BreachList) -> String {
        "\(PlainText.counted(list.watched.rules, "rule")) watched over \(PlainText.counted(list.watched.areas, "area")) "
            + "(\(PlainText.counted(list.watched.judgements, "judgement")))"
    }

    private static func nothing(_ list: BreachList) -> String {
        let unassessed = list[.notAssessed].count
        guard unassessed == 0 || unassessed < list.watched.judgements else {
            return "Nothing could be judged, so nothing can be reported. \(watched(list)): see Not assessed."
        }
        var words = "Nothing to report: no alert is new, worse, continuing, recovered or withdrawn. \(watched(list))."
        if unassessed > 0 { words += " \(PlainText.counted(unassessed, "judgement")) could not be made: see Not assessed." }
        if !list.rejudged.isEmpty {
            words += " \(PlainText.counted(list.rejudged.count, "verdict")) on the past changed: see Restated figures."
        }
        if !list.withheld.isEmpty { words += " Some standings are withheld from this page's readers." }
        return words
    }
}
