import Alerting
import Definitions
import Measures
import Mustache
import RuleLanguage

/// Every period of a KPI on one grain, in one area, the newest first.
struct PeriodFiguresView {
    struct Row: MustacheParent {
        var periodTitle: String
        var periodFigure: String
        /// What the figure is made of: `12 of 340`.
        var periodParts: String
        var periodTarget: String
        var periodMarks: [String]

        func child(named name: String) -> Any? {
            switch name {
            case "periodTitle": periodTitle
            case "periodFigure": periodFigure
            case "periodParts": periodParts
            case "periodTarget": periodTarget
            case "periodMarks": periodMarks
            default: nil
            }
        }
    }

    var periodsTitle: String
    var periodsUnit: String
    /// One or none: that figures are made.
    var madeMarks: [String]
    /// Why figures are withheld.
    var withheldKey: [String]
    var hasParts: Bool
    var hasTargets: Bool
    var periodRows: [Row]

    /// Nil where no period has a figure or lacks one that is due.
    init?(_ kpi: KPI, in area: Area, by grain: Grain, _ site: ReaderSite) {
        guard let block = site.maker.input.observations[ObservationSet.Key(kpi: kpi.id, level: area.level, grain: grain)],
            let row = block.areas.firstIndex(of: area.code)
        else { return nil }
        let figures = block.periods.enumerated().map { column, period in
            SeenFigure(
                period: period, unit: kpi.unit,
                disclosed: site.reader.sight.seen(block[row, column], of: kpi, in: area.code, period))
        }.drop { $0.observation?.state == .beforeHistory }.reversed().drop { $0.observation?.state == .notDue }
        guard !figures.isEmpty else { return nil }
        periodsTitle = "By \(grain.rawValue), \(PlainText.line(area.name))"
        periodsUnit = PlainText.sentence(PlainText.line(kpi.unit.description))
        periodRows = figures.map { figure in
            Row(
                periodTitle: figure.period.title, periodFigure: figure.number, periodParts: FigureParts(figure).words,
                periodTarget: kpi.target?.expected(at: figure.period).map { Quantity($0, kpi.unit).number } ?? "",
                periodMarks: figure.marks + Self.marks(figure.period, of: kpi))
        }
        madeMarks = figures.contains(where: \.isMade) ? [AlertView.madeMark] : []
        withheldKey = WithheldLegend(figures.map(\.reasonToWithhold)).lines
        hasParts = periodRows.contains { !$0.periodParts.isEmpty }
        hasTargets = periodRows.contains { !$0.periodTarget.isEmpty }
    }

    /// What was set by a person and stands against a comparison.
    private static func marks(_ period: Period, of kpi: KPI) -> [String] {
        let steps = kpi.declaration.steps.filter { period.firstMonth <= $0.at && $0.at <= period.lastMonth }
            .map { "Counted otherwise from \($0.at.title)" }
        return steps + (kpi.declaration.exceptional.contains { $0.touches(period) } ? ["Exceptional"] : [])
    }
}

/// What a figure is made of, as the reader sees it.
struct FigureParts {
    /// `12 of 340`, `12 among 61,204`; empty for a count, which is its own.
    var words: String

    init(_ figure: SeenFigure) {
        guard let told = figure.observation, told.value != nil else {
            words = ""
            return
        }
        let number = { (value: Double) in DecimalText.shortest(value, upTo: 1) }
        switch figure.unit {
        case .percent:
            words = told.numerator.flatMap { top in told.denominator.map { "\(number(top)) of \(number($0))" } } ?? ""
        case .rate:
            words =
                (told.count ?? told.numerator).flatMap { top in told.denominator.map { "\(number(top)) among \(number($0))" }
                } ?? ""
        case .count: words = ""
        default: words = told.count.map { "from \(number($0))" } ?? ""
        }
    }
}
