import Measures
import ModuleKit

/// `empty_homes`: dwellings that are empty for six months or more, as the yearly return counts them.
///
/// A stock on the day of the return (for England the Council Taxbase's, a Monday early in October), not a flow: what was
/// brought back into use is `empty_homes_returned`. A stock is no count of events, so chance is not judged; stocks of years
/// do not add up.
///
/// - Numerator: the dwellings returned.
/// - Denominator: none.
/// - Unit: count.
/// - Source: Department for Levelling Up, Housing and Communities, *Live tables on dwelling stock (including vacants)*,
///   table 615.
/// - Departures: none; a year's figure is told for exactly the area that the return names. One that is not given is missing,
///   and a note gives the reason as the source marks it.
struct EmptyHomes: FrameIndicator {
    private static let dwellings = "long_term_vacant_dwellings"

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "empty_homes", summary: "Long-term empty homes",
            definition: "Dwellings empty for six months or more on the day of the year's return, as returned.", unit: .count,
            datasets: [
                DatasetUse(
                    Self.dwellings,
                    columns: [
                        ColumnUse("date", .date), ColumnUse("area", .area), ColumnUse("dwellings", .number),
                        ColumnUse("note", .text),
                    ])
            ], carriesCounts: false, addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        if let grain = request.grains.first(where: { $0 != Grain.calendarYear.rawValue }) {
            throw .unsupported("empty_homes is told by calendar year, not by \(grain)")
        }
        return request.queriesByPeriod(
            Self.dwellings, of: Self.dwellings, by: ["note"],
            measures: [Measure("least", .minimum("dwellings")), Measure("greatest", .maximum("dwellings"))])
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let returns = try returns(for: frame, of: request)
        return try frame.rows { cell in
            returns[cell.area]?[cell.period].map { returned in
                returned.dwellings.map { Observation(value: $0) } ?? Observation(absent: .missing)
            }
        }
    }

    func notes(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String] {
        let returns = try returns(for: frame, of: request)
        let grain = try frame.periodGrain()
        var notes: [String] = []
        for area in frame.areas {
            let absent = frame.periods.map { Period(grain: grain, ordinal: $0) }.filter { period in
                returns[area]?[period].map { $0.dwellings == nil } ?? false
            }
            for (mark, years) in Dictionary(grouping: absent, by: { returns[area]?[$0]?.note ?? "" }).sorted(by: {
                $0.key < $1.key
            }) {
                let told = years.map(\.description).joined(separator: ", ")
                let reason = mark.isEmpty ? "without a reason" : "the source marks it '\(mark)'"
                notes.append("long-term empty homes of \(area) are not given for \(told): \(reason)")
            }
        }
        return notes
    }

    private struct Return {
        var dwellings: Double?
        var note: String
    }

    private func returns(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String: [Period: Return]] {
        let table = try request.table(Self.dwellings, for: frame)
        let grain = try frame.periodGrain()
        let areas = table.texts("area")
        let notes = table.texts("note")
        let least = table.numbers("least")
        let greatest = table.numbers("greatest")
        var returns: [String: [Period: Return]] = [:]
        for (row, ordinal) in table.numbers("period").enumerated() {
            guard let ordinal = Int(exactly: ordinal) else { continue }
            guard row < areas.count, row < notes.count, row < least.count, row < greatest.count else {
                throw .missingColumn("area, note, least or greatest", table: Self.dwellings)
            }
            let period = Period(grain: grain, ordinal: ordinal)
            let isGiven = !least[row].isNaN
            guard !isGiven || least[row] == greatest[row], returns[areas[row]]?[period] == nil else {
                throw .repeatedGroup("\(areas[row]) in \(period)", table: Self.dwellings)
            }
            returns[areas[row], default: [:]][period] = Return(dwellings: isGiven ? least[row] : nil, note: notes[row])
        }
        return returns
    }
}
