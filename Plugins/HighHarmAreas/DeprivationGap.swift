import Measures
import ModuleKit
import Statistics

/// `deprivation_gap`: the crime rate of the most deprived small areas against that of all others, as a ratio: 1 is no gap.
///
/// Value: records for each person in the small areas of the national most deprived tenth (`decile` 1 of the dataset `deprivation`, which
/// names LSOAs by their 2011 codes as the Indices of Deprivation 2019 do), over records for each person in the rest of the whole. It is told as
/// observed over expected: the numerator is the records in the deprived small areas, the denominator what the rest's rate would give their
/// people. Both counts vary by chance, so Σw² is n + n²/m, where n are the records in the deprived small areas and m those in the rest: the
/// relative variance of the ratio is then 1/n + 1/m (delta method). A note gives the exact 95% interval of the latest period (Clopper and
/// Pearson's, of the share of n in n + m). Departures: the rest holds the records that lie in no small area, such as those that an older
/// file places by the old code of a split one; a deprived small area that was split is told in a note, and counts with the rest until the
/// dataset names its successors. Crime is counted where it happened, people where they live.
struct DeprivationGap: FrameIndicator {
    private static let deprivation = "deprivation"
    private let population = PopulationDenominator()

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "deprivation_gap", summary: "Crime rate of the most deprived neighbourhoods against the rest",
            definition: """
                Records per head in the small areas of the most deprived tenth (or the decile stated), over records per head in the rest; \
                1 is no gap.
                """, unit: .index,
            parameters: [
                .ownCondition, SmallAreas.levelParameter,
                ParameterDescription(
                    "decile", .number, summary: "The last decile that counts as deprived, 1 to 9; 1 where left out."),
            ] + population.parameters,
            datasets: [
                SmallAreas.crime,
                DatasetUse(Self.deprivation, columns: [ColumnUse("area", .area), ColumnUse("decile", .whole)]),
            ], carriesCounts: true, addsUp: false)
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let decile = try request.whole("decile", default: 1)
        guard (1...9).contains(decile) else { throw .unfitParameter("decile", expected: "1 to 9") }
        let small = try ofSmallAreas(request)
        guard !request.levels.contains(small.levels[0]) else {
            throw .unsupported("deprivation_gap is told for the whole partnership, not by \(small.levels[0])")
        }
        var queries: [Query] = []
        for levels in [request, small] {
            queries += levels.queriesByPeriod(
                "crime", of: SmallAreas.crime.name, where: try request.condition(), measures: [Measure("n", .count)])
            queries += levels.queriesByArea(
                "deprived", of: Self.deprivation, where: "decile <= \(decile)", measures: [Measure("n", .count)])
            queries += try population.queries(levels)
        }
        return queries
    }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let parts = try parts(for: frame, of: request)
        return try frame.rows { cell in
            guard let part = parts[cell.period.ordinal], part.restCount > 0 else { return nil }
            let expected = part.people * part.restCount / part.restPeople
            return Observation(
                value: part.count / expected, numerator: part.count, denominator: expected,
                denominatorVintage: part.vintage, count: part.count,
                sumOfSquaredWeights: part.count + part.count * part.count / part.restCount)
        }
    }

    func notes(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String] {
        var notes: [String] = []
        if let split = try splitNote(for: frame, of: request) { notes.append(split) }
        let parts = try parts(for: frame, of: request).filter { $0.value.restCount > 0 }
        if let last = parts.keys.max(), let part = parts[last],
            let test = try? RateComparison(
                count: part.count, exposure: part.people, baseCount: part.restCount, baseExposure: part.restPeople),
            let interval = try? test.ratioInterval(), let ratio = test.ratio, interval.upper.isFinite
        {
            let told = [ratio, interval.lower, interval.upper].map { DecimalText.shortest($0, upTo: 2) }
            notes.append(
                """
                deprivation gap of \(Period(grain: try frame.periodGrain(), ordinal: last)): \(told[0]), 95% interval \(told[1]) to \
                \(told[2])
                """)
        }
        return notes
    }

    private struct Parts {
        var count: Double
        var people: Double
        var restCount: Double
        var restPeople: Double
        var vintage: String
    }

    /// Records and people of the deprived small areas and of the rest, by period; a period of which the people of one of them are not known is
    /// left out.
    private func parts(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [Int: Parts] {
        guard !frame.areas.isEmpty else { return [:] }
        _ = try frame.onlyArea("deprivation_gap")
        let all = try request.column("n", of: "crime", for: frame)
        let people = try population.figures(for: frame, of: request)
        var small = frame
        small.level = try SmallAreas.level(request.request)
        small.areas = Array(Set(try request.areaTable("deprived", for: small).texts("area"))).sorted()
        guard !small.areas.isEmpty else { throw .unfitData("no small area of the dataset 'deprivation' is deprived") }
        let crime = try request.column("n", of: "crime", for: small)
        let residents = try population.figures(for: small, of: request)

        var deprived: [Int: (count: Double, people: Double, years: Set<String>)] = [:]
        var unknown: Set<Int> = []
        for cell in try small.cells() {
            guard let living = residents.stock(cell) else {
                unknown.insert(cell.period.ordinal)
                continue
            }
            var sum = deprived[cell.period.ordinal] ?? (0, 0, [])
            sum.count += crime[cell] ?? 0
            sum.people += living.value
            sum.years.insert(living.vintage)
            deprived[cell.period.ordinal] = sum
        }
        var parts: [Int: Parts] = [:]
        for cell in try frame.cells() where !unknown.contains(cell.period.ordinal) {
            guard let part = deprived[cell.period.ordinal], let whole = people.stock(cell), whole.value > part.people else {
                continue
            }
            parts[cell.period.ordinal] = Parts(
                count: part.count, people: part.people, restCount: (all[cell] ?? 0) - part.count,
                restPeople: whole.value - part.people,
                vintage: part.years.union([whole.vintage]).sorted().joined(separator: ", "))
        }
        return parts
    }

    /// Tells of deprived small areas that no area of today's level is.
    private func splitNote(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> String? {
        var small = frame
        small.level = try SmallAreas.level(request.request)
        let named = try request.areaTable("deprived", for: frame).numbers("n").reduce(0, +)
        let placed = try request.areaTable("deprived", for: small).numbers("n").reduce(0, +)
        guard named > placed else { return nil }
        return """
            \(DecimalText.shortest(named - placed, upTo: 0)) of \(DecimalText.shortest(named, upTo: 0)) deprived small areas were split, and \
            count with the rest: name their successors in the dataset 'deprivation'
            """
    }

    private func ofSmallAreas(_ request: IndicatorRequest) throws(IndicatorError) -> IndicatorRequest {
        var small = request
        small.levels = [try SmallAreas.level(request)]
        return small
    }
}
