import Measures

/// How many records of one set each area has, base period by base period; and what an area has in none of those within it.
struct SetFigures {
    let periods: BasePeriods
    let forest: AreaForest
    /// Remainders among them.
    let areas: [AreaCode]
    /// Of each remainder, the area of which it is, and those within that it is not.
    private(set) var remainders: [AreaCode: (whole: AreaCode, parts: [AreaCode])] = [:]
    /// Nil where there is a figure that states none.
    private var counts: [AreaCode: [Int?]] = [:]
    private var sums: [AreaCode: RunningSums] = [:]

    /// - Parameter told: the areas of which anything may be told; nil where all.
    /// - Returns: nil where there is no figure of the base grain.
    init?(
        _ member: RecordFamily.Member, _ blocks: [String: [ObservationBlock]], codes: AreaCodes, of told: Set<AreaCode>?
    ) {
        let sources = Dictionary(member.sources.map { ($0.kpi.id, $0) }, uniquingKeysWith: { first, _ in first })
        let grains = Set(member.sources.flatMap(\.kpi.grains))
        guard let base = BaseFigures(member.sources.flatMap { blocks[$0.kpi.id] ?? [] }, grains: grains) else { return nil }
        periods = base.periods
        let places = base.areas.filter { told?.contains($0) ?? true }
        forest = AreaForest(places, by: codes)
        areas = places + forest.nodes.filter(\.isRemainder).flatMap(\.areas)
        for area in places {
            guard let source = base.kpi(of: area).flatMap({ sources[$0] }) else { continue }
            let counts = base.observations(of: area).map { observation -> Int? in
                guard observation.state == .reported, observation.value != nil else { return 0 }
                let count = source.part == .count ? observation.countBehind(source.kpi.unit) : observation.denominator
                return count.map(wholeCount)
            }
            set(counts, of: area)
        }
        for node in forest.nodes where !node.isRemainder && !node.children.isEmpty { setRemainder(of: node) }
    }

    private mutating func set(_ told: [Int?], of area: AreaCode) {
        counts[area] = told
        sums[area] = RunningSums(told.map { $0 ?? 0 })
    }

    private mutating func setRemainder(of node: AreaForest.Node) {
        let parts = node.children.map { forest.nodes[$0] }
        guard let remainder = parts.first(where: \.isRemainder) else { return }
        let others = parts.filter { !$0.isRemainder }.map { $0.areas[0] }
        remainders[remainder.areas[0]] = (node.areas[0], others)
        let told = others.map { counts(of: $0) }
        let whole = counts(of: node.areas[0])
        set(
            whole.indices.map { period in
                whole[period].map { whole in max(0, told.reduce(whole) { $0 - ($1.isEmpty ? 0 : $1[period] ?? 0) }) }
            }, of: remainder.areas[0])
    }

    /// One for each base period.
    func counts(of area: AreaCode) -> [Int?] { counts[area] ?? [] }

    /// Over a period that is made of base periods of an area that is told; nil of any other, and where a figure states none.
    func count(in area: AreaCode, over period: Period) -> Int? {
        guard let sums = sums[area], let counts = counts[area], let (start, end) = periods.boundaries(of: period),
            period.firstMonth >= periods.first, counts[start..<end].allSatisfy({ $0 != nil })
        else { return nil }
        return sums[start, end]
    }

    func tells(_ area: AreaCode) -> Bool { sums[area] != nil }
}
