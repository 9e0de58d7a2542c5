import Disclosure
import Measures

/// A made table of records of several kinds, and what one audience gets of the KPIs that count them: of the whole and its wards.
struct FamilyTable {
    /// Records with a place, without one, or of either.
    enum Placing: Hashable { case either, with, without }

    /// What a KPI counts.
    struct Records: Hashable {
        var kinds: Set<Int>
        var placing: Placing

        func isStrictlyWithin(_ other: Records) -> Bool {
            self != other && other.kinds.isSuperset(of: kinds) && (other.placing == .either || other.placing == placing)
        }
    }

    struct KPI {
        var id: String
        /// Which kinds it counts, those of its numerators where it is a percentage.
        var kinds: Set<Int>
        /// Of a percentage, which kinds its denominators count.
        var whole: Set<Int>?
        var grains: [Grain]
        /// What it is told by from others.
        var dimension = ""
        /// Of a percentage, which of the records in its denominators its numerators count.
        var placing = Placing.either
        var levels = ["borough", "ward"]

        var records: Records { Records(kinds: kinds, placing: placing) }
        var wholeRecords: Records? { whole.map { Records(kinds: $0, placing: .either) } }
    }

    struct Figure {
        var kpi: Int
        var area: AreaCode
        var period: Period
        /// The places of wards, months and kinds that it sums, as in `cell`.
        var cells: [Int]
        var restCells: [Int]
        var count: Int
        var rest: Int
        var isShown = false
    }

    static let whole = AreaCode("E1")
    var first = Month(year: 2023, month: 4)
    var kpis: [KPI]
    /// By neighbourhood, month and kind.
    var counts: [[[Int]]]
    /// In each ward.
    var neighbourhoodCount = 1
    /// Whether the last of `counts` is no neighbourhood: the records of no place.
    var hasUnplaced = false

    private var kindCount: Int { counts[0][0].count }
    private var monthCount: Int { counts[0].count }
    var cellCount: Int { counts.count * monthCount * kindCount }
    private var placedCount: Int { counts.count - (hasUnplaced ? 1 : 0) }
    private var wards: [AreaCode] { (0..<(placedCount / neighbourhoodCount)).map { AreaCode("W\($0)") } }
    private var neighbourhoods: [AreaCode] { (0..<placedCount).map { AreaCode("L\($0)") } }

    private func areas(of kpi: KPI) -> [(level: String, areas: [AreaCode])] {
        everyArea.filter { kpi.levels.contains($0.level) && (kpi.placing != .without || $0.level == "borough") }
    }

    private var everyArea: [(level: String, areas: [AreaCode])] {
        [("borough", [Self.whole]), ("ward", wards), ("lsoa", neighbourhoods)]
    }

    /// The places in `counts` of an area's records.
    private func held(by area: AreaCode) -> [Int] {
        if area == Self.whole { return Array(counts.indices) }
        if let ward = wards.firstIndex(of: area) {
            return Array((ward * neighbourhoodCount)..<((ward + 1) * neighbourhoodCount))
        }
        return neighbourhoods.indices.filter { neighbourhoods[$0] == area }
    }

    private func cell(_ ward: Int, _ month: Int, _ kind: Int) -> Int { (ward * monthCount + month) * kindCount + kind }

    private func periods(of grain: Grain) -> [Period] {
        let months = (0..<monthCount).map(first.advanced(by:))
        return months.map { Period(grain, holding: $0) }
            .filter { $0.firstMonth >= first && months.contains($0.lastMonth) }
            .reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// All figures, none shown yet.
    private var truths: [Figure] {
        let flat = counts.flatMap { $0.flatMap(\.self) }
        return kpis.enumerated().flatMap { place, kpi in
            kpi.grains.flatMap { grain in
                periods(of: grain).flatMap { period in
                    areas(of: kpi).flatMap(\.areas).map { area in
                        let own = cells(of: kpi.records, in: area, period)
                        let rest = kpi.wholeRecords.map { Set(cells(of: $0, in: area, period)).subtracting(own).sorted() } ?? []
                        return Figure(
                            kpi: place, area: area, period: period, cells: own, restCells: rest,
                            count: own.reduce(0) { $0 + flat[$1] }, rest: rest.reduce(0) { $0 + flat[$1] })
                    }
                }
            }
        }
    }

    private func cells(of records: Records, in area: AreaCode, _ period: Period) -> [Int] {
        held(by: area).filter { records.placing == .either || ($0 < placedCount) == (records.placing == .with) }.flatMap { ward in
            period.months.flatMap { month in
                records.kinds.sorted().map { cell(ward, month.ordinal - first.ordinal, $0) }
            }
        }
    }

    private func name(_ records: Records) -> String {
        records.kinds.sorted().map(String.init).joined(separator: "+")
            + (records.placing == .either ? "" : " \(records.placing) a place")
    }

    private var allRecords: Set<Records> { Set(kpis.flatMap { [$0.records] + [$0.wholeRecords].compactMap(\.self) }) }

    /// Those around some, the fewest first.
    private func holders(of own: Records) -> [Records] {
        allRecords.filter { own.isStrictlyWithin($0) }.sorted { ($0.kinds.count, name($0)) < ($1.kinds.count, name($1)) }
    }

    private var sets: RecordSets {
        let places = allRecords.compactMap { own -> (String, RecordSets.Place)? in
            let holding = holders(of: own)
            guard let holder = holding.first else { return nil }
            let isByPlace = own.placing != holder.placing
            return (
                name(own),
                RecordSets.Place(
                    in: name(holder), dimension: kpis.first { $0.records == own }?.dimension ?? "",
                    isShared: !holding.allSatisfy { $0 == holder || holder.isStrictlyWithin($0) }
                        || isByPlace && own.kinds != holder.kinds, isByPlace: isByPlace)
            )
        }
        return RecordSets(Dictionary(uniqueKeysWithValues: places))
    }

    private func observation(_ figure: Figure) -> Observation {
        guard kpis[figure.kpi].whole != nil else {
            return Observation(value: Double(figure.count), count: Double(figure.count))
        }
        let whole = figure.count + figure.rest
        guard whole > 0 else { return Observation(absent: .noValue) }
        return Observation(
            value: Double(figure.count) / Double(whole), numerator: Double(figure.count), denominator: Double(whole),
            count: Double(figure.count))
    }

    /// - Parameter isTogether: whether KPIs are held together.
    func figures(
        under policy: DisclosurePolicy, within lessStrict: PublishedFigures? = nil, isTogether: Bool = true
    ) -> PublishedFigures {
        let truths = truths
        let blocks = kpis.enumerated().flatMap { place, kpi in
            areas(of: kpi).flatMap { level, areas in
                kpi.grains.compactMap { grain -> ObservationBlock? in
                    let periods = periods(of: grain)
                    guard let first = periods.first else { return nil }
                    var block = ObservationBlock(
                        kpi: kpi.id, level: AreaLevel(level), unit: kpi.whole == nil ? .count : .percent, areas: areas,
                        first: first,
                        periodCount: periods.count, filledWith: Observation(absent: .missing))
                    for figure in truths where figure.kpi == place && figure.period.grain == grain {
                        guard let row = areas.firstIndex(of: figure.area), let column = block.index(of: figure.period) else {
                            continue
                        }
                        block[row, column] = observation(figure)
                    }
                    return block
                }
            }
        }
        let published = kpis.map { kpi in
            PublishedKPI(
                id: kpi.id, unit: kpi.whole == nil ? .count : .percent, grains: Set(kpi.grains), isPublished: false,
                records: isTogether ? name(kpi.records) : nil, wholeRecords: isTogether ? kpi.wholeRecords.map(name) : nil)
        }
        let named = everyArea
        let geography = Geography(
            levels: named.map { AreaLevel($0.0) },
            areas: named.flatMap { level, areas in areas.map { Area(code: $0, name: "Area \($0)", level: AreaLevel(level)) } },
            placements: named.flatMap { level, areas in
                areas.flatMap { area in
                    held(by: area).filter { $0 < placedCount }.map {
                        Geography.Placement(code: neighbourhoods[$0].rawValue, level: AreaLevel(level), area: area)
                    }
                }
            })
        return PublishedFigures(under: policy, of: published, sets: sets, in: geography, blocks: blocks, within: lessStrict)
    }

    func published(by figures: PublishedFigures) -> [Figure] {
        truths.map { figure in
            var figure = figure
            let seen = figures.disclosed(
                observation(figure), of: kpis[figure.kpi].id, area: figure.area, period: figure.period)
            figure.isShown = seen.observation?.value != nil
            return figure
        }
    }

    /// As it was known after so many months.
    func after(_ months: Int) -> FamilyTable {
        var earlier = self
        earlier.counts = counts.map { Array($0.prefix(months)) }
        return earlier
    }

    /// What the smallest set around a KPI's holds beside it, and what these and the KPIs of its dimension before it leave, in each
    /// area, whether or not any of them is told of it: those who are no women, by ward.
    private func othersBeside(_ figures: [Figure]) -> [(Figure, [Int])] {
        figures.filter { $0.area == Self.whole }.flatMap { figure -> [(Figure, [Int])] in
            let kpi = kpis[figure.kpi]
            guard let holder = holders(of: kpi.records).first else { return [] }
            let before = kpis.prefix(figure.kpi).filter {
                holders(of: $0.records).first == holder && $0.dimension == kpi.dimension
            }
            return everyArea.flatMap(\.areas).flatMap { area -> [(Figure, [Int])] in
                var told = figure
                told.area = area
                let beside = Set(cells(of: holder, in: area, figure.period)).subtracting(cells(of: kpi.records, in: area, figure.period))
                let left = before.reduce(beside) { $0.subtracting(cells(of: $1.records, in: area, figure.period)) }
                return Set([beside.sorted(), left.sorted()]).map { (told, $0) }
            }
        }
    }

    /// The cells that the whole's figure holds beside those of all its wards.
    private func leftOver(of figure: Figure) -> [Int] {
        guard hasUnplaced, figure.area == Self.whole else { return [] }
        return figure.cells.filter { $0 >= cell(placedCount, 0, 0) }
    }

    /// Small counts that are not shown, or are told by no KPI, and yet have one possible value, of all KPIs together.
    func recovered(_ figures: [Figure], threshold: Int) -> [String] {
        var attacker = Attacker(cells: cellCount)
        for figure in figures where figure.isShown {
            attacker.learn(figure.cells, sum: figure.count)
            if !figure.restCells.isEmpty { attacker.learn(figure.restCells, sum: figure.rest) }
        }
        for (figure, cells) in knownToBeThere(figures, threshold: threshold) where !figure.isShown { attacker.learnOfSome(cells) }
        let flat = counts.flatMap { $0.flatMap(\.self) }
        let small = figures.flatMap { figure in
            let hidden =
                figure.isShown ? [] : [(figure, figure.cells, figure.count), (figure, figure.restCells, figure.rest)]
            let left = leftOver(of: figure)
            return (hidden + [(figure, left, left.reduce(0) { $0 + flat[$1] })]).filter { (1...threshold).contains($0.2) }
        }
        let targets =
            small
            + othersBeside(figures).map { ($0, $1, $1.reduce(0) { $0 + flat[$1] }) }.filter { (1...threshold).contains($0.2) }
        let algebra = attacker.followingByAlgebra(targets.map(\.1))
        let bounds = attacker.onlyValues(of: targets.map(\.1))
        return targets.indices.filter { algebra[$0] || bounds[$0] != nil }.map {
            "\(kpis[targets[$0].0.kpi].id) \(targets[$0].0.area) \(targets[$0].0.period) \(targets[$0].2)"
        }
    }

    /// The cells of which a reader sees that they hold something, since nothing would have been told: of a count of month by month
    /// that was told up to then, and that is told of the area around, where also what it is a part of is told of the area.
    private func knownToBeThere(_ figures: [Figure], threshold: Int) -> [(Figure, [Int])] {
        func shown(_ kpi: Int, _ area: AreaCode, _ period: Period) -> Figure? {
            figures.first { $0.kpi == kpi && $0.area == area && $0.period == period && $0.isShown }
        }
        return figures.filter { !$0.isShown && $0.period.grain == .month && kpis[$0.kpi].whole == nil }.flatMap { figure in
            let own = kpis[figure.kpi].records
            let isFollowing =
                figure.period.firstMonth == first || shown(figure.kpi, figure.area, figure.period.moved(by: -1)) != nil
            let around = areas(of: kpis[figure.kpi]).flatMap(\.areas).last {
                $0 != figure.area && Set(held(by: $0)).isSuperset(of: held(by: figure.area))
            }
            guard isFollowing, around.map({ shown(figure.kpi, $0, figure.period) != nil }) ?? true,
                !kpis.contains(where: { $0.whole != nil || $0.placing != .either || !$0.grains.contains(.month) })
            else { return [(Figure, [Int])]() }
            guard let holder = holders(of: own).first else { return [(figure, figure.cells)] }
            // Those of its dimension that are told before it.
            let before = kpis.indices.prefix(figure.kpi).filter {
                holders(of: kpis[$0].records).first == holder && kpis[$0].dimension == kpis[figure.kpi].dimension
            }
            guard let place = kpis.firstIndex(where: { $0.records == holder }) else { return [] }
            let told = ([place] + before).map { kpi in
                areas(of: kpis[kpi]).flatMap(\.areas).contains(figure.area) ? shown(kpi, figure.area, figure.period) : figure
            }
            guard told.allSatisfy({ $0 != nil }) else { return [] }
            // Of other areas than the whole it is told in no case.
            guard areas(of: kpis[place]).flatMap(\.areas).contains(figure.area) else { return [] }
            let left = told.dropFirst().reduce(told[0]?.count ?? 0) { $0 - ($1?.count ?? 0) }
            guard left > threshold, Set(before.flatMap { kpis[$0].kinds }).isDisjoint(with: own.kinds) else { return [] }
            let beside = Set(told[0]?.cells ?? []).subtracting(figure.cells).subtracting(told.dropFirst().flatMap { $0?.cells ?? [] })
            return [(figure, figure.cells), (figure, beside.sorted())]
        }
    }
}
