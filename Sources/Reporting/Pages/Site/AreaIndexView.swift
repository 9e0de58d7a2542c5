import Charts
import Definitions
import Measures

/// The page that leads to all areas, with a small map for each measure, as the template `areas` shows it.
struct AreaIndexView {
    struct Part {
        var partTitle: String
        var partID: String
        var hasMaps: Bool
        /// Of the measures that are told for any area.
        var maps: [Small]
        /// The measures that are withheld in every area, a line for each reason.
        var withheldLines: [WithheldNames.Line]
    }

    /// A small map of one KPI.
    struct Small {
        var mapTitle: String
        var mapLink: String
        var mapPeriod: String
        var mapDrawing: String
    }

    var frame: PageFrame
    var matrix: AreaMatrixView
    var nothing: [String]
    var mapLevel: String
    var mapKey = MeasureMap.key
    var parts: [Part]

    init(for reader: Reader, _ site: ReaderSite) {
        let geography = site.maker.input.definitions.partnership.geography
        frame = PageFrame(
            "Areas", subtitle: "As of \(site.maker.input.asOf.title)", for: reader, crumbs: site.crumbs(above: "../"),
            about: reader.parts.map(\.priority), site.maker, hasCharts: true)
        matrix = AreaMatrixView(reader, site.maker, site.links, root: "../")
        nothing = matrix.matrices.isEmpty ? ["Nothing to report: the definitions name no area that has a page."] : []
        let level = geography.pagedLevels.first
        mapLevel = level?.title ?? "area"
        parts = reader.parts.enumerated().map { place, part in
            let readings = part.kpis.enumerated().compactMap { number, kpi in
                level.flatMap { site.readings[kpi, part.priority, $0] }.map { (number: number, kpi: kpi, reading: $0) }
            }
            let withheld = readings.compactMap { told in
                told.reading.reasonToWithholdAll.map {
                    WithheldNames.Name(
                        title: PlainText.line(told.kpi.title), link: "../\(site.links.measure(told.kpi, of: part.priority))",
                        reason: $0)
                }
            }
            let maps = readings.filter { $0.reading.reasonToWithholdAll == nil }.map { number, kpi, reading in
                Small(
                    mapTitle: PlainText.line(kpi.title), mapLink: "../\(site.links.measure(kpi, of: part.priority))",
                    mapPeriod: reading.newest?.title ?? "No period is due",
                    mapDrawing: MeasureMap(reading, geography, site.links.plan, id: "map-\(place + 1)-\(number + 1)", isNamed: false).map.svg)
            }
            return Part(
                partTitle: PlainText.line(part.priority.title), partID: "priority-\(place + 1)", hasMaps: !maps.isEmpty,
                maps: maps, withheldLines: WithheldNames(withheld).lines)
        }.filter { $0.hasMaps || !$0.withheldLines.isEmpty }
    }
}
