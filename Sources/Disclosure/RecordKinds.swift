import Measures

/// What a reader may take the records of a family to be: each in as few of its sets as there may be.
///
/// How many records lie in two sets that cross is told nowhere. So where the parts of one dimension of a set have together no more
/// records than the set, they may be taken to have none in common; then each record is of one kind in that dimension: that of a
/// part, or of what the parts leave. Where they have more, nothing is taken to be known, and no record of that place is exchanged.
/// Which kinds of two dimensions a record is of together is told nowhere either, so any may be taken together; and so may the kinds
/// of an area's records where only those of a larger area are told.
struct RecordKinds {
    let family: RecordFamily
    let figures: [SetFigures?]
    /// By the parts of a dimension, then by area: the smallest area that holds it and for which they and their holder are told.
    private let places: [[Int]: [AreaCode: AreaCode]]
    /// Those of all sets.
    private let remainders: [AreaCode: (whole: AreaCode, parts: [AreaCode])]

    init(_ family: RecordFamily, _ blocks: [String: [ObservationBlock]], codes: AreaCodes) {
        self.family = family
        var figures: [SetFigures?] = []
        for (place, member) in family.members.enumerated() {
            // A part is told only of areas of which its whole is, and the parts before it: what they leave together of any others that
            // follow from theirs would be held by nobody.
            let before = ((member.isByPlace ? [] : family.partsUpTo(place).dropLast()) + [member.holder].compactMap(\.self))
                .filter { !family.isUntold($0) }.compactMap { figures[$0]?.forest.places.keys }
            let told = before.reduce(nil as Set<AreaCode>?) { told, areas in told.map { $0.intersection(areas) } ?? Set(areas) }
            figures.append(SetFigures(member, blocks, codes: codes, of: told))
        }
        self.figures = figures
        let remainders = figures.compactMap(\.self).reduce(into: [:]) { $0.merge($1.remainders) { first, _ in first } }
        self.remainders = remainders
        let told = figures
        let follows = { (member: Int, area: AreaCode) in Self.follows(area, from: told[member], by: remainders) }
        let nodes = figures.compactMap(\.self).flatMap(\.forest.nodes)
        let all = Dictionary(
            nodes.flatMap { node in node.areas.map { ($0, node.codes) } }, uniquingKeysWith: { first, _ in first })
        var places: [[Int]: [AreaCode: AreaCode]] = [:]
        for (holder, member) in family.members.enumerated() {
            for parts in member.dimensions + [member.byPlace] {
                let told = all.filter { area in ([holder] + parts).allSatisfy { follows($0, area.key) } }
                places[parts] = Self.holding(all, among: told, by: codes)
            }
        }
        self.places = places
    }

    private static func holding(
        _ areas: [AreaCode: [Int]], among told: [AreaCode: [Int]], by codes: AreaCodes
    ) -> [AreaCode: AreaCode] {
        let held = told.map { (area: $0.key, codes: Set($0.value)) }
            .sorted { ($0.codes.count, codes.place(of: $0.area)) < ($1.codes.count, codes.place(of: $1.area)) }
        let pairs = areas.compactMap { area, own -> (AreaCode, AreaCode)? in
            if told[area] != nil { return (area, area) }
            guard !own.isEmpty else { return nil }
            return held.first { $0.codes.isSuperset(of: own) }.map { (area, $0.area) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// The shortest period around a period over which members are known; nil where there is none.
    func widened(_ period: Period, over members: [Int]) -> Period? {
        let grains = Set(members.map { family.members[$0].base })
        let candidates =
            [period] + grains.map { Period($0, holding: period.lastMonth) }.sorted { $0.monthCount < $1.monthCount }
        return candidates.first { wide in
            wide.firstMonth <= period.firstMonth && period.lastMonth <= wide.lastMonth
                && members.allSatisfy { figures[$0]?.periods.boundaries(of: wide) != nil }
        }
    }

    /// The end of the longest of the periods that hold a period and of which a figure of a relative of the member tells.
    func known(_ member: Int, _ period: Period) -> Month {
        family.relatives(of: member).map { Period(family.members[$0].base, holding: period.lastMonth).lastMonth }.max()
            ?? period.lastMonth
    }

    /// How many of a member's records there are of each kind in an area over a period, always as many kinds; none where they
    /// aren't known. A record is of one kind in every dimension, so the fewest of them count.
    func kinds(of member: Int, in area: AreaCode, over period: Period) -> [Int] {
        let count = self.count(of: member, in: area, over: period) ?? 0
        return family.members[member].dimensions.reduce([count]) { kinds, parts in
            let own = self.kinds(of: parts, in: parts, of: member, besides: member, in: area, over: period)
            return kinds.flatMap { kind in own.map { min(kind, $0) } }
        }
    }

    /// The kinds of a member's records that may be exchanged; none where the parts of its dimension have more than its holder.
    func exchangeable(_ member: Int, in area: AreaCode, over period: Period) -> [Int] {
        let kinds = kinds(of: member, in: area, over: period)
        guard let holder = family.members[member].holder else { return kinds }
        return inNone(of: family.dimension(of: member), of: holder, in: area, over: period) == nil
            ? kinds.map { _ in 0 } : kinds
    }

    /// The kinds of what a member's holder holds beside it and beside the parts of its dimension that are told before it.
    func kindsBeside(_ member: Int, in area: AreaCode, over period: Period) -> [Int] {
        guard let holder = family.members[member].holder else { return [] }
        let kinds = kinds(
            of: family.partsAfter(member), in: family.dimension(of: member), of: holder, besides: member, in: area,
            over: period)
        guard let wide = widened(period, over: [holder, member]),
            let beside = left(of: holder, beside: [member], in: area, over: wide)
        else { return kinds }
        return kinds.map { min($0, max(0, beside)) }
    }

    /// How many records a set has in an area: as its figure says, or those of the areas of which a remainder is what is left.
    private func count(of member: Int, in area: AreaCode, over period: Period) -> Int? {
        guard let figures = figures[member] else { return nil }
        if figures.tells(area) { return figures.count(in: area, over: period) }
        guard let (whole, parts) = remainders[area], var count = figures.count(in: whole, over: period) else { return nil }
        for part in parts {
            guard let other = figures.count(in: part, over: period) else { return nil }
            count -= other
        }
        return max(0, count)
    }

    private static func follows(
        _ area: AreaCode, from figures: SetFigures?, by remainders: [AreaCode: (whole: AreaCode, parts: [AreaCode])]
    ) -> Bool {
        guard let figures else { return false }
        return figures.tells(area) || (remainders[area].map { ([$0.whole] + $0.parts).allSatisfy(figures.tells) } ?? false)
    }

    /// How many records a set holds beside these of its parts, as far as they are told of the area; nil where that does not follow
    /// from their figures. Under zero where parts have records in common.
    func left(of member: Int, beside parts: [Int], in area: AreaCode, over period: Period) -> Int? {
        guard var left = count(of: member, in: area, over: period) else { return nil }
        for part in parts where Self.follows(area, from: figures[part], by: remainders) {
            guard let count = count(of: part, in: area, over: period) else { return nil }
            left -= count
        }
        return left
    }

    /// The kinds of a member's records in some parts of one of its dimensions, and in none of them. What is told of shorter periods
    /// than the one of which records are exchanged stands still meanwhile.
    private func kinds(
        of some: [Int], in parts: [Int], of member: Int, besides exchanged: Int, in area: AreaCode, over period: Period
    ) -> [Int] {
        let place = places[parts]?[area] ?? area
        let kinds = some.flatMap { part in
            let kinds = loose(part, in: place, over: period)
            return family.isFree(part, of: exchanged) ? kinds.map { _ in 0 } : kinds
        }
        guard let rest = inNone(of: parts, of: member, in: area, over: period) else { return kinds.map { _ in 0 } + [0] }
        return kinds + [rest]
    }

    /// How many records of a set are in none of the parts of one dimension; nil where that isn't known, or these have more than it.
    private func inNone(of parts: [Int], of member: Int, in area: AreaCode, over period: Period) -> Int? {
        guard let place = places[parts]?[area], let wide = widened(period, over: [member] + parts),
            let left = left(of: member, beside: parts, in: place, over: wide), left >= 0
        else { return nil }
        return left
    }

    /// The kinds of a part over a period that may be shorter than its own.
    private func loose(_ member: Int, in area: AreaCode, over period: Period) -> [Int] {
        kinds(of: member, in: area, over: widened(period, over: [member]) ?? period)
    }
}
