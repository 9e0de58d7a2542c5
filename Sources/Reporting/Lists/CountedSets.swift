import Definitions
import Disclosure

/// The sets of records that KPIs count, each under a name, and how they lie in each other: what disclosure control has to know of
/// definitions.
struct CountedSets {
    private let kpis: [KPI]
    /// Each once, sets of the same records as one, in the order of the KPIs.
    private var sets: [CountedSet] = []

    init(_ kpis: [KPI]) {
        self.kpis = kpis
        for set in kpis.flatMap({ [$0.counted, $0.countedPart] }).compactMap(\.self) where name(of: set) == nil {
            sets.append(set)
        }
    }

    var published: [PublishedKPI] {
        kpis.map { kpi in
            let (own, part) = (kpi.counted.flatMap(name), kpi.countedPart.flatMap(name))
            return PublishedKPI(
                id: kpi.id, unit: kpi.unit, grains: Set(kpi.grains), isPublished: kpi.isPublished, records: part ?? own,
                wholeRecords: part == nil ? nil : own)
        }
    }

    /// Nil of a set that no KPI counts.
    private func name(of set: CountedSet) -> String? {
        sets.firstIndex { $0 == set || $0.holds(set) && set.holds($0) }.map { "\(sets[$0].dataset) \($0)" }
    }

    var places: RecordSets {
        var places: [String: RecordSets.Place] = [:]
        for (holder, parts) in Dictionary(
            grouping: sets.indices.filter { smallestHolders(of: $0).count > 0 }, by: { smallestHolders(of: $0)[0] })
        {
            let dimensions = dimensions(of: parts, in: holder)
            for part in parts {
                guard let own = name(of: sets[part]), let name = name(of: sets[holder]) else { continue }
                let isByPlace = sets[part].isByPlace(within: sets[holder])
                // What is told by the area and more is a part of what is told by the area, which may not be among the sets.
                let isPartlyByPlace = !isByPlace && sets[part].columns(within: sets[holder]).contains("area")
                places[own] = RecordSets.Place(
                    in: name, dimension: dimensions[part] ?? "",
                    isShared: smallestHolders(of: part).count > 1 || isPartlyByPlace, isByPlace: isByPlace)
            }
        }
        return RecordSets(places)
    }

    private func isWithin(_ set: Int, _ holder: Int) -> Bool { set != holder && sets[holder].holds(sets[set]) }

    /// Those that hold a set, and no other that holds it.
    private func smallestHolders(of set: Int) -> [Int] {
        let holders = sets.indices.filter { isWithin(set, $0) }
        return holders.filter { holder in !holders.contains { isWithin($0, holder) } }
    }

    /// For each part of a set the columns by which it, and all that lies in it, is told from the rest. Parts that are told by one
    /// column in common have all of theirs together.
    private func dimensions(of parts: [Int], in holder: Int) -> [Int: String] {
        var groups: [(parts: [Int], columns: Set<String>)] = []
        for part in parts {
            let within = [part] + sets.indices.filter { isWithin($0, part) }
            var group = (
                parts: [part],
                columns: within.reduce(into: Set<String>()) { $0.formUnion(sets[$1].columns(within: sets[holder])) }
            )
            for other in groups where !other.columns.isDisjoint(with: group.columns) {
                group.parts += other.parts
                group.columns.formUnion(other.columns)
            }
            groups.removeAll { !$0.columns.isDisjoint(with: group.columns) }
            groups.append(group)
        }
        return Dictionary(
            groups.flatMap { group in group.parts.map { ($0, group.columns.sorted().joined(separator: ", ")) } },
            uniquingKeysWith: { first, _ in first })
    }
}
