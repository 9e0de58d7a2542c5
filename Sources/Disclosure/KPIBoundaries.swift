import Measures

/// Between which boundaries one KPI, or a set of records that several count, is told to an audience, area by area.
struct KPIBoundaries: Sendable {
    let periods: BasePeriods
    let forest: AreaForest
    /// By node of the forest, by boundary.
    let boundaries: [[Bool]]

    init(periods: BasePeriods, forest: AreaForest, boundaries: [[Bool]]) {
        self.periods = periods
        self.forest = forest
        self.boundaries = boundaries
    }

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
        var series: [[CountSeries]] = []
        for node in forest.nodes {
            guard node.isRemainder, let parent = node.parent else {
                series.append(node.areas.map { CountSeries(base.observations(of: $0), unit: kpi.unit) })
                continue
            }
            let parts = forest.nodes[parent].children.filter { !forest.nodes[$0].isRemainder }
            series.append(series[parent].map { whole in CountSeries(of: whole, inNoneOf: parts.map { series[$0][0] }) })
        }
        let table = CountTable(periods: base.periods, forest: forest, series: series)
        periods = base.periods
        self.forest = forest
        boundaries = BoundaryChoice(table, under: policy, within: within?.boundaries).boundaries
    }

    /// Why a figure that is not small itself is withheld; nil where it may be told.
    func reasonToWithhold(_ area: AreaCode, _ period: Period) -> WithholdingReason? {
        guard let node = forest.places[area] else { return forest.crossing.contains(area) ? .crossingArea : .smallCount }
        guard let (start, end) = periods.boundaries(of: period), boundaries[node][start], boundaries[node][end] else {
            return .smallCount
        }
        return nil
    }
}
