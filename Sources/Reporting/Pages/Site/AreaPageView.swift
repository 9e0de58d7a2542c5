import Alerting
import Definitions
import Disclosure
import Measures
import Mustache

/// The page of one area: every priority in one place, as the template `area` shows it.
struct AreaPageView {
    struct Part {
        var partTitle: String
        var partID: String
        /// One or none: that figures are made.
        var madeMarks: [String]
        /// What the words and marks beside the figures mean.
        var figureKey: [String]
        var hasLines: Bool
        /// Whether bounds for a status are set for any of them.
        var hasStatusColumn: Bool
        var areaLines: [Line]
        /// The measures that are withheld here, a line for each reason.
        var withheldLines: [WithheldNames.Line]
    }

    /// A KPI in the area, against the whole and against the areas like it.
    struct Line: MustacheParent {
        var line: MeasureLine
        var wholeFigure: String
        /// For the table's legend; nil where it is shown, or there is none.
        var wholeReason: WithholdingReason?
        var alikeFigure: String
        var rankWords: String
        /// One or none.
        var funnelWords: [String]

        func child(named name: String) -> Any? {
            switch name {
            case "wholeFigure": wholeFigure
            case "alikeFigure": alikeFigure
            case "rankWords": rankWords
            case "funnelWords": funnelWords
            default: line.child(named: name)
            }
        }
    }

    struct Link {
        var linkTitle: String
        var linkPath: String
    }

    var frame: PageFrame
    /// What the reader should know of its bounds.
    var areaNotes: [String]
    var neighbours: [Link]
    var hasNeighbours: Bool
    /// With what it is compared, and the head of its column.
    var alikeWords: String
    var alikeTitle: String
    var wholeName: String
    /// One or none: of when the people are by whom rates are divided.
    var denominators: [String]
    var hasAlerts: Bool
    var alertRows: [BoardView.CompactRow]
    /// One or none: how much of it the reader may not know.
    var withheldWords: [String]
    /// Those with a measure of this level.
    var parts: [Part]
    /// One or none: the names of the others.
    var otherParts: [String]
    /// Whether any measure has a row.
    var hasFigures: Bool

    init(_ area: Area, for reader: Reader, _ site: ReaderSite) {
        let geography = site.maker.input.definitions.partnership.geography
        let whole = geography.whole.flatMap { geography.areas(at: $0).first }
        frame = PageFrame(
            area.name, subtitle: "\(PlainText.sentence(area.level.title)), as of \(site.maker.input.asOf.title)",
            for: reader,
            crumbs: site.crumbs(above: "../", withAreas: true), about: reader.parts.map(\.priority), site.maker,
            hasCharts: false)
        areaNotes = area.note.map { [PlainText.line($0)] } ?? []
        neighbours = (site.links.plan.neighbours[area.code] ?? []).compactMap { other in
            site.links.area(other.code).map {
                Link(
                    linkTitle: "\(PlainText.line(other.name)) (\(other.level.title))", linkPath: "../\($0)")
            }
        }
        hasNeighbours = !neighbours.isEmpty
        let peers = area.peers.compactMap { geography.area($0).map { PlainText.line($0.name) } }
        alikeWords =
            peers.isEmpty
            ? "all other areas of its level, since none are named as most like it"
            : "the areas named as most like it: \(peers.joined(separator: ", "))"
        alikeTitle = peers.isEmpty ? "Other areas" : "Areas like it"
        wholeName = PlainText.line(whole?.name ?? "")
        var divided: [KPIStatus.Figure] = []
        let all = reader.parts.enumerated().map { place, part in
            let lines = part.kpis.compactMap { kpi -> Line? in
                guard let level = site.readings[kpi, part.priority, area.level], let latest = level.latest[area.code] else {
                    return nil
                }
                if let told = latest.figure.observation {
                    divided.append(
                        KPIStatus.Figure(kpi: kpi, area: area.code, period: latest.figure.period, observation: told))
                }
                return Line(level, latest, kpi, part.priority, in: area, whole, reader, site)
            }
            return (Part(part.priority, place, lines), lines.isEmpty)
        }
        parts = all.filter { !$0.1 }.map(\.0)
        let others = all.filter(\.1).map(\.0.partTitle)
        otherParts = others.isEmpty ? [] : [others.joined(separator: "; ")]
        hasFigures = parts.contains(where: \.hasLines)
        denominators = DividedBy(divided).words
        let order = Dictionary(
            site.maker.input.definitions.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        alertRows = reader.rows.values.filter { $0.row.area.code == area.code && $0.row.state.isOpen }
            .sorted { left, right in
                let (first, second) = (left.row.rule, right.row.rule)
                return first.severity == second.severity
                    ? (order[first.id] ?? .max) < (order[second.id] ?? .max) : first.severity > second.severity
            }.map { BoardView.CompactRow($0.row, groups: $0.groups) }
        hasAlerts = !alertRows.isEmpty
        let withheld = reader.withheld.count { $0.area == area.code }
        withheldWords =
            withheld > 0
            ? [
                "How \(PlainText.counted(withheld, "rule")) \(withheld == 1 ? "stands" : "stand") here is withheld from this page's readers."
            ]
            : []
    }
}

extension AreaPageView.Part {
    /// - Parameter place: that of the priority on the page, from 0.
    init(_ priority: Priority, _ place: Int, _ lines: [AreaPageView.Line]) {
        var told = lines.filter { $0.line.reasonToWithhold == nil }
        partTitle = PlainText.line(priority.title)
        partID = "priority-\(place + 1)"
        madeMarks = told.map(\.line).madeMarks
        figureKey = FigureLegend(told.map(\.wholeReason), marks: told.flatMap(\.line.figureMarks)).lines
        hasLines = !told.isEmpty
        hasStatusColumn = told.contains { $0.line.hasBounds }
        for place in told.indices { told[place].line.hasStatusColumn = hasStatusColumn }
        areaLines = told
        withheldLines = lines.map(\.line).withheldNames(isLinked: false).lines
    }
}

extension AreaPageView.Line {
    init(
        _ level: LevelReading, _ latest: LevelReading.Latest, _ kpi: KPI, _ priority: Priority, in area: Area,
        _ whole: Area?,
        _ reader: Reader, _ site: ReaderSite
    ) {
        line = MeasureLine(
            level, latest, in: area.code, reader.measure(kpi, of: priority, in: area.code),
            link: "../\(site.links.measure(kpi, of: priority))")
        let told = whole.flatMap { whole in
            site.readings[kpi, priority, whole.level]?.reading.figure(of: whole.code, in: latest.figure.period)
        }
        wholeFigure = told?.number ?? "–"
        wholeReason = told?.reasonToWithhold
        let comparison = AreaComparison(level, of: area.code, peers: area.peers)
        alikeFigure =
            comparison.middle.map { "\(Quantity($0.value, kpi.unit).number) (middle of \($0.areas))" } ?? "–"
        rankWords = comparison.rank?.words ?? "–"
        funnelWords = comparison.funnel.map { [$0] } ?? []
    }
}

/// By what the figures of a page are divided: each kind of people with its years.
struct DividedBy {
    /// A sentence for rates, one for what else is divided, or none.
    private(set) var words: [String] = []

    init(_ figures: [KPIStatus.Figure]) {
        var told: Set<String> = []
        let each = figures.compactMap { figure in
            figure.observation.denominatorVintage.map { vintage in
                (
                    words: DenominatorVintages.words(vintage, unit: figure.kpi.unit),
                    isRate: DenominatorVintages.people(figure.kpi.unit) != nil
                )
            }
        }.filter { told.insert($0.words).inserted }
        let (rates, others) = (each.filter(\.isRate).map(\.words), each.filter { !$0.isRate }.map(\.words))
        if !rates.isEmpty { words.append("Rates are divided by the number of \(rates.joined(separator: "; of ")).") }
        if !others.isEmpty { words.append("Shares and indices are divided by \(others.joined(separator: "; ")).") }
    }
}
