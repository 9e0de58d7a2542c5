import Measures
import ModuleKit

/// `concentration`: the share of crime in the top tenth of small areas.
///
/// Small areas are ranked anew in every period by their records; the top tenth is a tenth of them, rounded up. Both parts
/// count placed records only. `small_areas` states how many small areas there are; without it those with a record in any
/// period asked for are taken, which leaves out areas where nothing ever happened. Because the counts themselves choose
/// the top tenth, no test of two counts holds for it: it carries none.
struct Concentration: FrameIndicator {
    private static let crime = "street_crime"

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "concentration", summary: "Share of crime in the top tenth of small areas",
            definition: "Records in the tenth of small areas with the most, over records in all small areas.",
            unit: .percent,
            parameters: [
                .ownCondition,
                ParameterDescription(
                    "small_area_level", .text, summary: "The level of the small areas; lsoa where left out."),
                ParameterDescription("small_areas", .number, summary: "How many small areas there are."),
            ],
            datasets: [DatasetUse(Self.crime, columns: [ColumnUse("date", .date), ColumnUse("area", .area)])],
            carriesCounts: false, addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let level = try request.optionalText("small_area_level") ?? "lsoa"
        let condition = try request.condition()
        return request.grains.map { grain in
            Query(
                "small areas/\(grain)", of: Self.crime, where: condition,
                by: [.area(level: level), .period(grain: grain)],
                measures: [Measure("n", .count)])
        }
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        guard !frame.areas.isEmpty else { return [] }
        _ = try frame.onlyArea("concentration")
        let table = try request.table("small areas/\(frame.grain)")
        var counts: [Int: [Double]] = [:]
        for (period, count) in zip(table.numbers("period"), table.numbers("n")) {
            if let period = Int(exactly: period) { counts[period, default: []].append(count) }
        }
        let stated = try request.request.whole("small_areas", default: 0)
        let number = max(stated, Set(table.texts("area")).count)
        let top = (number + 9) / 10
        return try frame.rows { cell in
            let ranked = counts[cell.period.ordinal, default: []].sorted(by: >)
            let all = ranked.reduce(0, +)
            guard all > 0 else { return nil }
            let most = ranked.prefix(top).reduce(0, +)
            return Observation(value: most / all, numerator: most, denominator: all)
        }
    }
}
