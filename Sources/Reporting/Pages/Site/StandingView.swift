import Definitions
import Measures
import Mustache

/// How all measures of a reader stand in the whole area, priority by priority, as the template `standing` shows it.
struct StandingView {
    struct Part {
        var partTitle: String
        var partID: String
        /// One or none: that figures are made.
        var madeMarks: [String]
        /// What the words and marks beside the figures mean.
        var figureKey: [String]
        /// Without those that are withheld, and without themes of which all are.
        var themes: [Theme]
        var hasThemes: Bool
        /// Whether any measure of the table has a target or benchmark, and whether any has bounds for a status.
        var hasGoalColumn: Bool
        var hasStatusColumn: Bool
        var columnCount: Int
        /// The measures that are withheld, a line for each reason.
        var withheldLines: [WithheldNames.Line]
        /// Measures that are told for parts of the area alone.
        var partial: [Partial]
    }

    struct Theme: MustacheParent {
        var themeTitle: String
        var lines: [MeasureLine]

        func child(named name: String) -> Any? {
            switch name {
            case "themeTitle": themeTitle
            case "lines": lines
            default: nil
            }
        }
    }

    struct Partial {
        var partialTitle: String
        var partialLink: String
        /// `by ward`.
        var partialLevels: String
    }

    var standingArea: String
    var standingParts: [Part]

    /// - Parameter root: the reader's folder, seen from the page: empty or `../`.
    init(_ reader: Reader, _ readings: SightReadings, _ maker: ListMaker, _ links: SiteLinks) {
        let geography = maker.input.definitions.partnership.geography
        let whole = geography.whole.flatMap { geography.areas(at: $0).first }
        standingArea = PlainText.line(whole?.name ?? "")
        standingParts = reader.parts.enumerated().map { place, part in
            let themes = whole.map { Self.themes(part, in: $0, reader, readings, links) } ?? []
            let all = themes.flatMap(\.lines)
            let told = all.told
            let (hasGoals, hasStatus) = (told.contains(where: \.hasGoals), told.contains(where: \.hasBounds))
            return Part(
                partTitle: PlainText.line(part.priority.title), partID: "priority-\(place + 1)",
                madeMarks: told.madeMarks, figureKey: FigureLegend([], marks: told.flatMap(\.figureMarks)).lines,
                themes: themes.map { theme in
                    Theme(
                        themeTitle: theme.themeTitle,
                        lines: theme.lines.told.map { line in
                            var line = line
                            line.hasGoalColumn = hasGoals
                            line.hasStatusColumn = hasStatus
                            return line
                        })
                }.filter { !$0.lines.isEmpty },
                hasThemes: !told.isEmpty, hasGoalColumn: hasGoals, hasStatusColumn: hasStatus,
                columnCount: 6 + (hasGoals ? 1 : 0) + (hasStatus ? 1 : 0),
                withheldLines: all.withheldNames(isLinked: true).lines,
                partial: part.kpis.filter { kpi in whole.map { readings[kpi, part.priority, $0.level] == nil } ?? true }.map
                { kpi in
                    Partial(
                        partialTitle: PlainText.line(kpi.title), partialLink: links.measure(kpi, of: part.priority),
                        partialLevels: "by \(kpi.levels.map(\.title).joined(separator: ", "))")
                })
        }
    }

    private static func themes(
        _ part: Reader.Part, in area: Area, _ reader: Reader, _ readings: SightReadings, _ links: SiteLinks
    ) -> [Theme] {
        let lines = part.kpis.compactMap { kpi -> (theme: String, line: MeasureLine)? in
            guard let level = readings[kpi, part.priority, area.level], let latest = level.latest[area.code] else {
                return nil
            }
            let line = MeasureLine(
                level, latest, in: area.code, reader.measure(kpi, of: part.priority, in: area.code),
                link: links.measure(kpi, of: part.priority))
            return (kpi.theme ?? "", line)
        }
        let byTheme = Dictionary(grouping: lines, by: \.theme)
        // The themes in the order in which the strategy names them; measures without one last.
        return (part.priority.themes + [""]).compactMap { theme in
            byTheme[theme].map {
                Theme(themeTitle: theme.isEmpty ? "No theme" : PlainText.line(theme), lines: $0.map(\.line))
            }
        }
    }
}
