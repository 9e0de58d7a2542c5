import Measures

/// Areas as they lie within each other, from the codes that lie in each.
///
/// Areas of the same codes are one node: a plan area that is one whole ward tells what the ward tells. An area that shares
/// codes with another while neither holds the other lies in no tree.
struct AreaForest: Sendable {
    struct Node: Sendable {
        /// Those that are made of the same codes.
        var areas: [AreaCode]
        /// Comes before its children.
        var parent: Int?
        var children: [Int] = []
    }

    private(set) var nodes: [Node] = []
    /// By area.
    private(set) var places: [AreaCode: Int] = [:]
    /// Those that lie across others.
    private(set) var crossing: Set<AreaCode> = []

    init(_ areas: [AreaCode], by codes: AreaCodes) {
        let sorted = areas.enumerated().map { ($0.offset, $0.element, codes.codes(of: $0.element)) }
            .sorted { left, right in left.2.count == right.2.count ? left.0 < right.0 : left.2.count > right.2.count }
        // For each code the smallest area so far that holds it.
        var holders: [Int: Int] = [:]
        for (_, area, held) in sorted {
            let owners = Set(held.map { holders[$0] })
            guard owners.count == 1, let owner = owners.first else {
                crossing.insert(area)
                continue
            }
            if let owner, codes.codes(of: nodes[owner].areas[0]).count == held.count {
                nodes[owner].areas.append(area)
                places[area] = owner
                continue
            }
            for code in held { holders[code] = nodes.count }
            places[area] = nodes.count
            if let owner { nodes[owner].children.append(nodes.count) }
            nodes.append(Node(areas: [area], parent: owner))
        }
    }
}

/// The smallest codes that lie in each area of a geography.
struct AreaCodes: Sendable {
    private var byArea: [AreaCode: [Int]] = [:]

    init(_ geography: Geography) {
        let finest = geography.levels.last
        // The own code and the names of an area tell nothing of its bounds where smaller codes do.
        var names: Set<String> = []
        for area in geography.areas where area.level != finest {
            names.formUnion([area.code.rawValue, area.name] + area.otherNames)
        }
        var numbers: [String: Int] = [:]
        func number(_ code: String) -> Int {
            let number = numbers[code] ?? numbers.count
            numbers[code] = number
            return number
        }
        for placement in geography.placements where !names.contains(placement.code) {
            byArea[placement.area, default: []].append(number(placement.code))
        }
        let bare = Set(geography.areas.map(\.code).filter { byArea[$0] == nil })
        let bareCodes = Set(bare.map(\.rawValue))
        for placement in geography.placements where bareCodes.contains(placement.code) {
            byArea[placement.area, default: []].append(number(placement.code))
        }
        for area in bare where byArea[area] == nil { byArea[area] = [number(area.rawValue)] }
        byArea = byArea.mapValues { Array(Set($0)).sorted() }
    }

    /// Of an area that the geography does not know, none.
    func codes(of area: AreaCode) -> [Int] { byArea[area] ?? [] }
}
