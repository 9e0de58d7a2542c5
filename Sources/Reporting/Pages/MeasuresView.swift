import Alerting
import Definitions
import Measures

/// The section that tells how the measures stand, as the template `measures` shows it.
struct MeasuresView {
    /// A word, and the sign beside it that repeats it without colour.
    struct Sign {
        var signShape: String
        var signWord: String
        var signClass: String
    }

    struct Row {
        var measureTitle: String
        var measureArea: String
        var measureMarks: [String]
        var measurePeriod: String
        var measureFigure: String
        /// One or none: of when the denominators of the figures are that the row rests on.
        var measureDenominators: [String]
        /// The target, the benchmark, both, or that there is none.
        var measureGoals: [String]
        var status: Sign
        var shortTravel: Sign
        var longTravel: Sign
        var measureOwner: String
        /// One or none.
        var measureReasons: [String]
    }

    var measuresTitle = "How the measures stand"
    var measuresLead =
        "Red, amber or green against the bounds set for each measure, and which way it goes. An arrow up is better, "
        + "whichever way the figure moves."
    var measuresLink: String
    var hasRows: Bool
    var measureRows: [Row]
    /// One or none: the measures and areas of which the readers may not know how they stand.
    var withheldLines: [WithheldNames.Line]

    /// - Parameter link: the same rows as CSV, seen from the page.
    init(_ measures: [ListedMeasure], link: String) {
        measuresLink = link
        measureRows = measures.compactMap { measure in measure.told.map { Row(measure, $0) } }
        hasRows = !measureRows.isEmpty
        withheldLines = WithheldNames(
            measures.filter { $0.told == nil }.map { "\(PlainText.line($0.kpi.title)) (\(PlainText.line($0.area.name)))" },
            because: "from the readers of this page"
        ).lines
    }
}

extension MeasuresView.Row {
    init(_ measure: ListedMeasure, _ told: ListedMeasure.Told) {
        measureTitle = PlainText.line(measure.kpi.title)
        measureArea = PlainText.line(measure.area.name)
        measureMarks = []
        if told.figure.made { measureMarks.append(AlertView.madeMark) }
        if told.figure.provisional { measureMarks.append("Provisional") }
        if told.isRounded { measureMarks.append("Rounded figures") }
        let rule = measure.kpi.status
        measurePeriod = told.period.title
        measureFigure =
            told.figure.value.map { Quantity($0, measure.kpi.unit).description }
            ?? PlainText.sentence(told.figure.state.words)
        measureDenominators = told.denominators.sentences
        measureGoals = Self.goals(told, of: measure.kpi)
        status = MeasuresView.Sign(told.colour)
        shortTravel = MeasuresView.Sign(told.short)
        longTravel = MeasuresView.Sign(told.long)
        measureOwner = PlainText.line(rule?.owner ?? "Nobody named")
        measureReasons = rule?.because.map { [PlainText.line($0)] } ?? []
    }
}

extension MeasuresView.Row {
    /// The figure beside them has the words of their unit.
    static func goals(_ told: ListedMeasure.Told, of kpi: KPI) -> [String] {
        let target = told.target.map { Quantity($0, kpi.unit).number }
        let benchmark = told.benchmark.map {
            "\(PlainText.line(kpi.benchmark?.of ?? "Benchmark")): \(Quantity($0, kpi.unit).number)"
        }
        let goals = [target, benchmark].compactMap(\.self)
        return goals.isEmpty ? ["None"] : goals
    }
}

extension MeasuresView.Sign {
    init(_ colour: KPIStatus.Colour) {
        let (shape, name) =
            switch colour {
            case .red: ("■", "red")
            case .amber: ("▲", "amber")
            case .green: ("●", "green")
            case .notAssessed: ("○", "unknown")
            }
        self.init(signShape: shape, signWord: PlainText.sentence(colour.words), signClass: "rag-\(name)")
    }

    /// - Parameter travel: nil on grains whose periods overlap.
    init(_ travel: KPIStatus.Travel?) {
        let shape =
            switch travel {
            case .improved: "↑"
            case .steady: "→"
            case .worsened: "↓"
            case .notKnown, nil: "–"
            }
        self.init(
            signShape: shape, signWord: travel.map { PlainText.sentence($0.words) } ?? "Not told: its periods overlap",
            signClass: "travel")
    }
}
