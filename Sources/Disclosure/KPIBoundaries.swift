import Measures

/// Between which boundaries one KPI is told to an audience, area by area.
struct KPIBoundaries: Sendable {
    private let periods: BasePeriods
    private let forest: AreaForest
    /// By node of the forest, by boundary.
    let boundaries: [[Bool]]

    /// - Parameters:
    ///   - blocks: the KPI's figures, those of all levels and grains.
    ///   - within: those of a less strict audience; nil where there is none.
    /// - Returns: nil where it has no figures of its base grain.
    init?(
        _ kpi: PublishedKPI, _ blocks: [ObservationBlock], codes: AreaCodes, under policy: DisclosurePolicy,
        within: KPIBoundaries?
    ) {
        guard let base = BaseFigures(blocks, grains: kpi.grains) else { return nil }
        let forest = AreaForest(base.areas, by: codes)
        let table = CountTable(
            periods: base.periods,
            nodes: forest.nodes.map { node in
                (node.parent, node.areas.map { CountSeries(base.observations(of: $0), unit: kpi.unit) })
            })
        periods = base.periods
        self.forest = forest
        boundaries = BoundaryChoice(table, under: policy, within: within?.boundaries).boundaries
    }

    /// Whether a period is made of base periods, and not told.
    func isHeld(_ area: AreaCode, _ period: Period) -> Bool {
        guard let node = forest.places[area], let (start, end) = periods.boundaries(of: period) else { return false }
        return !boundaries[node][start] || !boundaries[node][end]
    }

    /// Why a figure that is not small itself is withheld; nil where it may be told.
    func reasonToWithhold(_ area: AreaCode, _ period: Period) -> WithholdingReason? {
        guard let node = forest.places[area] else { return .crossingArea }
        guard let (start, end) = periods.boundaries(of: period), boundaries[node][start], boundaries[node][end] else {
            return .smallCount
        }
        return nil
    }
}

/// A KPI's figures of its base grain, those of all levels.
private struct BaseFigures {
    let periods: BasePeriods
    private let rows: [AreaCode: (block: ObservationBlock, row: Int)]
    let areas: [AreaCode]
    private let first: Period

    init?(_ blocks: [ObservationBlock], grains: Set<Grain>) {
        // Where all periods overlap, the years among them are the base.
        let order: [Grain] = [.month, .quarter, .financialYear, .calendarYear, .rollingYear, .financialYearToDate]
        guard let grain = order.first(where: grains.contains) else { return nil }
        let told = blocks.filter { $0.grain == grain && $0.periodCount > 0 }
        guard let first = told.map(\.first).min(), let last = told.compactMap({ $0.lastReported }).max() else { return nil }
        if grain.overlaps {
            self.first = Period(.financialYear, holding: first.lastMonth)
        } else {
            self.first = first
        }
        let years = Period(.financialYear, holding: last.lastMonth)
        let end = !grain.overlaps ? last : years.lastMonth == last.lastMonth ? years : years.moved(by: -1)
        let count = end.ordinal - self.first.ordinal + 1
        guard count > 0 else { return nil }
        periods = BasePeriods(first: self.first, count: count, grains: grains)
        areas = told.flatMap(\.areas)
        rows = Dictionary(
            told.flatMap { block in block.areas.enumerated().map { ($1, (block, $0)) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// One for each base period.
    func observations(of area: AreaCode) -> [Observation] {
        guard let (block, row) = rows[area] else { return [] }
        return (0..<periods.count).map { place in
            let base = first.moved(by: place)
            // A year among overlapping periods is the one that ends with it.
            let period = block.grain == base.grain ? base : Period(block.grain, holding: base.lastMonth)
            return block.index(of: period).map { block[row, $0] } ?? Observation(absent: .missing)
        }
    }
}

extension ObservationBlock {
    /// The last period that holds a figure of any area.
    fileprivate var lastReported: Period? {
        (0..<periodCount).last { period in areas.indices.contains { state($0, period) == .reported } }
            .map(first.moved(by:))
    }
}
