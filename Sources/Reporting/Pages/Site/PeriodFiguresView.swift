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
    /// What the words and marks beside the figures mean.
    var figureKey: [String]
    /// Whether any figure is told.
    var hasFigures: Bool
    var hasParts: Bool
    var hasTargets: Bool
    /// The newest first. Neighbouring periods that are withheld for one reason are one row.
    var periodRows: [Row]
    /// In the place of a table of which every figure is withheld.
    var withheldLines: [WithheldNames.Line]

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
        let runs = Self.runs(Array(figures), of: kpi)
        periodRows = runs.map { Row($0, of: kpi, marks: Self.marks($0[0].period, of: kpi)) }
        madeMarks = figures.contains(where: \.isMade) ? [AlertView.madeMark] : []
        figureKey = FigureLegend(figures.map(\.reasonToWithhold), marks: figures.flatMap(\.figureMarks)).lines
        hasFigures = figures.contains { $0.reasonToWithhold == nil }
        withheldLines =
            hasFigures
            ? []
            : WithheldNames(
                runs.compactMap { run in
                    run[0].reasonToWithhold.map { WithheldNames.Name(title: Row.title(run), reason: $0) }
                }
            ).lines
        hasParts = periodRows.contains { !$0.periodParts.isEmpty }
        hasTargets = periodRows.contains { !$0.periodTarget.isEmpty }
    }

    /// Neighbours that are withheld for one reason together, and every other figure alone.
    private static func runs(_ figures: [SeenFigure], of kpi: KPI) -> [[SeenFigure]] {
        var runs: [[SeenFigure]] = []
        for figure in figures {
            if let last = runs.last?.last, let reason = figure.reasonToWithhold, last.reasonToWithhold == reason,
                marks(figure.period, of: kpi).isEmpty, marks(last.period, of: kpi).isEmpty
            {
                runs[runs.count - 1].append(figure)
            } else {
                runs.append([figure])
            }
        }
        return runs
    }

    /// What was set by a person and stands against a comparison.
    private static func marks(_ period: Period, of kpi: KPI) -> [String] {
        let steps = kpi.declaration.steps.filter { period.firstMonth <= $0.at && $0.at <= period.lastMonth }
            .map { "Counted otherwise from \($0.at.title)" }
        return steps + (kpi.declaration.exceptional.contains { $0.touches(period) } ? ["Exceptional"] : [])
    }
}

extension PeriodFiguresView.Row {
    /// - Parameter run: neighbours, the newest first: one figure, or several that are withheld.
    fileprivate init(_ run: [SeenFigure], of kpi: KPI, marks: [String]) {
        let targets = Set(run.map { kpi.target?.expected(at: $0.period).map { Quantity($0, kpi.unit).number } ?? "" })
        self.init(
            periodTitle: Self.title(run), periodFigure: run[0].number, periodParts: FigureParts(run[0]).words,
            periodTarget: targets.count == 1 ? targets.first ?? "" : "", periodMarks: run[0].marks + marks)
    }

    /// `April to June 2024`; of several, `April 2021 to June 2024 (13 periods)`.
    fileprivate static func title(_ run: [SeenFigure]) -> String {
        guard let last = run.last, run.count > 1 else { return run[0].period.title }
        let (first, newest) = (last.period, run[0].period)
        let stretch =
            first.grain == .month || first.grain == .quarter
            ? "\(first.firstMonth.title) to \(newest.lastMonth.title)" : "\(first.title) until \(newest.title)"
        return "\(stretch) (\(PlainText.counted(run.count, "period")))"
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
