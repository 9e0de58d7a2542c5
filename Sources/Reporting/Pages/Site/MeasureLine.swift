import Alerting
import Definitions
import Disclosure
import Measures
import Mustache
import RuleLanguage

/// How one KPI stands in one area, in a row of a table.
struct MeasureLine: MustacheParent {
    var lineTitle: String
    var lineLink: String
    var linePeriod: String
    var lineFigure: String
    /// For the table's legend; nil where the figure is shown.
    var reasonToWithhold: WithholdingReason?
    var figureMarks: [FigureMark]
    /// Its words.
    var lineMarks: [String]
    /// Said once for a table.
    var isMade: Bool
    /// The target, the benchmark, both, or that there is none.
    var lineGoals: [String]
    var hasGoals: Bool
    var lineStatus: MeasuresView.Sign
    /// Whether bounds are set for its status anywhere.
    var hasBounds: Bool
    /// Whether its table has a column of targets, and one of statuses; told by each line, since looking into the table by reflection costs time.
    var hasGoalColumn = true
    var hasStatusColumn = true
    var lineProcess: MeasuresView.Sign
    /// One or none: what the process promises of the target.
    var lineAssurance: [String]
    var lineShort: MeasuresView.Sign
    var lineLong: MeasuresView.Sign

    /// - Parameters:
    ///   - measure: how it stands by the bounds set for it; nil where there are none.
    ///   - link: its page, seen from this one.
    init(_ level: LevelReading, _ latest: LevelReading.Latest, in area: AreaCode, _ measure: ListedMeasure?, link: String) {
        let kpi = level.kpi
        lineTitle = PlainText.line(kpi.title)
        lineLink = link
        linePeriod = latest.figure.period.title
        lineFigure = latest.figure.words
        reasonToWithhold = latest.figure.reasonToWithhold
        figureMarks = latest.figure.figureMarks
        lineMarks = latest.figure.marks
        isMade = latest.figure.isMade
        lineGoals = Self.goals(kpi, latest.figure.period)
        hasGoals = lineGoals != Self.noGoals
        hasBounds = kpi.status != nil || measure != nil
        lineStatus = MeasuresView.Sign(status: measure, of: kpi)
        lineProcess = MeasuresView.Sign(latest.process, by: level.reading.processGrain)
        lineAssurance = latest.assurance.map { [$0.words] } ?? []
        if let told = measure?.told {
            lineShort = MeasuresView.Sign(told.short)
            lineLong = MeasuresView.Sign(told.long)
        } else {
            let before = { (steps: Int) in
                level.reading.figure(of: area, in: latest.figure.period.moved(by: -steps))
            }
            lineShort =
                level.reading.course.frame.first.grain.overlaps
                ? MeasuresView.Sign(nil as KPIStatus.Travel?) : MeasuresView.Sign(latest.figure, since: before(1))
            lineLong = MeasuresView.Sign(latest.figure, since: before(latest.figure.period.grain.stepsPerYear))
        }
    }

    /// That it has no target, no bounds, or neither.
    var unset: String? {
        switch (hasGoals, hasBounds) {
        case (true, true): nil
        case (true, false): "No bounds for a status are set for it."
        case (false, true): "No target is set for it."
        case (false, false): "Neither a target nor bounds for a status are set for it."
        }
    }

    static func goals(_ kpi: KPI, _ period: Period) -> [String] {
        let target = kpi.target?.expected(at: period).map { Quantity($0, kpi.unit).number }
        let benchmark = kpi.benchmark.flatMap { benchmark in
            benchmark.period(for: period).flatMap { benchmark.figures[$0]?.value }
                .map { "\(PlainText.line(benchmark.of)): \(Quantity($0, kpi.unit).number)" }
        }
        let goals = [target, benchmark].compactMap(\.self)
        return goals.isEmpty ? noGoals : goals
    }

    private static let noGoals = ["–"]

    // Tens of thousands are shown in a run; looking into each by reflection would cost seconds.
    func child(named name: String) -> Any? {
        switch name {
        case "lineTitle": lineTitle
        case "lineLink": lineLink
        case "linePeriod": linePeriod
        case "lineFigure": lineFigure
        case "lineMarks": lineMarks
        case "lineGoals": lineGoals
        case "lineStatus": lineStatus
        case "lineProcess": lineProcess
        case "lineAssurance": lineAssurance
        case "hasBounds": hasBounds
        case "hasGoals": hasGoals
        case "hasGoalColumn": hasGoalColumn
        case "hasStatusColumn": hasStatusColumn
        case "isTold": reasonToWithhold == nil
        case "lineShort": lineShort
        case "lineLong": lineLong
        default: nil
        }
    }
}

extension [MeasureLine] {
    /// One or none: that a table of these lines holds made figures.
    var madeMarks: [String] { contains(where: \.isMade) ? [AlertView.madeMark] : [] }

    /// Those that are told, which have rows.
    var told: [MeasureLine] { filter { $0.reasonToWithhold == nil } }

    /// Those that are withheld, by name.
    ///
    /// - Parameter isLinked: whether they lead to the pages of the measures.
    func withheldNames(isLinked: Bool) -> WithheldNames {
        WithheldNames(
            compactMap { line in
                line.reasonToWithhold.map {
                    WithheldNames.Name(title: line.lineTitle, link: isLinked ? line.lineLink : nil, reason: $0)
                }
            })
    }
}

extension MeasuresView.Sign: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "signShape": signShape
        case "signWord": signWord
        case "signClass": signClass
        // What has no shape and no style of its own is plain words: most cells of most tables.
        case "signMarks": signShape == "–" ? [] : [signShape]
        case "signStyles": signClass == "rag-unknown" || signClass == "travel" ? [] : [signClass]
        default: nil
        }
    }

    /// - Parameter grain: `by month`, where it is told on another grain than the figure.
    init(_ process: ProcessState, by grain: String?) {
        self.init(
            signShape: process.shape, signWord: process.words + (process.isTold ? grain.map { ", \($0)" } ?? "" : ""),
            signClass: process.cssClass)
    }

    /// - Parameter measure: nil where the KPI has no bounds, or is told without them at the level.
    init(status measure: ListedMeasure?, of kpi: KPI) {
        guard let measure else {
            self.init(signShape: "–", signWord: kpi.status == nil ? "–" : "Not told", signClass: "rag-unknown")
            return
        }
        if let told = measure.told {
            self.init(told.colour)
        } else {
            self.init(signShape: "–", signWord: "Withheld", signClass: "rag-unknown")
        }
    }

    /// Which way a figure went of which nobody has said what is steady: no judgement, and both figures.
    init(_ figure: SeenFigure, since before: SeenFigure?) {
        var words = "Not known"
        if figure.observation == nil || before.map({ $0.observation == nil }) == true {
            words = "Withheld"
        } else if let now = figure.value, let then = before?.value {
            let told = Quantity(then, figure.unit).number
            words = now > then ? "Up from \(told)" : now < then ? "Down from \(told)" : "As before"
        }
        self.init(signShape: "–", signWord: words, signClass: "travel")
    }
}
