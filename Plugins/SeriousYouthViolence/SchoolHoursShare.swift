import Measures
import ModuleKit

/// `school_hours_share`: the share of incidents that happen around the school day, on the way there and back.
///
/// Where `terms` names a dataset of term dates, only days in a term count for the numerator; a day that no term holds is
/// holiday, so the dataset has to reach as far as the incidents.
///
/// - Numerator: incidents, as `incidents` counts them, that began on a day from Monday to Friday in one of the `hours`: 8
///   is from 08:00 to 08:59.
/// - Denominator: all incidents of which the beginning is known; without one there is no share.
/// - Unit: percent.
/// - Source: the partnership's own definition; the hours are those of the local schools' day, and have to be stated.
/// - Departures: bank holidays and training days within a term count as school days; a source that writes an unknown time
///   as midnight lowers the share.
struct SchoolHoursShare: FrameIndicator {
    private static let incidents = DatasetUse(
        YouthViolence.name, columns: YouthViolence.use.columns + [ColumnUse("began", .moment)])

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "school_hours_share", summary: "Share of incidents in the hours around school",
            definition: """
                Incidents, as `incidents` counts them, that began from Monday to Friday in one of the hours around school, in term where term \
                dates are given, over all incidents with a known beginning.
                """, unit: .percent,
            parameters: YouthViolence.parameters + [
                ParameterDescription(
                    "hours", .texts, required: true, summary: "The hours of the day, 0 to 23: 8 is from 08:00 to 08:59."),
                ParameterDescription(
                    "terms", .dataset, summary: "Term dates, with the columns first_day and last_day; none where left out."),
            ], datasets: [Self.incidents], carriesCounts: true, addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let known = Condition.all(try YouthViolence.condition(request), "not missing(began)")
        let around = Condition.all(
            known, "weekday(began) <= 5", "hour(began) in [\(try hours(request).joined(separator: ", "))]")
        var queries = request.queriesByPeriod(
            "incidents", of: YouthViolence.name, where: known, measures: [Measure("n", .count)])
        queries += request.queriesByPeriod(
            "around school", of: YouthViolence.name, where: around, by: ["date"], measures: [Measure("n", .count)])
        if let terms = try request.optionalText("terms") {
            queries.append(
                Query(
                    "terms", of: terms, by: [.column("first_day"), .column("last_day")], measures: [Measure("n", .count)]))
        }
        return queries
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let all = try request.column("n", of: "incidents", for: frame)
        let around = try aroundSchool(frame, request)
        return try frame.rows { cell in
            guard let whole = all[cell], whole > 0 else { return nil }
            let part = around[cell.area]?[cell.period.ordinal] ?? 0
            return Observation(value: part / whole, numerator: part, denominator: whole, count: part)
        }
    }

    /// Incidents around school on school days, by area and period.
    private func aroundSchool(_ frame: Frame, _ request: ComputeRequest) throws(IndicatorError) -> [String: [Int: Double]] {
        let table = try request.table("around school", for: frame)
        let days = try table.dates("date", named: "around school")
        let areas = table.texts("area")
        let counts = table.numbers("n")
        let terms = try terms(request)
        var sums: [String: [Int: Double]] = [:]
        for (row, ordinal) in table.numbers("period").enumerated() {
            guard let ordinal = Int(exactly: ordinal), let day = days[row] else { continue }
            guard terms?.contains(where: { $0.contains(day) }) ?? true else { continue }
            sums[areas[row], default: [:]][ordinal, default: 0] += counts[row]
        }
        return sums
    }

    /// From the first to the last day of each term; nil where the KPI names no term dates.
    private func terms(_ request: ComputeRequest) throws(IndicatorError) -> [ClosedRange<CalendarDate>]? {
        guard try request.request.optionalText("terms") != nil else { return nil }
        let table = try request.table("terms")
        let first = try table.dates("first_day", named: "terms")
        let last = try table.dates("last_day", named: "terms")
        var terms: [ClosedRange<CalendarDate>] = []
        for (first, last) in zip(first, last) {
            guard let first, let last, first <= last else {
                throw .unfitData("a term of the term dates has no first or last day, or ends before it begins")
            }
            terms.append(first...last)
        }
        return terms
    }

    private func hours(_ request: IndicatorRequest) throws(IndicatorError) -> [String] {
        let hours = try request.texts("hours")
        guard hours.allSatisfy({ text in Int(text).map { (0...23).contains($0) } ?? false }) else {
            throw .unfitParameter("hours", expected: "hours of the day, 0 to 23")
        }
        return hours
    }
}
