import Definitions
import Disclosure

/// The sets of records that KPIs count, each under a name, and how they lie in each other: what disclosure control has to know of
/// definitions.
struct CountedSets {
    private let kpis: [KPI]
    /// Each once, sets of the same records as one, in the order of the KPIs.
    private var sets: [CountedSet] = []
    /// Of each set those that hold it, and no other that holds it.
    private var smallestHolders: [[Int]] = []
    /// Of each set those of which it is the first of these.
    private var parts: [[Int]] = []

    init(_ kpis: [KPI]) {
        self.kpis = kpis
        for set in kpis.flatMap({ [$0.counted, $0.countedPart] }).compactMap(\.self) where name(of: set) == nil {
            sets.append(set)
        }
        let holders = sets.indices.map { set in sets.indices.filter { $0 != set && sets[$0].holds(sets[set]) } }
        smallestHolders = holders.map { all in all.filter { holder in !all.contains { holders[$0].contains(holder) } } }
        parts = sets.indices.map { holder in sets.indices.filter { smallestHolders[$0].first == holder } }
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
        for set in sets.indices {
            let holders = smallestHolders[set]
            guard let own = name(of: sets[set]), let holder = holders.first, let name = name(of: sets[holder]) else { continue }
            let isByPlace = sets[set].isByPlace(within: sets[holder])
            // What is told by the area and more is a part of what is told by the area, which may not be among the sets.
            let isPartlyByPlace = !isByPlace && columns(of: set, in: holder).contains("area")
            places[own] = RecordSets.Place(
                in: name, dimension: dimension(of: set, in: holder).sorted().joined(separator: ", "),
                isShared: holders.count > 1 || isPartlyByPlace || isToldOtherwise(set, in: holder), isByPlace: isByPlace)
        }
        return RecordSets(places)
    }

    private func columns(of part: Int, in holder: Int) -> Set<String> { sets[part].columns(within: sets[holder]) }

    /// The columns by which a part, and others that are told by one of them too, are told from the rest of a set.
    private func dimension(of part: Int, in holder: Int) -> Set<String> {
        var dimension = columns(of: part, in: holder)
        while true {
            let wider = parts[holder].map { columns(of: $0, in: holder) }.filter { !$0.isDisjoint(with: dimension) }
                .reduce(dimension) { $0.union($1) }
            guard wider != dimension else { return dimension }
            dimension = wider
        }
    }

    /// Whether a part is told by a column by which records of a set around it are told too, beside what it lies in: robberies with
    /// a charge, where all crimes with a charge are told beside robberies. They lie in both, or in none.
    private func isToldOtherwise(_ part: Int, in holder: Int) -> Bool {
        let own = columns(of: part, in: holder)
        var inner = holder
        while let around = smallestHolders[inner].first {
            let line = dimension(of: inner, in: around)
            let others = parts[around].map { columns(of: $0, in: around) }.filter { $0.isDisjoint(with: line) }
            if others.contains(where: { !$0.isDisjoint(with: own) }) { return true }
            inner = around
        }
        return false
    }
}
