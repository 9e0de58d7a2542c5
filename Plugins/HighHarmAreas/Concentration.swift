import Measures
import ModuleKit

/// `concentration`: the share of crime in the top tenth of small areas.
///
/// Small areas are ranked anew in every period by their records; the top tenth is a tenth of them, rounded up. Both parts
/// count placed records only. `small_areas` states how many small areas there are; without it those with a record in any
/// period asked for are taken, which leaves out areas where nothing ever happened. Because the counts themselves choose
/// the top tenth, no test of two counts holds for it: it carries none.
struct Concentration: FrameIndicator {
    var description: IndicatorDescription {
        IndicatorDescription(
            name: "concentration", summary: "Share of crime in the top tenth of small areas",
            definition: "Records in the tenth of small areas with the most, over records in all small areas.",
            unit: .percent, parameters: SmallAreas.parameters, datasets: [SmallAreas.crime], carriesCounts: false,
            addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        try request.grains.map { grain throws(IndicatorError) in try SmallAreas.query(grain: grain, for: request) }
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        guard !frame.areas.isEmpty else { return [] }
        _ = try frame.onlyArea("concentration")
        let table = try request.table(SmallAreas.name(frame.grain))
        var counts: [Int: [Double]] = [:]
        for (period, count) in zip(table.numbers("period"), table.numbers("n")) {
            if let period = Int(exactly: period) { counts[period, default: []].append(count) }
        }
        let top = try SmallAreas.tenth(of: table, for: request.request)
        return try frame.rows { cell in
            let ranked = counts[cell.period.ordinal, default: []].sorted(by: >)
            let all = ranked.reduce(0, +)
            guard all > 0 else { return nil }
            let most = ranked.prefix(top).reduce(0, +)
            return Observation(value: most / all, numerator: most, denominator: all)
        }
    }
}
