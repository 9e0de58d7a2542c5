import Alerting
import Charts
import Definitions
import Measures
import Mustache

/// How many alerts are open in each area, priority by priority, as the template `area-matrix` shows it.
struct AreaMatrixView {
    struct Table {
        /// `By ward`.
        var matrixTitle: String
        /// The priorities with an alert that is open or withheld in any area.
        var matrixColumns: [String]
        /// One or none: the names of the others.
        var matrixQuiet: [String]
        var matrixRows: [Row]
        /// One or none: the map of all priorities together, where the areas are few enough for one.
        var matrixMaps: [String]
    }

    struct Row: MustacheParent {
        var matrixArea: String
        var matrixMark: String
        /// Two areas of two levels may have one name.
        var matrixLink: String
        var matrixCells: [Cell]

        func child(named name: String) -> Any? {
            switch name {
            case "matrixArea": matrixArea
            case "matrixMark": matrixMark
            case "matrixLink": matrixLink
            case "matrixCells": matrixCells
            default: nil
            }
        }
    }

    struct Cell: MustacheParent {
        var cellTitle: String
        var cellText: String

        func child(named name: String) -> Any? {
            switch name {
            case "cellTitle": cellTitle
            case "cellText": cellText
            default: nil
            }
        }
    }

    var matrices: [Table]

    /// - Parameter root: the reader's folder, seen from the page: empty or `../`.
    init(_ reader: Reader, _ maker: ListMaker, _ links: SiteLinks, root: String) {
        let geography = maker.input.definitions.partnership.geography
        matrices = geography.pagedLevels.map { level in
            let areas = geography.areas(at: level)
            let counts = areas.map { area in reader.parts.map { OpenAlerts(of: $0.priority, in: area.code, for: reader) } }
            let busy = reader.parts.indices.filter { part in counts.contains { $0[part].words != OpenAlerts().words } }
            let quiet = reader.parts.indices.filter { !busy.contains($0) }.map {
                PlainText.line(reader.parts[$0].priority.title)
            }
            let rows = zip(areas, counts).map { area, counts in
                Row(
                    matrixArea: PlainText.line(area.name), matrixMark: links.plan.mark(area),
                    matrixLink: root + (links.area(area.code) ?? links.areaIndex),
                    matrixCells: busy.map {
                        Cell(cellTitle: PlainText.line(reader.parts[$0].priority.title), cellText: counts[$0].words)
                    })
            }
            let map = TileMap(
                id: "open-\(level.rawValue)", title: "Open alerts by \(level.title)",
                tiles: zip(areas, counts).compactMap { area, counts in
                    let all = counts.reduce(OpenAlerts(), +)
                    return links.plan.tile(area, text: all.mark, value: Double(all.open))
                }, isNamed: true)
            return Table(
                matrixTitle: "By \(level.title)", matrixColumns: busy.map { PlainText.line(reader.parts[$0].priority.title) },
                matrixQuiet: quiet.isEmpty ? [] : [quiet.joined(separator: "; ")],
                matrixRows: rows, matrixMaps: [map.svg])
        }
    }
}

/// The open alerts of an area that a reader may know, and whether there are rules of which it may not know how they stand.
struct OpenAlerts {
    var open = 0
    var withheld = 0

    init() {}

    init(of priority: Priority, in area: AreaCode, for reader: Reader) {
        for rule in reader.rules(of: priority) {
            let spot = AlertPlace(rule: rule.id, area: area)
            if reader.withheld.contains(spot) { withheld += 1 }
            if let entry = reader.rows[spot], entry.row.state.isOpen { open += 1 }
        }
    }

    static func + (left: OpenAlerts, right: OpenAlerts) -> OpenAlerts {
        var sum = left
        sum.open += right.open
        sum.withheld += right.withheld
        return sum
    }

    var words: String {
        let rules = withheld > 0 ? PlainText.counted(withheld, "rule") + " withheld" : nil
        return [open > 0 ? "\(open) open" : rules == nil ? "None" : nil, rules].compactMap(\.self).joined(separator: ", ")
    }

    /// For a square on a map: a dagger says that something is withheld.
    var mark: String { withheld > 0 ? (open > 0 ? "\(open)†" : "†") : "\(open)" }
}
