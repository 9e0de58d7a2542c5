import Alerting
import Charts
import Definitions
import Disclosure
import Measures
import RuleLanguage

/// A standing as one audience may see it: nothing in it tells more than that audience may know.
struct ListedStanding: Sendable {
    var rule: Rule
    var area: Area
    var section: ListSection
    var state: AlertState
    var verdict: Verdict
    var period: Period
    var since: Period?
    var message: String
    /// Nil where figures are rounded for the audience: the workings are those of the exact figures.
    var explanation: Explanation?
    /// The figure of the rule's first KPI, against what the rule holds it; nil where the workings are more than one comparison.
    var comparison: ComparisonWords?
    var figure: Observation
    /// Of every figure that it rests on.
    var denominators: DenominatorVintages
    var kpi: KPI
    var target: Double?
    var benchmark: Double?
    var isProvisional: Bool
    var isMade: Bool
    var isRounded: Bool
    /// Whether any figure that it rests on is a range.
    var isRange: Bool
    var trend: Trend?
    /// The area among the others, where the rule looks for areas outside their funnel.
    var funnel: FunnelReading?
    /// What it has to do without, in words: sources missing behind its figures, editions that are late.
    var shortfalls: [String] = []
    /// Who knows of it, and who keeps it out of the notices, where somebody does.
    var acknowledgement: ListedMark?
    var silence: ListedMark?
    /// What is done in answer to it, oldest first.
    var actions: [ListedAction] = []
    /// The as-of date on which an open alert came to stand as it does.
    var opened: CalendarDate?
    /// Whether it is open only because figures are due and not in.
    var restsOnAbsence = false
    /// What became of it before tonight, for readers who see every figure.
    var past = AlertNews.Past()
    /// Alerts for smaller areas that are told under it.
    var folded: [ListedStanding] = []
}

extension ListedStanding {
    /// Why a message holds a range, for a reader.
    static let rangeWords =
        "A range, such as 42 to 49, holds the true figure: the source rounded it, or not every record has its place."

    /// The message for a line that has no other place for the area: named once, as most messages name it themselves.
    var lineMessage: String {
        (message.contains(area.name) ? message : "\(area.name): \(message)") + denominators.inBrackets
    }
}

/// What became of a standing on its way to an audience.
enum DisclosedStanding {
    case shown(ListedStanding)
    /// All that may be said: that this rule was judged for this area, and that the audience may not see how it stands.
    case withheld(WithholdingReason)
}

/// The course of the KPI that decides a standing, disclosed, ready to be drawn.
struct Trend {
    var title: String
    var unit: Unit
    var points: [ChartPoint]
    var threshold: ReferenceValue?
    var benchmark: ReferenceValue?
    /// Process limits, where the rule judges by them.
    var process: ProcessLines = .none

    /// Drawn narrow, so that its text is still legible on a telephone.
    func chart(id: String) -> TrendChart {
        TrendChart(
            id: id, title: title, unit: unit, points: points, threshold: threshold, benchmark: benchmark, process: process,
            width: 340, plotHeight: 110)
    }
}
