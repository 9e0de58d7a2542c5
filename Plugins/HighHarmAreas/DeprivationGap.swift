import Measures
import ModuleKit
import Statistics

/// `deprivation_gap`: the crime rate of the most deprived small areas against that of the rest of their area: 1 is no gap.
///
/// It is told as observed over expected. Both counts vary by chance, so Σw² is n + n²/m, where n are the records in the
/// deprived small areas and m those in the rest: the relative variance of the ratio is then 1/n + 1/m (delta method). For a
/// single area a note gives the exact 95% interval of the latest period (Clopper and Pearson's, of the share of n in n + m).
///
/// - Numerator: records in the area's small areas up to the stated `decile` of the dataset `deprivation`, 1 for the most
///   deprived tenth of the nation; the dataset's contract names its edition.
/// - Denominator: what the rest of the area's records for each person would give the people of those small areas. An area
///   that has no deprived small area, or nothing else, and a period whose people are not known have no gap.
/// - Unit: an index: 1 is no gap.
/// - Source: the partnership's list of indicators; deciles by Ministry of Housing, Communities and Local Government,
///   *English Indices of Deprivation 2019*, which names LSOAs by their 2011 codes.
/// - Departures: the rest holds the records that lie in no small area, such as those that an older file places by the old
///   code of a split one; a deprived small area that was split is told in a note, and counts with the rest until the dataset
///   names its successors; so does one that was merged from a deprived one and another, which is no longer wholly deprived. Crime is counted where it happened, people where they live.
struct DeprivationGap: FrameIndicator {
    private static let deprivation = "deprivation"
    private let population = PopulationDenominator()

    var description: IndicatorDescription {
        IndicatorDescription(
            name: "deprivation_gap", summary: "Crime rate of the most deprived neighbourhoods against the rest",
            definition: """
                Records per head in the area's small areas up to the stated decile of deprivation (1 is the most deprived tenth), over \
                records per head in the rest of the area; 1 is no gap.
                """, unit: .index,
            parameters: [
                .ownCondition, SmallAreas.levelParameter,
                ParameterDescription(
                    "decile", .number, required: true, summary: "The last decile that counts as deprived, 1 to 9."),
            ] + population.parameters,
            datasets: [
                SmallAreas.crime,
                DatasetUse(Self.deprivation, columns: [ColumnUse("area", .area), ColumnUse("decile", .whole)]),
            ], carriesCounts: true, addsUp: false, levels: SmallAreas.levels(itself: false))
    }

    func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let decile = try request.whole("decile")
        guard (1...9).contains(decile) else { throw .unfitParameter("decile", expected: "1 to 9") }
        let small = try SmallAreas.level(request)
        let isDeprived = "decile <= \(decile)"
        var queries = request.queriesByPeriod(
            "crime", of: SmallAreas.crime.name, where: try request.condition(), measures: [Measure("n", .count)])
        queries += request.queriesByArea(
            "deprived", of: Self.deprivation, where: isDeprived, measures: [Measure("n", .count)])
        for level in request.levels {
            queries.append(
                Query(
                    Self.deprivedParts(of: level), of: Self.deprivation, by: [.area(level: level), .part(level: small)],
                    measures: [Measure("n", .count), Measure("deprived", .countWhere(isDeprived))]))
            for grain in request.grains {
                queries.append(try SmallAreas.query(within: level, grain: grain, for: request))
            }
        }
        var levels = request
        levels.levels.append(small)
        return queries + (try population.queries(levels))
    }

    private static func deprivedParts(of level: String) -> String { "deprived parts/\(level)" }

    func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let parts = try parts(for: frame, of: request)
        return try frame.rows { cell in
            guard let part = parts[cell], part.restCount > 0 else { return nil }
            let expected = part.people * part.restCount / part.restPeople
            return Observation(
                value: part.count / expected, numerator: part.count, denominator: expected,
                denominatorVintage: part.vintage, count: part.count,
                sumOfSquaredWeights: part.count + part.count * part.count / part.restCount)
        }
    }

    func notes(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String] {
        var notes = try vintageNotes(for: frame, of: request)
        guard frame.areas.count == 1 else { return notes }
        let parts = try parts(for: frame, of: request).filter { $0.value.restCount > 0 }
        if let last = parts.keys.max(by: { $0.periodIndex < $1.periodIndex }), let part = parts[last],
            let test = try? RateComparison(
                count: part.count, exposure: part.people, baseCount: part.restCount, baseExposure: part.restPeople),
            let interval = try? test.ratioInterval(), let ratio = test.ratio, interval.upper.isFinite
        {
            let told = [ratio, interval.lower, interval.upper].map { DecimalText.shortest($0, upTo: 2) }
            notes.append(
                """
                deprivation gap of \(last.period): \(told[0]), 95% interval \(told[1]) to \
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

    /// Records and people of the deprived small areas and of the rest. Left out is an area without a deprived one, and a period of which
    /// the people of one of them are not known.
    private func parts(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [Cell: Parts] {
        guard !frame.areas.isEmpty else { return [:] }
        let deprived = try deprivedParts(for: frame, of: request).wholly
        guard !deprived.isEmpty else { throw .unfitData("no small area of the dataset 'deprivation' is deprived") }
        let all = try request.column("n", of: "crime", for: frame)
        let people = try population.figures(for: frame, of: request)
        let crime = try RankedCounts(request, within: frame.level, grain: frame.grain)
        var small = frame
        small.level = try SmallAreas.level(request.request)
        let residents = try population.figures(for: small, of: request)

        var parts: [Cell: Parts] = [:]
        for cell in try frame.cells() {
            guard let small = deprived[cell.area] else { continue }
            let living = small.compactMap { residents.figure($0, year: cell.period.lastMonth.year) }
            let inSmall = living.reduce(0) { $0 + $1.value }
            guard living.count == small.count, let whole = people.stock(cell), whole.value > inSmall else { continue }
            let place = RankedCounts.Place(area: cell.area, period: cell.period.ordinal)
            let count = crime.byPlace[place, default: []].reduce(0) { $0 + (small.contains($1.part) ? $1.number : 0) }
            let vintages = Set(living.map { "\($0.year)" }).union([whole.vintage])
            parts[cell] = Parts(
                count: count, people: inSmall, restCount: (all[cell] ?? 0) - count, restPeople: whole.value - inSmall,
                vintage: vintages.sorted().joined(separator: ", "))
        }
        return parts
    }

    /// What the dataset says of the small areas of a frame.
    private struct DeprivedParts {
        /// In each area of the frame, the small areas of which every record of the dataset is deprived.
        var wholly: [String: Set<String>] = [:]
        /// Those that were merged from deprived ones and others, in all areas together.
        var partly: Set<String> = []
        /// How many deprived records lie in a small area of today.
        var named = 0.0
    }

    private func deprivedParts(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> DeprivedParts {
        let name = Self.deprivedParts(of: frame.level)
        let table = try request.table(name)
        let areas = table.texts("area")
        let parts = table.texts("part")
        let all = table.numbers("n")
        let deprived = table.numbers("deprived")
        guard [areas.count, parts.count, all.count, deprived.count].allSatisfy({ $0 == table.rowCount }) else {
            throw .missingColumn("area, part, n or deprived", table: name)
        }
        var found = DeprivedParts()
        for row in 0..<table.rowCount where deprived[row] > 0 {
            found.named += deprived[row]
            if deprived[row] == all[row] {
                found.wholly[areas[row], default: []].insert(parts[row])
            } else {
                found.partly.insert(parts[row])
            }
        }
        return found
    }

    /// Tells of deprived small areas that no area of today's level is, and of those of today that only a part of is deprived.
    private func vintageNotes(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [String] {
        let named = try request.areaTable("deprived", for: frame).numbers("n").reduce(0, +)
        let found = try deprivedParts(for: frame, of: request)
        var notes: [String] = []
        if named > found.named {
            notes.append(
                """
                \(DecimalText.shortest(named - found.named, upTo: 0)) of \(DecimalText.shortest(named, upTo: 0)) deprived small areas were \
                split, and count with the rest: name their successors in the dataset 'deprivation'
                """)
        }
        if !found.partly.isEmpty {
            notes.append(
                """
                small areas merged from a deprived one and another count with the rest: \
                \(found.partly.sorted().joined(separator: ", "))
                """)
        }
        return notes
    }
}
