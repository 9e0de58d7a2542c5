import Measures
import ModuleKit

/// `education_settings`: the share of education settings that have a champion, or have taken the Purple Pledge.
///
/// A state at the period's last day, from a register of settings. It is a stock: periods do not add up, the same settings
/// stand in each, and chance is not judged.
///
/// - Numerator: settings that are open on that day and have, by then, what `having` names: a `champion`, the `pledge`, or
///   `both`.
/// - Denominator: settings that are open on that day: that have opened (or of which no day is known) and not closed.
/// - Unit: percent.
/// - Source: the partnership's strategy, domestic abuse, theme Prevention: all settings identify a Domestic Abuse
///   Champion and sign up to the Purple Pledge.
/// - Departures: the register has no end of a champion's time, so that one who leaves without a successor has to be taken
///   out of it, which then changes the past too.
struct EducationSettings: FrameIndicator {
    private static let settings = "education_settings"
    private static let days = ["opened", "closed", "champion_since", "pledged_on"]

    private enum Having: String {
        case champion, pledge, both
    }

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "education_settings", summary: "Share of education settings with a champion or the Purple Pledge",
            definition: """
                Settings open on the period's last day that have a champion, have taken the Purple Pledge, or both, over all \
                settings open on that day.
                """, unit: .percent,
            parameters: [
                ParameterDescription(
                    "having", .text, summary: "champion, pledge or both; both where left out, as the strategy asks for.")
            ],
            datasets: [
                DatasetUse(
                    Self.settings, columns: [ColumnUse("area", .area)] + Self.days.map { ColumnUse($0, .date) })
            ], carriesCounts: false, addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        _ = try having(request)
        return request.queriesByArea(
            "settings", of: Self.settings, by: Self.days, measures: [Measure("n", .count)])
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let having = try having(request.request)
        let table = try request.areaTable("settings", for: frame)
        let opened = try table.dates("opened", named: "settings")
        let closed = try table.dates("closed", named: "settings")
        let champion = try table.dates("champion_since", named: "settings")
        let pledged = try table.dates("pledged_on", named: "settings")
        let areas = table.texts("area")
        let counts = table.numbers("n")
        return try frame.rows { cell in
            let end = cell.period.lastDay
            func isPast(_ day: CalendarDate?) -> Bool { day.map { $0 <= end } ?? false }
            var open = 0.0
            var part = 0.0
            for row in 0..<table.rowCount where areas[row] == cell.area {
                guard opened[row] == nil || isPast(opened[row]), !isPast(closed[row]) else { continue }
                open += counts[row]
                let has =
                    switch having {
                    case .champion: isPast(champion[row])
                    case .pledge: isPast(pledged[row])
                    case .both: isPast(champion[row]) && isPast(pledged[row])
                    }
                if has { part += counts[row] }
            }
            return open > 0 ? Observation(value: part / open, numerator: part, denominator: open) : nil
        }
    }

    private func having(_ request: IndicatorRequest) throws(IndicatorError) -> Having {
        guard let having = Having(rawValue: try request.optionalText("having") ?? Having.both.rawValue) else {
            throw .unfitParameter("having", expected: "champion, pledge or both")
        }
        return having
    }
}
