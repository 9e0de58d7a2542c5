import Measures

/// Areas as they lie within each other, from the codes that lie in each.
///
/// Areas of the same codes are one node: a plan area that is one whole ward tells what the ward tells. An area that shares
/// codes with another while neither holds the other lies in no tree.
///
/// An area that holds others has one more within it, of no name and told by no page: what lies in none of these, the records
/// without a place and those of places that are not told. It is what the area's figure has beside those of all the others.
struct AreaForest: Sendable {
    struct Node: Sendable {
        /// Those that are made of the same codes.
        var areas: [AreaCode]
        var codes: [Int]
        /// Whether it is what an area has in none of the others within it.
        var isRemainder = false
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
        crossing = Self.crossing(areas, by: codes)
        let sorted = areas.filter { !crossing.contains($0) }.enumerated()
            .map { ($0.offset, $0.element, codes.codes(of: $0.element)) }
            .sorted { left, right in
                left.2.count == right.2.count ? left.0 < right.0 : left.2.count > right.2.count
            }
        // For each code the smallest area so far that holds it.
        var holders: [Int: Int] = [:]
        for (_, area, held) in sorted {
            let owners = Set(held.map { holders[$0] })
            guard owners.count == 1, let owner = owners.first else {
                crossing.insert(area)
                continue
            }
            if let owner, nodes[owner].codes.count == held.count {
                nodes[owner].areas.append(area)
                places[area] = owner
                continue
            }
            for code in held { holders[code] = nodes.count }
            places[area] = nodes.count
            if let owner { nodes[owner].children.append(nodes.count) }
            nodes.append(Node(areas: [area], codes: held, parent: owner))
        }
        for node in nodes.indices where !nodes[node].children.isEmpty { addRemainder(of: node) }
    }

    private mutating func addRemainder(of node: Int) {
        let codes = Set(nodes[node].codes).subtracting(nodes[node].children.flatMap { nodes[$0].codes }).sorted()
        let area = AreaCode("elsewhere: \(codes)")
        places[area] = nodes.count
        nodes[node].children.append(nodes.count)
        nodes.append(Node(areas: [area], codes: codes, isRemainder: true, parent: node))
    }

    /// What an area has in none of the others within it; nil where it has no others.
    func remainder(of area: AreaCode) -> Int? {
        places[area].flatMap { nodes[$0].children.last }.flatMap { nodes[$0].isRemainder ? $0 : nil }
    }

    /// The nodes whose figures tell of an area of these codes: itself, or the smallest that holds it; and those within it that
    /// no other holds.
    func nodes(telling area: AreaCode, of codes: [Int]) -> [Int] {
        if let place = places[area] { return [place] }
        let held = Set(codes)
        guard !held.isEmpty else { return [] }
        let sets = nodes.map { Set($0.codes) }
        let holding = nodes.indices.filter { sets[$0].isSuperset(of: held) }.min { sets[$0].count < sets[$1].count }
        return [holding].compactMap(\.self)
            + nodes.indices.filter { nodes[$0].parent == nil && sets[$0].isStrictSubset(of: held) }
    }

    /// The areas that share codes with one of an earlier level, or one before it, while neither holds the other: a plan area
    /// gives way to the wards that it lies across.
    private static func crossing(_ areas: [AreaCode], by codes: AreaCodes) -> Set<AreaCode> {
        var crossing: Set<AreaCode> = []
        /// For each code the areas that hold it, by their places among the sizes.
        var holders: [Int: [Int]] = [:]
        var sizes: [Int] = []
        for area in areas.sorted(by: { codes.place(of: $0) < codes.place(of: $1) }) {
            let held = codes.codes(of: area)
            var shared: [Int: Int] = [:]
            for code in held { for holder in holders[code] ?? [] { shared[holder, default: 0] += 1 } }
            if held.isEmpty || shared.contains(where: { $0.value < held.count && $0.value < sizes[$0.key] }) {
                crossing.insert(area)
                continue
            }
            for code in held { holders[code, default: []].append(sizes.count) }
            sizes.append(held.count)
        }
        return crossing
    }
}
