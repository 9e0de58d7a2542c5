import Measures

/// How many records of one set each area has, base period by base period.
struct SetFigures {
    let periods: BasePeriods
    let areas: [AreaCode]
    /// Nil where there is a figure that states none.
    private var counts: [AreaCode: [Int?]] = [:]
    private var sums: [AreaCode: RunningSums] = [:]

    /// Nil where there is no figure of the base grain.
    init?(_ member: RecordFamily.Member, _ blocks: [String: [ObservationBlock]]) {
        let sources = Dictionary(member.sources.map { ($0.kpi.id, $0) }, uniquingKeysWith: { first, _ in first })
        let grains = Set(member.sources.flatMap(\.kpi.grains))
        guard let base = BaseFigures(member.sources.flatMap { blocks[$0.kpi.id] ?? [] }, grains: grains) else { return nil }
        periods = base.periods
        areas = base.areas
        for area in areas {
            guard let source = base.kpi(of: area).flatMap({ sources[$0] }) else { continue }
            let told = base.observations(of: area).map { observation -> Int? in
                guard observation.state == .reported, observation.value != nil else { return 0 }
                let count = source.part == .count ? observation.countBehind(source.kpi.unit) : observation.denominator
                return count.map(wholeCount)
            }
            counts[area] = told
            sums[area] = RunningSums(told.map { $0 ?? 0 })
        }
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
