import Measures

/// Sets of records that KPIs tell and that lie in each other: all crimes with burglaries and robberies, all victims with women
/// and men.
struct RecordFamily {
    /// Where the count of a set's records stands in a figure.
    enum Part { case count, denominator }

    struct Member {
        var name: String
        var sources: [(kpi: PublishedKPI, part: Part)]
        /// That of its base periods.
        var base: Grain
        var holder: Int?
        /// Whether it lies in two that don't hold each other: what one of the two leaves would tell of the other.
        var isShared: Bool
        /// Whether it tells which of the holder's records have a place.
        var isByPlace: Bool
        /// Its parts, dimension by dimension, in the order of the KPIs: each is told among what the ones before leave.
        var dimensions: [[Int]] = []
        /// Those that tell which of its records have a place. Its other records may be taken to have any: what moves from an area to
        /// no place moves in these too, which are told where no such move shows.
        var byPlace: [Int] = []

        var parts: [Int] { dimensions.flatMap(\.self) }
    }

    /// Each after the one that holds it.
    let members: [Member]

    /// Whether a member is told of shorter periods than another, its holder or a part told before it. It can't wait for that, so it
    /// is chosen without regard to it, and what is exchanged of the other leaves it alone.
    func isFree(_ member: Int, of other: Int) -> Bool {
        members[member].base.monthCount < members[other].base.monthCount
    }

    /// Whether nothing is told of a member: it is shared, or lies in one that tells of places; or it tells of places for shorter
    /// periods than its holder is told for.
    func isUntold(_ member: Int) -> Bool {
        let own = members[member]
        guard let holder = own.holder else { return false }
        return own.isShared || members[holder].isByPlace || own.isByPlace && isFree(member, of: holder)
    }

    /// The parts of a member's dimension, itself among them.
    func dimension(of member: Int) -> [Int] {
        members[member].holder.flatMap { (members[$0].dimensions + [members[$0].byPlace]).first { $0.contains(member) } } ?? []
    }

    /// The parts of its dimension that are told before a member, and itself.
    func partsUpTo(_ member: Int) -> [Int] {
        let parts = dimension(of: member)
        return Array(parts.prefix((parts.firstIndex(of: member) ?? -1) + 1))
    }

    /// The parts of its dimension that are told after a member.
    func partsAfter(_ member: Int) -> [Int] { dimension(of: member).filter { !partsUpTo(member).contains($0) } }

    /// The members that have to have a boundary before a member may have it: what is exchanged of them must not show in its
    /// figures.
    func conditions(of member: Int) -> [Int] {
        let before = partsUpTo(member).filter { $0 != member && !isFree(member, of: $0) }
        guard let holder = members[member].holder, !isFree(member, of: holder) else { return before }
        return before + [holder] + conditions(of: holder)
    }

    private func withinMember(_ member: Int) -> [Int] {
        [member] + (members[member].parts + members[member].byPlace).flatMap(withinMember)
    }

    /// The member that holds it with all within, or itself with all within where none does.
    func relatives(of member: Int) -> [Int] { withinMember(members[member].holder ?? member) }

    /// The families of two KPIs at least. A KPI in none is told by itself.
    static func families(_ kpis: [PublishedKPI], _ sets: RecordSets) -> [RecordFamily] {
        var sources: [String: [(kpi: PublishedKPI, part: Part)]] = [:]
        var names: [String] = []
        func add(_ name: String, _ kpi: PublishedKPI, _ part: Part) {
            if sources[name] == nil { names.append(name) }
            sources[name, default: []].append((kpi, part))
        }
        for kpi in kpis where !kpi.isPublished {
            if let whole = kpi.wholeRecords, kpi.records != nil { add(whole, kpi, .denominator) }
            if let records = kpi.records { add(records, kpi, .count) }
        }
        func holder(_ name: String) -> String? {
            guard let next = sets.place(of: name)?.holder else { return nil }
            return sources[next] == nil ? holder(next) : next
        }
        func root(_ name: String) -> String { holder(name).map(root) ?? name }
        return Dictionary(grouping: names, by: root).sorted { $0.key < $1.key }.compactMap { _, names in
            guard Set(names.flatMap { sources[$0]?.map(\.kpi.id) ?? [] }).count > 1 else { return nil }
            return RecordFamily(names, sources, sets, holder: holder)
        }
    }

    private init(
        _ names: [String], _ sources: [String: [(kpi: PublishedKPI, part: Part)]], _ sets: RecordSets,
        holder: (String) -> String?
    ) {
        func depth(_ name: String) -> Int { holder(name).map { depth($0) + 1 } ?? 0 }
        func base(_ name: String) -> Grain {
            let grain = BasePeriods.baseGrain(of: Set((sources[name] ?? []).flatMap(\.kpi.grains))) ?? .financialYear
            return grain.overlaps ? .financialYear : grain
        }
        let sorted = names.enumerated().map { (name: $1, depth: depth($1), place: $0) }
            .sorted { ($0.depth, $0.place) < ($1.depth, $1.place) }
        let places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.name, $0) })
        var members = sorted.map { entry in
            Member(
                name: entry.name, sources: sources[entry.name] ?? [], base: base(entry.name),
                holder: holder(entry.name).flatMap { places[$0] }, isShared: sets.place(of: entry.name)?.isShared ?? false,
                isByPlace: sets.place(of: entry.name)?.isByPlace ?? false)
        }
        for (place, member) in members.enumerated() {
            guard let holder = member.holder else { continue }
            guard !member.isByPlace else {
                members[holder].byPlace.append(place)
                continue
            }
            func dimension(_ part: Int) -> String? { sets.place(of: members[part].name)?.dimension }
            if let own = members[holder].dimensions.firstIndex(where: { dimension($0[0]) == dimension(place) }) {
                members[holder].dimensions[own].append(place)
            } else {
                members[holder].dimensions.append([place])
            }
        }
        self.members = members
    }
}

extension Grain {
    /// Of one of its periods.
    fileprivate var monthCount: Int { Period(grain: self, ordinal: 0).monthCount }
}
