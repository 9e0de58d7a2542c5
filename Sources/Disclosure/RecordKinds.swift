import Measures

/// What a reader may take the records of a family to be: each in as few of its sets as there may be.
///
/// How many records lie in two sets that cross is told nowhere. So where the parts of one dimension of a set have together no more
/// records than the set, they may be taken to have none in common; then each record is of one kind in that dimension: that of a
/// part, or of what the parts leave. Where they have more, nothing is taken to be known, and no record of that place is exchanged.
/// Which kinds of two dimensions a record is of together is told nowhere either, so any may be taken together.
struct RecordKinds {
    let family: RecordFamily
    let figures: [SetFigures?]

    /// The shortest period around a period over which members are known; nil where there is none.
    func widened(_ period: Period, over members: [Int]) -> Period? {
        let grains = Set(members.map { family.members[$0].base })
        let candidates = [period] + grains.map { Period($0, holding: period.lastMonth) }.sorted { $0.monthCount < $1.monthCount }
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
        let count = figures[member]?.count(in: area, over: period) ?? 0
        return family.members[member].dimensions.reduce([count]) { kinds, parts in
            let own = self.kinds(of: parts, of: member, in: area, over: period)
            return kinds.flatMap { kind in own.map { min(kind, $0) } }
        }
    }

    /// The kinds of a member's records that may be exchanged; none where the parts of its dimension have more than its holder.
    func exchangeable(_ member: Int, in area: AreaCode, over period: Period) -> [Int] {
        let kinds = kinds(of: member, in: area, over: period)
        guard let holder = family.members[member].holder else { return kinds }
        return isSplit(holder, by: family.dimension(of: member), in: area, over: period) ? kinds : kinds.map { _ in 0 }
    }

    /// The kinds of what a member's holder holds beside it and beside the parts of its dimension that are told before it.
    func kindsBeside(_ member: Int, in area: AreaCode, over period: Period) -> [Int] {
        guard let holder = family.members[member].holder else { return [] }
        let parts = family.dimension(of: member)
        let later = family.partsAfter(member)
        let kinds = later.flatMap { loose($0, in: area, over: period) }
        guard isSplit(holder, by: parts, in: area, over: period) else { return kinds.map { _ in 0 } + [0] }
        return kinds + [inNone(of: parts, of: holder, in: area, over: period) ?? 0]
    }

    /// How many records a set holds beside these of its parts, as far as they are told of the area; nil where that does not follow
    /// from their figures. Under zero where parts have records in common.
    func left(of member: Int, beside parts: [Int], in area: AreaCode, over period: Period) -> Int? {
        guard var left = figures[member]?.count(in: area, over: period) else { return nil }
        for part in parts {
            guard let figures = figures[part], figures.tells(area) else { continue }
            guard let count = figures.count(in: area, over: period) else { return nil }
            left -= count
        }
        return left
    }

    /// The kinds of a member's records in one of its dimensions.
    private func kinds(of parts: [Int], of member: Int, in area: AreaCode, over period: Period) -> [Int] {
        let kinds = parts.flatMap { part in
            // What is told of shorter periods than those of the set stands still while records of the set are exchanged.
            family.isFree(part) ? loose(part, in: area, over: period).map { _ in 0 } : loose(part, in: area, over: period)
        }
        guard isSplit(member, by: parts, in: area, over: period) else { return kinds.map { _ in 0 } + [0] }
        return kinds + [inNone(of: parts, of: member, in: area, over: period) ?? 0]
    }

    /// Whether parts of one dimension may be taken to have no records in common.
    private func isSplit(_ member: Int, by parts: [Int], in area: AreaCode, over period: Period) -> Bool {
        guard let wide = widened(period, over: [member] + parts) else { return false }
        return (left(of: member, beside: parts, in: area, over: wide) ?? -1) >= 0
    }

    /// How many records of a set are known to be in none of these parts; nil where that is not known of all of them.
    private func inNone(of parts: [Int], of member: Int, in area: AreaCode, over period: Period) -> Int? {
        guard let wide = widened(period, over: [member] + parts), parts.allSatisfy({ figures[$0]?.tells(area) ?? false }) else {
            return nil
        }
        return left(of: member, beside: parts, in: area, over: wide)
    }

    /// The kinds of a part over a period that may be shorter than its own.
    private func loose(_ member: Int, in area: AreaCode, over period: Period) -> [Int] {
        kinds(of: member, in: area, over: widened(period, over: [member]) ?? period)
    }
}
