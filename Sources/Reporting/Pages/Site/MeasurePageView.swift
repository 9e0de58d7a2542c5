import Alerting
import Charts
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// The page of one KPI, as the template `measure` shows it.
struct MeasurePageView {
    var frame: PageFrame
    /// How it stands in the whole area; none where it is told for parts of it alone.
    var wholeLines: [MeasureLine]
    /// One or none: that figures are made.
    var madeMarks: [String]
    /// One or none: why the newest figure is withheld.
    var whyWithheld: [String]
    /// What the marks beside it mean.
    var figureKey: [String]
    /// One or none: that nothing is set that the figure is held against.
    var unset: [String]
    /// Its course, with limits where there are any.
    var charts: [AlertView.Drawing]
    var nothing: [String]
    var areaTables: [AreaFiguresView]
    var periodTables: [PeriodFiguresView]
    var hasPeriods: Bool
    var hasRules: Bool
    var ruleRows: [RuleRow]
    var historyNote: String
    var hasEpisodes: Bool
    var episodes: [EpisodeRow]
    var facts: [AlertView.Fact]
    var vintages: [VintageRow]
    var hasRestated: Bool
    var restatedRows: [RestatedRow]
    var dataFacts: [AlertView.Fact]

    struct RuleRow {
        var ruleTitle: String
        var ruleCondition: String
        var ruleSeverity: String
        var ruleClass: String
        var ruleOpen: [RuleOpen]
        var ruleRest: String
    }

    /// An area in which the rule's alert is open.
    struct RuleOpen {
        var openSince: String
        var openMessage: String
    }

    struct EpisodeRow {
        var episodeRule: String
        var episodeArea: String
        var episodeBegan: String
        var episodeEnded: String
        var episodeFired: String
    }

    struct VintageRow {
        var vintageTitle: String
        var vintageLast: String
        /// One, or none where nothing is late.
        var vintageLate: [String]
        var vintageNext: String
    }

    struct RestatedRow {
        var restatedArea: String
        var restatedPeriod: String
        var restatedBefore: String
        var restatedAfter: String
        var restatedSince: String
    }

    /// The newest that are listed, of alerts that have come and gone.
    private static let mostEpisodes = 40
    private static let mostRestated = 40

    init(_ kpi: KPI, of priority: Priority, for reader: Reader, _ site: ReaderSite) {
        let geography = site.maker.input.definitions.partnership.geography
        let whole = geography.whole.flatMap { geography.areas(at: $0).first }
        frame = PageFrame(
            kpi.title, subtitle: "\(priority.title), as of \(site.maker.input.asOf.title)", for: reader,
            crumbs: site.crumbs(above: "../"), about: [priority], site.maker, hasCharts: true)
        let level = whole.flatMap { site.readings[kpi, priority, $0.level] }
        madeMarks = level?.latest.values.contains { $0.figure.isMade } == true ? [AlertView.madeMark] : []
        let history = MeasureHistory(of: kpi, priority, for: reader, site.maker)
        whyWithheld = []
        figureKey = []
        unset = []
        wholeLines = []
        charts = []
        if let whole, let level, let latest = level.latest[whole.code] {
            wholeLines = [
                MeasureLine(
                    level, latest, in: whole.code, reader.measure(kpi, of: priority, in: whole.code),
                    link: "#history")
            ]
            whyWithheld = wholeLines.compactMap { $0.reasonToWithhold?.words }
            figureKey = FigureLegend([], marks: wholeLines.flatMap(\.figureMarks)).lines
            unset = wholeLines.compactMap(\.unset)
            charts = level.reading.charts(
                of: whole.code, named: PlainText.line(whole.name), id: "course",
                alerting: history.openPeriods(in: whole.code)
            ).map { AlertView.Drawing(caption: $0.title, drawing: $0.svg) }
        }
        areaTables = geography.pagedLevels.compactMap { paged in
            site.readings[kpi, priority, paged].map { AreaFiguresView($0, priority, for: reader, site) }
        }
        periodTables = kpi.grains.compactMap { grain in
            whole.flatMap { PeriodFiguresView(kpi, in: $0, by: grain, site) }
        }
        hasPeriods = !periodTables.isEmpty
        nothing =
            wholeLines.isEmpty && areaTables.isEmpty ? ["Nothing to report: no figure of this measure is due yet."] : []
        ruleRows = history.rules.map { RuleRow($0, history, reader) }
        hasRules = !ruleRows.isEmpty
        let told = history.episodes.sorted {
            ($0.episode.began.lastMonth, $0.order) > ($1.episode.began.lastMonth, $1.order)
        }
        episodes = told.prefix(Self.mostEpisodes).map { EpisodeRow($0) }
        hasEpisodes = !episodes.isEmpty
        historyNote = Self.historyNote(told.count, isOpen: reader.sight.isOpen)
        facts = DefinitionFacts(kpi, of: priority, site.maker.input.definitions).facts
        let editions = site.maker.editions(of: Set(kpi.datasets), reader.sight.figures)
        vintages = editions.map(VintageRow.init)
        let restated =
            reader.lists.first { list in list.restatements.contains { $0.kpi.id == kpi.id } }?.restatements
            .filter { $0.kpi.id == kpi.id && $0.told != nil } ?? []
        restatedRows = restated.prefix(Self.mostRestated).map(RestatedRow.init)
        hasRestated = !restatedRows.isEmpty
        dataFacts = Self.dataFacts(kpi, of: priority, level, whole, site)
    }

    private static func historyNote(_ count: Int, isOpen: Bool) -> String {
        guard count > 0 else {
            return isOpen ? "No alert was raised." : "No alert is told. One that rests on withheld figures would not be."
        }
        let shown = count > mostEpisodes ? "The newest \(mostEpisodes) of \(count)." : ""
        let hidden = isOpen ? "" : "Alerts that rest on withheld figures are not told."
        return [shown, hidden].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func dataFacts(
        _ kpi: KPI, of priority: Priority, _ level: LevelReading?, _ whole: Area?, _ site: ReaderSite
    ) -> [AlertView.Fact] {
        var facts = [AlertView.Fact(term: "As of", definition: site.maker.input.asOf.title)]
        if let level, let whole, let area = level.reading.course.place(of: whole.code) {
            let figures = (0..<level.reading.course.frame.periodCount).map { level.reading.figure(area: area, period: $0) }
            if let first = figures.first(where: { $0.value != nil }), let last = figures.last(where: { $0.value != nil }) {
                facts.append(AlertView.Fact(term: "Figures", definition: "\(first.period.title) to \(last.period.title)"))
            }
            let provisional = figures.filter { $0.observation?.provisional == true && $0.value != nil }
            if let first = provisional.first {
                facts.append(AlertView.Fact(term: "Provisional", definition: "From \(first.period.title)"))
            }
            let vintages = DenominatorVintages(
                figures.compactMap { figure in
                    figure.observation.map {
                        KPIStatus.Figure(kpi: kpi, area: whole.code, period: figure.period, observation: $0)
                    }
                })
            if let words = vintages.words { facts.append(AlertView.Fact(term: "Divided by", definition: words)) }
            if let sources = figures.last(where: { $0.value != nil })?.observation?.sources {
                facts.append(
                    AlertView.Fact(
                        term: "Sources in", definition: "\(sources.received) of \(sources.expected), in the newest"))
            }
        }
        return facts
    }
}

extension MeasurePageView.RuleRow {
    init(_ rule: Rule, _ history: MeasureHistory, _ reader: Reader) {
        ruleTitle = PlainText.line(rule.title)
        ruleCondition = PlainText.line(rule.program.source.when)
        ruleSeverity = PlainText.sentence(rule.severity.rawValue)
        ruleClass = rule.severity.rawValue
        let rows = history.rows[rule.id] ?? []
        let open = rows.filter(\.state.isOpen)
        ruleOpen = open.map { row in
            MeasurePageView.RuleOpen(
                openSince: (row.since ?? row.period).title, openMessage: PlainText.line(row.lineMessage))
        }
        let withheld = reader.withheld.count { $0.rule == rule.id }
        let judged = history.judgedAreas[rule.id] ?? 0
        let others: [(Int, String)] = [
            (rows.count { $0.section == .recovered || $0.section == .withdrawn }, "ended"),
            (rows.count { $0.section == .withinChance }, "within chance"),
            (rows.count { $0.section == .notAssessed && !$0.state.isOpen }, "not assessed"), (withheld, "withheld"),
            (max(0, judged - rows.count - withheld), "quiet"),
        ]
        let words = others.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        ruleRest =
            "\(PlainText.counted(judged, "area")) watched: \(([open.isEmpty ? nil : "\(open.count) open"].compactMap(\.self) + words).joined(separator: ", "))"
    }
}

extension MeasurePageView.EpisodeRow {
    init(_ told: MeasureHistory.Told) {
        let episode = told.episode
        self.init(
            episodeRule: PlainText.line(told.rule.title), episodeArea: PlainText.line(told.area.name),
            episodeBegan: episode.began.title, episodeEnded: episode.isOpen ? "Open" : episode.last.moved(by: 1).title,
            episodeFired: "\(episode.fired) of \(episode.last.ordinal - episode.began.ordinal + 1)")
    }
}

extension MeasurePageView.VintageRow {
    init(_ dataset: DatasetEditions) {
        let row = CompletenessView.Row(dataset)
        self.init(
            vintageTitle: row.dataTitle, vintageLast: row.dataLastIn, vintageLate: row.isLate ? [row.dataLate.joined(separator: "; ")] : [],
            vintageNext: row.dataNext)
    }
}

extension MeasurePageView.RestatedRow {
    init(_ restatement: ListedRestatement) {
        let words = { (observation: Observation?) in observation?.words(in: restatement.kpi.unit) ?? "Taken back" }
        self.init(
            restatedArea: PlainText.line(restatement.area.name), restatedPeriod: restatement.period.title,
            restatedBefore: words(restatement.told?.before), restatedAfter: words(restatement.told?.after),
            restatedSince: restatement.toldSince.title)
    }
}
