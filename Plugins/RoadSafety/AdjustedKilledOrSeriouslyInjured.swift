import Measures
import ModuleKit

/// `adjusted_ksi`: people killed or seriously injured, adjusted for how the police record severity.
///
/// Σw² goes with it, from which chance in a weighted sum is judged. A second note tells from when the police record by
/// injury, where `injury_based` says so: there the figure as recorded steps, and the adjusted one should not.
///
/// - Numerator: casualties killed (of the `severities` stated, Fatal in STATS19), each 1, and of every other casualty the
///   weight that the source gives: the probability of being recorded as seriously injured had the police used injury-based
///   recording.
/// - Denominator: none.
/// - Unit: an index: casualties, weighted.
/// - Source: Department for Transport, *Guide to severity adjustments for reported road casualties*; the weights are the
///   column `adjusted_serious`, as published with STATS19, and change with every edition. They stand in a dataset of
///   their own, since many extracts of casualties come without them.
/// - Departures: a period in which a casualty has no weight is left out, and a note says how many.
struct AdjustedKilledOrSeriouslyInjured: FrameIndicator {
    private static let name = "adjusted_casualties"
    private static let casualties = DatasetUse(
        name,
        columns: Casualties.use.columns + [ColumnUse("adjusted_serious", .number), ColumnUse("injury_based", .truth)])

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "adjusted_ksi", summary: "People killed or seriously injured, adjusted for recording",
            definition: """
                Casualties of the severities stated (Fatal), and the sum over all others of the weight that the source gives for \
                having been seriously injured.
                """, unit: .index, parameters: Casualties.parameters, datasets: [Self.casualties], carriesCounts: true,
            addsUp: true)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let condition = try Casualties.condition(request)
        let killed = try Casualties.counted(request)
        return request.queriesByPeriod(
            "killed", of: Self.name, where: Condition.all(killed, condition),
            measures: [Measure("n", .count)])
            + request.queriesByPeriod(
                "others", of: Self.name, where: Condition.all("not (\(killed))", condition),
                measures: [
                    Measure("n", .count), Measure("weights", .sum("adjusted_serious")),
                    Measure("squares", .sum("adjusted_serious * adjusted_serious")),
                    Measure("weighted", .countWhere("adjusted_serious > 0")),
                    Measure("unweighted", .countWhere("missing(adjusted_serious)")),
                    Measure("by_injury", .countWhere("injury_based == true")),
                ])
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let killed = try request.column("n", of: "killed", for: frame)
        let weights = try request.column("weights", of: "others", for: frame)
        let squares = try request.column("squares", of: "others", for: frame)
        let weighted = try request.column("weighted", of: "others", for: frame)
        let unweighted = try request.column("unweighted", of: "others", for: frame)
        return try frame.rows { cell in
            guard (unweighted[cell] ?? 0) == 0 else { return nil }
            let dead = killed[cell] ?? 0
            let sum = dead + (weights[cell] ?? 0)
            return Observation(
                value: sum, numerator: sum, count: dead + (weighted[cell] ?? 0),
                sumOfSquaredWeights: dead + (squares[cell] ?? 0))
        }
    }

    func notes(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String] {
        let others = try request.column("n", of: "others", for: frame)
        let unweighted = try request.column("unweighted", of: "others", for: frame)
        let byInjury = try request.column("by_injury", of: "others", for: frame)
        var notes: [String] = []
        var cells: [String: [Cell]] = [:]
        for cell in try frame.cells() { cells[cell.area, default: []].append(cell) }
        for area in frame.areas {
            let own = cells[area] ?? []
            let lacking = own.reduce(0) { $0 + (unweighted[$1] ?? 0) }
            if lacking > 0 {
                notes.append(
                    "\(area): \(DecimalText.shortest(lacking, upTo: 0)) casualties have no adjusted weight; their periods are left out"
                )
            }
            // Killed are killed by any way of recording, so the others alone tell of it.
            let told = own.filter { (others[$0] ?? 0) > 0 }
            guard let first = told.first(where: { (byInjury[$0] ?? 0) > 0 }),
                told.contains(where: { (byInjury[$0] ?? 0) < (others[$0] ?? 0) })
            else { continue }
            notes.append(
                """
                \(area): severity is recorded by injury from \(first.period), not in all casualties before; figures as recorded step there, \
                adjusted ones should not
                """)
        }
        return notes
    }
}
