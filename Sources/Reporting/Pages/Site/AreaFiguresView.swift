import Alerting
import Charts
import Definitions
import Disclosure
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
        let all = areas.map { Told(area: $0, figure: level.newestFigure(of: $0.code)) }
        let told = all.filter { $0.reason == nil }
        let ranked = told.map { ($0, $0.comparison(level, period)) }
        figureRows = ranked.map { Row($0, $1, site) }
        madeMarks = told.contains { $0.figure?.isMade == true } ? [AlertView.madeMark] : []
        figureKey = FigureLegend([], marks: told.flatMap { $0.figure?.figureMarks ?? [] }).lines
        withheldLines = Self.withheld(all, isAll: told.isEmpty, at: own, site).lines
        hasFigures = !told.isEmpty
        rankTitle = "Among \(Set(ranked.compactMap { $1?.rank?.among }).sorted().joined(separator: " or "))"
        hasRanks = figureRows.contains { $0.figureRank != "–" }
        hasFunnels = figureRows.contains { $0.figureFunnel != "–" }
        hasParts = figureRows.contains { !$0.figureParts.isEmpty }
        figuresMaps =
            told.isEmpty
            ? [] : [MeasureMap(level, geography, site.links.plan, id: "map-\(own.rawValue)", isNamed: true).map.svg]
        mapKey = MeasureMap.key
    }
}

extension AreaFiguresView {
    /// An area with its figure of the period of the map.
    fileprivate struct Told {
        var area: Area
        var figure: SeenFigure?

        var reason: WithholdingReason? { figure?.reasonToWithhold }

        /// Nil where its latest figure is of another period.
        func comparison(_ level: LevelReading, _ period: Period?) -> AreaComparison? {
            level.latest[area.code]?.figure.period == period ? AreaComparison(level, of: area.code, peers: area.peers) : nil
        }
    }

    private static func withheld(_ all: [Told], isAll: Bool, at level: AreaLevel, _ site: ReaderSite) -> WithheldNames {
        var names: [WithheldNames.Name] = []
        for told in all {
            guard let reason = told.reason else { continue }
            let link = site.links.area(told.area.code).map { "../\($0)" }
            names.append(WithheldNames.Name(title: PlainText.line(told.area.name), link: link, reason: reason))
        }
        return WithheldNames(names, all: isAll ? "all \(all.count) \(level.plural)" : nil)
    }
}

extension AreaFiguresView.Row {
    fileprivate init(_ told: AreaFiguresView.Told, _ comparison: AreaComparison?, _ site: ReaderSite) {
        self.init(
            figureArea: PlainText.line(told.area.name),
            figureLinks: site.links.area(told.area.code).map { ["../\($0)"] } ?? [],
            figureMark: site.links.plan.mark(told.area), figureNumber: told.figure?.number ?? "No figure",
            figureParts: told.figure.map { FigureParts($0).words } ?? "", figureRank: comparison?.rank?.place ?? "–",
            figureFunnel: comparison?.funnel ?? "–", figureMarks: told.figure?.marks ?? [])
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
