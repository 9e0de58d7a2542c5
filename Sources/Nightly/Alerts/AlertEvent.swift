import AlertStore
import Alerting
import Measures

/// One thing that was recorded of an alert, as `beacon alerts history` tells it.
public struct AlertEvent: Sendable, Encodable {
    /// The as-of date of the run that recorded it.
    public var date: String
    public var run: Int64?
    public var rule: String
    public var area: String
    public var areaName: String
    /// What happened, in one word: a state.
    public var event: String
    public var period: String?

    init(_ step: StoredAlert.Step, of alert: StoredAlert) {
        date = step.asOf.description
        run = step.run.rawValue
        rule = alert.rule
        area = alert.area.rawValue
        areaName = alert.toldArea?.name ?? alert.area.rawValue
        event = step.transition.state.rawValue
        period = step.transition.period.description
    }

    /// `firing in 2024 Q1`
    var words: String { event + (period.map { " in \($0)" } ?? "") }

    /// The names of `cells`.
    public static let columns = ["as of", "rule", "area", "what"]

    /// For a table in text.
    public var cells: [String] { [date, rule, areaName, words] }
}
