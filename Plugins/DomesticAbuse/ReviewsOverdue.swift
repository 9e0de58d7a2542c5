import Measures
import ModuleKit

/// `reviews_overdue`: actions of homicide reviews that were due and not completed at the end of the period.
///
/// A state at the period's last day, from the data alone. It is a stock: values of periods do not add up, and one action
/// may count in many, so chance is not judged.
///
/// - Numerator: actions due by that day, and completed later or not at all. One completed late counts as overdue at the
///   ends of the periods between.
/// - Denominator: none.
/// - Unit: count of actions.
/// - Source: the partnership's own definition; the actions are those of reviews under section 9 of the Domestic Violence,
///   Crime and Victims Act 2004 and the Home Office's statutory guidance on them.
/// - Departures: none. An action without a due day is in no count.
struct ReviewsOverdue: FrameIndicator {
    private static let actions = "homicide_review_actions"

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "reviews_overdue", summary: "Homicide-review actions overdue",
            definition: "Actions due on or before the period's last day and not completed by it.", unit: .count,
            datasets: [DatasetUse(Self.actions, columns: [ColumnUse("date", .date), ColumnUse("completed", .date)])],
            carriesCounts: false, addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        request.queriesByArea(
            "actions", of: Self.actions, by: ["date", "completed"], measures: [Measure("n", .count)])
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let table = try request.areaTable("actions", for: frame)
        let due = try table.dates("date", named: "actions")
        let completed = try table.dates("completed", named: "actions")
        let areas = table.texts("area")
        let counts = table.numbers("n")
        return try frame.rows { cell in
            let end = cell.period.lastDay
            var overdue = 0.0
            for row in 0..<table.rowCount where areas[row] == cell.area {
                guard let due = due[row], due <= end else { continue }
                if let completed = completed[row], completed <= end { continue }
                overdue += counts[row]
            }
            return Observation(value: overdue)
        }
    }
}
