import Measures

/// Between which boundaries the sets of a family are told to an audience, so that none of their small counts follows from the
/// others: not the men from all and the women, nor the last kind of crime from all crime and the other kinds.
///
/// The sets are chosen one after another: the whole, then its parts in a line, that of each dimension by itself. To each part the
/// whole less it and the parts before it is what the rest is to a percentage: shown as a sum, so it must not be small either, and
/// what moves against the records of the part in an exchange (`Exchange`), so that the whole and all parts before keep their
/// figures: a woman becomes a man in one month, and a man a woman in another, while nothing else of them changes. Both are of one
/// kind in both places (`RecordKinds`), so that areas that hold both places keep theirs. A part has a boundary only where the whole
/// and the parts before it have it; so an exchange of those, which crosses none of their boundaries, crosses none of its
/// boundaries. Thus every small count keeps the other records that `BoundaryChoice` promises, and no figure of any set of the
/// family tells them apart.
///
/// Where a part leaves nothing, it is what is left by those before it: its counts follow from theirs wherever they are told, and
/// so it is told there too. A part of shorter periods than its whole, or than a part before it, is chosen without regard to that,
/// and what is exchanged of the other leaves its records alone.
///
/// The rare ones pay: of two parts that are the last, both wait where one is small. The order is that in which the KPIs are
/// written, so the parts that matter most should come first.
struct FamilyBoundaries {
    private(set) var bySet: [String: KPIBoundaries] = [:]

    /// - Parameters:
    ///   - blocks: the figures, by KPI.
    ///   - within: those of a set for a less strict audience.
    init(
        _ family: RecordFamily, _ blocks: [String: [ObservationBlock]], codes: AreaCodes, under policy: DisclosurePolicy,
        within: (String) -> KPIBoundaries?
    ) {
        let kinds = RecordKinds(family, blocks, codes: codes)
        for (place, member) in family.members.enumerated() {
            guard let own = kinds.figures[place] else { continue }
            let set = FamilySet(place, own, kinds, AreaForest(own.areas, by: codes))
            let conditions = [within(member.name)] + family.conditions(of: place).map { bySet[family.members[$0].name] }
            let choice = BoundaryChoice(
                set.table, under: policy,
                within: member.isShared ? set.none : set.allowed(by: conditions.compactMap(\.self), codes),
                following: set.following)
            bySet[member.name] = KPIBoundaries(periods: own.periods, forest: set.forest, boundaries: choice.boundaries)
        }
    }
}

/// One set of a family, as its boundaries are chosen.
private struct FamilySet {
    let place: Int
    let own: SetFigures
    let kinds: RecordKinds
    let forest: AreaForest
    let table: CountTable

    init(_ place: Int, _ own: SetFigures, _ kinds: RecordKinds, _ forest: AreaForest) {
        self.place = place
        self.own = own
        self.kinds = kinds
        self.forest = forest
        let family = kinds.family
        let isPart = family.members[place].holder != nil
        let periods = own.periods
        func series(_ area: AreaCode) -> [CountSeries] {
            let counts = own.counts(of: area)
            guard isPart else { return [CountSeries(counts: counts, rests: nil)] }
            func rests(beside parts: [Int]) -> [Int] {
                (0..<periods.count).map { Self.rest(beside: parts, of: place, in: area, over: periods[$0], kinds) }
            }
            let parts = family.partsUpTo(place)
            var lefts = [rests(beside: parts)]
            // Of parts of longer periods nothing is known in each of these, and the others leave what they leave.
            let known = parts.filter { !family.isFree(place, of: $0) }
            if known.count < parts.count { lefts.append(rests(beside: known)) }
            // Parts with records in common may have more than the whole, which tells nothing of what each leaves. By how much they have
            // more tells how many they have in common, at least; where every record is of one of them, exactly.
            if lefts[0].contains(where: { $0 < 0 }) { lefts.append(rests(beside: [place])) }
            return lefts.map { rests in CountSeries(counts: counts, rests: rests.map(abs)) }
        }
        table = CountTable(
            periods: periods,
            nodes: forest.nodes.map { node in
                (node.parent, node.areas.flatMap(series))
            },
            kinds: { leaf, period in
                let area = forest.nodes[leaf].areas[0]
                return CountTable.Kinds(
                    own: kinds.exchangeable(place, in: area, over: periods[period]),
                    rest: kinds.kindsBeside(place, in: area, over: periods[period]))
            },
            known: (0..<periods.count).map { period in
                let end = kinds.known(place, periods[period])
                return (end.ordinal - periods.first.ordinal) / periods.monthCount + 1
            })
    }

    /// What parts leave of the whole, told with the last base period of those over which it is known; under zero where they have
    /// records in common.
    private static func rest(
        beside parts: [Int], of place: Int, in area: AreaCode, over period: Period, _ kinds: RecordKinds
    ) -> Int {
        guard let holder = kinds.family.members[place].holder, let wide = kinds.widened(period, over: [holder] + parts),
            wide.lastMonth == period.lastMonth
        else { return 0 }
        return kinds.left(of: holder, beside: parts, in: area, over: wide) ?? 0
    }

    /// The last boundary up to which nothing is left beside the set and those told before it, in any area.
    var following: Int {
        guard let holder = kinds.family.members[place].holder else { return 0 }
        // Those that it may not wait for don't say where it is told.
        guard ([holder] + kinds.family.partsUpTo(place)).allSatisfy({ !kinds.family.isFree(place, of: $0) }) else {
            return 0
        }
        let (periods, parts) = (own.periods, kinds.family.partsUpTo(place))
        return (0..<periods.count).first { period in
            !own.areas.allSatisfy { kinds.left(of: holder, beside: parts, in: $0, over: periods[period]) == 0 }
        } ?? periods.count
    }

    /// No boundary, by node.
    var none: [[Bool]] { forest.nodes.map { _ in [Bool](repeating: false, count: own.periods.count + 1) } }

    /// The boundaries that all the others have too, by node.
    func allowed(by others: [KPIBoundaries], _ codes: AreaCodes) -> [[Bool]]? {
        guard !others.isEmpty else { return nil }
        var allowed = forest.nodes.map { _ in [Bool](repeating: true, count: own.periods.count + 1) }
        for other in others {
            let places = (0...own.periods.count).map { other.periods.boundary(before: own.periods.month(after: $0)) }
            for node in forest.nodes.indices {
                for telling in other.forest.nodes(telling: forest.nodes[node].areas[0], by: codes) {
                    for (boundary, place) in places.enumerated()
                    where !(place.map { other.boundaries[telling][$0] } ?? false) {
                        allowed[node][boundary] = false
                    }
                }
            }
        }
        return allowed
    }
}
