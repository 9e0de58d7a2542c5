import Measures
import ModuleKit

/// Holds what a complete dataset has against what its key promises.
struct TableGaps {
    private let key: CompleteKey
    private let contract: DatasetContract
    private let geography: Geography
    private let places: Places
    /// By code, in lower case, the areas that hold it, and the other way round.
    private let holders: [String: Set<AreaCode>]
    private let codes: [AreaCode: [String]]

    init(_ key: CompleteKey, of contract: DatasetContract, geography: Geography, places: Places) {
        self.key = key
        self.contract = contract
        self.geography = geography
        self.places = places
        var holders: [String: Set<AreaCode>] = [:]
        var codes: [AreaCode: [String]] = [:]
        for row in places.holding {
            holders[row.code, default: []].insert(AreaCode(row.area))
            codes[AreaCode(row.area), default: []].append(row.code)
        }
        self.holders = holders
        self.codes = codes
    }

    /// A group's places, each with the combinations that it lacks.
    private typealias Held = [String: [String]]

    func gaps(in table: Table) -> [TableGap] {
        let held = groups(of: table)
        return held.order.flatMap { group -> [TableGap] in
            let places = held.places[group] ?? [:]
            let lacks = contract.holding == .figures ? lacksOfFigures(places) : lacksOfRecords(places)
            return gaps(lacks, in: group)
        }
    }

    /// One gap for the areas that lack the same, so that a reader is told once of a small area that its ward and the whole lack.
    private func gaps(_ lacks: [AreaCode: [String]], in group: [String]) -> [TableGap] {
        var areas: [[String]: [AreaCode]] = [:]
        var order: [[String]] = []
        for area in geography.areas {
            guard let missing = lacks[area.code], !missing.isEmpty else { continue }
            if areas[missing] == nil { order.append(missing) }
            areas[missing, default: []].append(area.code)
        }
        let values = group.enumerated().map { TableGap.GroupValue(column: key.groupName($0), value: $1) }
        return order.map { TableGap(group: values, missing: $0, areas: areas[$0] ?? []) }
    }

    private func groups(of table: Table) -> (order: [[String]], places: [[String]: Held]) {
        let combinations = key.combinations
        let names = combinations.map { $0.joined(separator: CompleteKey.betweenCodes) }
        let codes = table.texts("place")
        let held = table.numbers(CompleteKey.held)
        let listed = table.texts(CompleteKey.combinations)
        let columns = key.groups.indices.map { table.texts(CompleteKey.group($0)) }
        var order: [[String]] = []
        var places: [[String]: Held] = [:]
        for row in 0..<table.rowCount {
            let group = columns.map { $0[row] }
            if places[group] == nil { order.append(group) }
            guard held[row] < Double(combinations.count) else {
                places[group, default: [:]][codes[row]] = []
                continue
            }
            let there =
                held[row] == 0
                ? []
                : Set(
                    listed[row].split(separator: CompleteKey.betweenCombinations, omittingEmptySubsequences: false).map(
                        String.init))
            places[group, default: [:]][codes[row]] = zip(names, combinations).filter { !there.contains($0.0) }
                .map { $0.1.isEmpty ? codes[row] : $0.1.joined(separator: ", ") }
        }
        return (order, places)
    }

    /// A figure is for the area that is named, and one that no record names has none anyway.
    private func lacksOfFigures(_ held: Held) -> [AreaCode: [String]] {
        var lacks: [AreaCode: [String]] = [:]
        for row in places.named {
            guard let missing = held[row.code] else { continue }
            let area = AreaCode(row.area)
            // Two names of one area stand for each other.
            lacks[area] = lacks[area].map { before in before.filter(missing.contains) } ?? missing
        }
        return lacks
    }

    /// An area has all its records where those of one vintage of its codes are all there.
    private func lacksOfRecords(_ held: Held) -> [AreaCode: [String]] {
        // An area of which nothing is there has no figure that could pass for the whole.
        let told = Set(held.keys.flatMap { holders[$0] ?? [] })
        var lacks: [AreaCode: [String]] = [:]
        for (area, covers) in coversByArea where told.contains(area) {
            let missing = covers.map { parts in
                parts.filter { part in !part.texts.contains { held[$0]?.isEmpty ?? false } }.map(\.name)
            }
            // The vintage that the table is of: the one of which it has anything, and the most.
            let begun = zip(missing, covers).filter { $0.count < $1.count }.map { $0.0 }
            lacks[area] = (begun.isEmpty ? missing : begun).min { $0.count < $1.count } ?? []
        }
        return lacks
    }

    private struct Part {
        /// As the geography writes it first.
        var name: String
        /// In lower case, as the table holds them.
        var texts: [String]
    }

    /// By area, the parts of each cover that lie in it and make it up.
    private var coversByArea: [AreaCode: [[Part]]] {
        var found: [AreaCode: [[Part]]] = [:]
        for cover in geography.covers {
            var own: [AreaCode: [Part]] = [:]
            for texts in cover.parts {
                let part = Part(name: texts.first ?? "", texts: texts.map { $0.lowercased() })
                for area in part.texts.first.flatMap({ holders[$0] }) ?? [] { own[area, default: []].append(part) }
            }
            let isCut = cover.parts.contains(where: isStraddling)
            for (area, parts) in own where !(isCut && geography.levelOfLoss(of: area) != nil) && !exceeds(area, parts) {
                found[area, default: []].append(parts)
            }
        }
        return found
    }

    /// Whether it is an old code that lies in no area but the whole.
    private func isStraddling(_ texts: [String]) -> Bool {
        texts.first.map { geography.area(AreaCode($0)) == nil && holders[$0.lowercased()]?.count == 1 } ?? false
    }

    /// Whether an area holds codes that lie in an area of the parts' level which is none of the parts: a plan area of one ward and
    /// some small areas of another is more than its one ward.
    private func exceeds(_ area: AreaCode, _ parts: [Part]) -> Bool {
        let own = Set(parts.map { AreaCode($0.name) })
        guard let level = parts.first.flatMap({ geography.area(AreaCode($0.name))?.level }) else { return false }
        return codes[area, default: []].contains { code in
            holders[code, default: []].contains { geography.area($0)?.level == level && !own.contains($0) }
        }
    }
}
