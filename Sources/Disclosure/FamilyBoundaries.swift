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
/// How many of a set's records have no place is what the whole of all areas has in none of them, and so told where that may be:
/// between the boundaries of the set's remainder (`AreaForest`).
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
            let conditions = [within(member.name)] + family.conditions(of: place).map { bySet[family.members[$0].name] }
            var allowed = own.allowed(by: conditions.compactMap(\.self))
            if member.isByPlace, let holder = member.holder, let whole = bySet[family.members[holder].name] {
                allowed = own.allowed(byRemaindersOf: whole, and: allowed)
            }
            let set = FamilySet(place, own, kinds)
            let choice = BoundaryChoice(
                set.table, under: policy, within: family.isUntold(place) ? own.none : allowed, following: set.following)
            bySet[member.name] = KPIBoundaries(periods: own.periods, forest: own.forest, boundaries: choice.boundaries)
        }
    }
}

/// One set of a family, as its boundaries are chosen.
private struct FamilySet {
    let place: Int
    let own: SetFigures
    let kinds: RecordKinds
    let table: CountTable

    init(_ place: Int, _ own: SetFigures, _ kinds: RecordKinds) {
        self.place = place
        self.own = own
        self.kinds = kinds
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
            periods: periods, forest: own.forest, series: own.forest.nodes.map { $0.areas.flatMap(series) },
            kinds: { leaf, period in
                let area = own.forest.nodes[leaf].areas[0]
                return CountTable.Kinds(
                    own: kinds.exchangeable(place, in: area, over: periods[period]),
                    rest: kinds.kindsBeside(place, in: area, over: periods[period]))
            },
            known: (0..<periods.count).map { period in
                let end = kinds.known(place, periods[period])
                return (end.ordinal - periods.first.ordinal) / periods.monthCount + 1
            },
            knowsRests: ([family.members[place].holder].compactMap(\.self) + family.partsUpTo(place)).allSatisfy {
                kinds.figures[$0]?.periods.monthCount == periods.monthCount
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
}

extension SetFigures {
    /// No boundary, by node.
    fileprivate var none: [[Bool]] { everywhere(false) }

    private func everywhere(_ isBoundary: Bool) -> [[Bool]] {
        forest.nodes.map { _ in [Bool](repeating: isBoundary, count: periods.count + 1) }
    }

    /// The boundaries that all the others have too, by node.
    fileprivate func allowed(by others: [KPIBoundaries]) -> [[Bool]]? {
        guard !others.isEmpty else { return nil }
        var allowed = everywhere(true)
        for other in others {
            for (place, node) in forest.nodes.enumerated() {
                let telling = other.forest.nodes(telling: node.areas[0], of: node.codes)
                hold(&allowed[place], to: telling, of: other)
            }
        }
        return allowed
    }

    /// The boundaries of these that what each area of a set has in none of the others within it has too.
    fileprivate func allowed(byRemaindersOf whole: KPIBoundaries, and allowed: [[Bool]]?) -> [[Bool]] {
        var allowed = allowed ?? everywhere(true)
        for (place, node) in forest.nodes.enumerated() {
            hold(&allowed[place], to: [whole.forest.remainder(of: node.areas[0])].compactMap(\.self), of: whole)
        }
        return allowed
    }

    /// Takes away the boundaries that some nodes of another have not.
    private func hold(_ allowed: inout [Bool], to nodes: [Int], of other: KPIBoundaries) {
        for boundary in allowed.indices {
            let place = other.periods.boundary(before: periods.month(after: boundary))
            if !nodes.allSatisfy({ node in place.map { other.boundaries[node][$0] } ?? false }) { allowed[boundary] = false }
        }
    }
}
