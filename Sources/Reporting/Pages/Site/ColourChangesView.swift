import Alerting
import Definitions
import Measures

/// Measures whose status is another than on a day: those of the whole, and folded those of its areas and the sums by theme, as the template
/// `since` shows them.
struct ColourChangesView {
    struct Row {
        var changedTitle: String
        var changedLink: String
        var changedArea: String
        /// One or none: the area's page.
        var changedAreaLinks: [String]
        var changedTheme: String
        var colourBefore: MeasuresView.Sign
        var colourAfter: MeasuresView.Sign
        var colourPeriods: String
    }

    struct ThemeRow {
        var sumTheme: String
        var sumWhole: String
        var sumAreas: String
        var sumWorse: String
        var sumBetter: String
        var sumOther: String
    }

    /// Of the whole.
    var hasColours: Bool
    var changedColours: [Row]
    /// Of its areas.
    var hasAreaColours: Bool
    var areaColourCount: String
    var areaColours: [Row]
    /// Of both, by theme.
    var hasThemeColours: Bool
    var themeColourCount: String
    var themeColours: [ThemeRow]

    init(_ changes: [ReaderChanges.ColourChange], _ links: SiteLinks) {
        changedColours = changes.filter(\.isOfWhole).map { Row($0, links) }
        hasColours = !changedColours.isEmpty
        let inAreas = changes.filter { !$0.isOfWhole }
        areaColours = inAreas.map { Row($0, links) }
        hasAreaColours = !areaColours.isEmpty
        let areas = Set(inAreas.map(\.area.code)).count
        areaColourCount =
            "\(PlainText.counted(inAreas.count, "status", "statuses")) in \(PlainText.counted(areas, "area")), \(Self.directions(inAreas))"
        themeColours = Self.themes(changes)
        hasThemeColours = !themeColours.isEmpty
        themeColourCount = PlainText.counted(themeColours.count, "theme")
    }

    /// `3 worse, 1 better`
    private static func directions(_ changes: [ReaderChanges.ColourChange]) -> String {
        [(-1, "worse"), (1, "better"), (0, "otherwise")].compactMap { direction, words in
            let count = changes.count { $0.direction == direction }
            return count > 0 ? "\(count) \(words)" : nil
        }.joined(separator: ", ")
    }

    /// In the order in which the priorities name their themes; measures without one last. Themes of one name in two priorities are one.
    private static func themes(_ changes: [ReaderChanges.ColourChange]) -> [ThemeRow] {
        var order: [String] = []
        for theme in changes.flatMap(\.priority.themes) where !order.contains(theme) { order.append(theme) }
        return (order + [""]).compactMap { theme in
            let own = changes.filter { ($0.kpi.theme ?? "") == theme }
            guard !own.isEmpty else { return nil }
            return ThemeRow(
                sumTheme: theme.isEmpty ? "No theme" : PlainText.line(theme), sumWhole: "\(own.count(where: \.isOfWhole))",
                sumAreas: "\(own.count { !$0.isOfWhole })", sumWorse: "\(own.count { $0.direction < 0 })",
                sumBetter: "\(own.count { $0.direction > 0 })", sumOther: "\(own.count { $0.direction == 0 })")
        }
    }
}

extension ColourChangesView.Row {
    init(_ change: ReaderChanges.ColourChange, _ links: SiteLinks) {
        self.init(
            changedTitle: PlainText.line(change.kpi.title), changedLink: links.measure(change.kpi, of: change.priority),
            changedArea: PlainText.line(change.area.name), changedAreaLinks: links.area(change.area.code).map { [$0] } ?? [],
            changedTheme: change.kpi.theme.map(PlainText.line) ?? "No theme",
            colourBefore: MeasuresView.Sign(change.before.colour), colourAfter: MeasuresView.Sign(change.after.colour),
            colourPeriods: change.before.period == change.after.period
                ? change.after.period.title : "\(change.before.period.title), and \(change.after.period.title)")
    }
}

extension ReaderChanges.ColourChange {
    /// 1 for the better, −1 for the worse, 0 where either was not assessed.
    var direction: Int {
        guard let before = Self.rank(before.colour), let after = Self.rank(after.colour) else { return 0 }
        return (after - before).signum()
    }

    private static func rank(_ colour: KPIStatus.Colour) -> Int? {
        switch colour {
        case .red: 0
        case .amber: 1
        case .green: 2
        case .notAssessed: nil
        }
    }
}
