import Measures
import ModuleKit

/// `empty_homes_returned`: long-term empty homes brought back into use since the baseline, as a share of those empty then.
///
/// - Numerator: homes brought back in the quarters since the baseline's end, a flow added up.
/// - Denominator: the long-term empty homes of the baseline's last quarter, a stock (long-term is six months or more).
///   Without any there is no share.
/// - Unit: percent.
/// - Source: the partnership's strategy, which asks for 10% of the baseline; the council's own returns.
/// - Departures: not the fall of the stock: homes fall empty as others return. A quarter without its figure leaves every
///   later period missing, since a sum with a hole is too small.
struct EmptyHomesReturned: FrameIndicator {
    private static let homes = "empty_homes"

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "empty_homes_returned", summary: "Empty homes brought back into use since the baseline",
            definition: """
                Long-term empty homes brought back into use in the quarters since the baseline, over the long-term empty \
                homes of the baseline's last quarter.
                """, unit: .percent,
            parameters: [
                ParameterDescription(
                    "baseline", .text, required: true, summary: "The period at whose end counting begins: 2023/24.")
            ],
            datasets: [
                DatasetUse(
                    Self.homes,
                    columns: [
                        ColumnUse("date", .date), ColumnUse("area", .area), ColumnUse("long_term_empty", .whole),
                        ColumnUse("brought_back", .whole),
                    ])
            ], carriesCounts: false, addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        _ = try baseline(request)
        return request.levels.map { level in
            Query(
                "homes/\(level)", of: Self.homes,
                by: [.area(level: level), .period(grain: Grain.quarter.rawValue)],
                measures: [Measure("empty", .sum("long_term_empty")), Measure("returned", .sum("brought_back"))])
        }
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let baseline = try baseline(request.request)
        let quarters = try quarters(request.table("homes/\(frame.level)"))
        return try frame.rows { cell in
            let last = Period(.quarter, holding: cell.period.lastMonth)
            guard last.lastMonth == cell.period.lastMonth, last >= baseline,
                let stock = quarters[cell.area]?[baseline.ordinal]?.empty, stock > 0
            else { return nil }
            var returned = 0.0
            for quarter in baseline.ordinal..<last.ordinal {
                guard let more = quarters[cell.area]?[quarter + 1]?.returned else { return nil }
                returned += more
            }
            return Observation(
                value: returned / stock, numerator: returned, denominator: stock,
                denominatorVintage: baseline.description)
        }
    }

    private struct Quarter {
        var empty: Double?
        var returned: Double?
    }

    /// The figures by area and quarter.
    private func quarters(_ table: Table) throws(IndicatorError) -> [String: [Int: Quarter]] {
        let areas = table.texts("area")
        let empty = table.numbers("empty")
        let returned = table.numbers("returned")
        var quarters: [String: [Int: Quarter]] = [:]
        for (row, ordinal) in table.numbers("period").enumerated() {
            guard let ordinal = Int(exactly: ordinal) else { continue }
            guard row < areas.count, row < empty.count, row < returned.count else {
                throw .missingColumn("area, empty or returned", table: "homes")
            }
            quarters[areas[row], default: [:]][ordinal] = Quarter(
                empty: empty[row].isNaN ? nil : empty[row], returned: returned[row].isNaN ? nil : returned[row])
        }
        return quarters
    }

    /// The last quarter of the baseline period.
    private func baseline(_ request: IndicatorRequest) throws(IndicatorError) -> Period {
        guard let period = Period(try request.text("baseline")) else {
            throw .unfitParameter("baseline", expected: "a period, as 2023/24")
        }
        let quarter = Period(.quarter, holding: period.lastMonth)
        guard quarter.lastMonth == period.lastMonth else {
            throw .unfitParameter("baseline", expected: "a period that ends with a quarter")
        }
        return quarter
    }
}
