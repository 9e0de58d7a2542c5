import Alerting
import Charts
import Definitions
import Measures
import Mustache

/// The newest figure of a KPI in every area of a level, as a map and as a table.
struct AreaFiguresView {
    struct Row: MustacheParent {
        var figureArea: String
        /// One or none.
        var figureLinks: [String]
        var figureMark: String
        var figureNumber: String
        var figureParts: String
        var figureRank: String
        var figureFunnel: String
        var figureMarks: [String]

        func child(named name: String) -> Any? {
            switch name {
            case "figureArea": figureArea
            case "figureLinks": figureLinks
            case "figureMark": figureMark
            case "figureNumber": figureNumber
            case "figureParts": figureParts
            case "figureRank": figureRank
            case "figureFunnel": figureFunnel
            case "figureMarks": figureMarks
            default: nil
            }
        }
    }

    var figuresTitle: String
    var figuresID: String
    var figuresPeriod: String
    var figuresUnit: String
    /// One or none: where every figure is withheld, a map has nothing to show.
    var figuresMaps: [String]
    var mapKey: String
    /// One or none: that figures are made.
    var madeMarks: [String]
    /// What the marks beside the figures mean.
    var figureKey: [String]
    /// `Among the 27 told, of 32`; all figures are of one period, so all are held against the same ones.
    var rankTitle: String
    var hasRanks: Bool
    var hasFunnels: Bool
    var hasParts: Bool
    var hasFigures: Bool
    /// Of the areas whose figure is not withheld.
    var figureRows: [Row]
    /// The areas whose figure is, a line for each reason.
    var withheldLines: [WithheldNames.Line]

    init(_ level: LevelReading, _ priority: Priority, for reader: Reader, _ site: ReaderSite) {
        let geography = site.maker.input.definitions.partnership.geography
        let areas = level.reading.areas.compactMap(geography.area)
        let own = level.reading.course.level
        let period = level.newest
        figuresTitle = "By \(own.title)"
        figuresID = "by-\(own.rawValue)"
        figuresPeriod = period?.title ?? "No period is due"
        figuresUnit = PlainText.sentence(PlainText.line(level.kpi.unit.description))
        var among: Set<String> = []
        let told = areas.filter { level.newestFigure(of: $0.code)?.reasonToWithhold == nil }
        figureRows = told.map { area in
            let figure = level.newestFigure(of: area.code)
            let comparison =
                level.latest[area.code]?.figure.period == period
                ? AreaComparison(level, of: area.code, peers: area.peers) : nil
            if let rank = comparison?.rank { among.insert(rank.among) }
            return Row(
                figureArea: PlainText.line(area.name), figureLinks: site.links.area(area.code).map { ["../\($0)"] } ?? [],
                figureMark: site.links.plan.mark(area), figureNumber: figure?.number ?? "No figure",
                figureParts: figure.map { FigureParts($0).words } ?? "", figureRank: comparison?.rank?.place ?? "–",
                figureFunnel: comparison?.funnel ?? "–", figureMarks: figure?.marks ?? [])
        }
        let figures = told.compactMap { level.newestFigure(of: $0.code) }
        madeMarks = figures.contains(where: \.isMade) ? [AlertView.madeMark] : []
        figureKey = FigureLegend([], marks: figures.flatMap(\.figureMarks)).lines
        withheldLines = WithheldNames(
            areas.compactMap { area in
                level.newestFigure(of: area.code)?.reasonToWithhold.map {
                    WithheldNames.Name(
                        title: PlainText.line(area.name), link: site.links.area(area.code).map { "../\($0)" }, reason: $0)
                }
            }, all: told.isEmpty ? "all \(areas.count) \(own.plural)" : nil
        ).lines
        hasFigures = !told.isEmpty
        rankTitle = "Among \(among.sorted().joined(separator: " or "))"
        hasRanks = figureRows.contains { $0.figureRank != "–" }
        hasFunnels = figureRows.contains { $0.figureFunnel != "–" }
        hasParts = figureRows.contains { !$0.figureParts.isEmpty }
        figuresMaps =
            told.isEmpty
            ? [] : [MeasureMap(level, geography, site.links.plan, id: "map-\(own.rawValue)", isNamed: true).map.svg]
        mapKey = MeasureMap.key
    }
}

/// A KPI's newest figures as a tile map.
struct MeasureMap {
    var map: TileMap

    static let key = "The darker a square, the higher the third of the figures told. † withheld, – no figure."

    init(_ level: LevelReading, _ geography: Geography, _ plan: AreaPlan, id: String, isNamed: Bool) {
        let own = level.reading.course.level
        map = TileMap(
            id: id, title: "\(PlainText.line(level.kpi.title)) by \(own.title), \(level.newest?.title ?? "no period")",
            tiles: level.reading.areas.compactMap { code in
                let figure = level.newestFigure(of: code)
                return geography.area(code).flatMap { plan.tile($0, text: Self.text(figure), value: figure?.value) }
            }, isNamed: isNamed)
    }

    private static func text(_ figure: SeenFigure?) -> String {
        guard let figure else { return "–" }
        if figure.observation == nil { return "†" }
        return figure.value.map { Quantity($0, figure.unit).number } ?? "–"
    }
}
