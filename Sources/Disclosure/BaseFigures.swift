import Measures

/// The figures of base grain of one KPI, or of several that count the same records; those of all levels.
struct BaseFigures {
    let periods: BasePeriods
    private let rows: [AreaCode: (block: ObservationBlock, row: Int)]
    let areas: [AreaCode]
    private let first: Period

    init?(_ blocks: [ObservationBlock], grains: Set<Grain>) {
        guard let grain = BasePeriods.baseGrain(of: grains) else { return nil }
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
        var seen: Set<AreaCode> = []
        areas = told.flatMap(\.areas).filter { seen.insert($0).inserted }
        rows = Dictionary(
            told.flatMap { block in block.areas.enumerated().map { ($1, (block, $0)) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The KPI whose figures of an area these are.
    func kpi(of area: AreaCode) -> String? { rows[area]?.block.kpi }

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
