import Measures

/// The counts behind one KPI's figures: for each node of its areas, base period by base period.
struct CountTable: Sendable {
    struct Node: Sendable {
        var parent: Int?
        var children: [Int]
        let isRemainder: Bool
        /// Of each area that is this node; more than one only where areas are made of the same codes.
        var series: [CountSeries]
        /// The smallest nodes within, itself where there is none.
        var leaves: [Int] = []
        /// The events that lie in one of the leaves.
        var placed: RunningSums
        /// Those of them that are counted by the same KPIs, kind by kind: only events of one kind can stand for each other.
        var kinds: [RunningSums] = []
        /// Of a share, the kinds of what lies beside its events.
        var restKinds: [RunningSums] = []
    }

    /// The kinds of one leaf's events in a base period, and of what lies beside them.
    struct Kinds {
        var own: [Int]
        var rest: [Int]
    }

    let periods: BasePeriods
    private(set) var nodes: [Node]
    /// Every node after its children.
    let childrenFirst: [Int]
    /// By base period, the boundary from which on its kinds are known: its own end, or that of a longer period.
    private let known: [Int]
    /// Whether the rests of shares are known base period by base period.
    private let knowsRests: Bool

    /// - Parameters:
    ///   - series: by node of the forest, one for each at least.
    ///   - kinds: those of a leaf in a base period, always as many; nil where one KPI alone counts the events.
    ///   - known: by base period, the boundary from which on its kinds are known; nil where each is from its own end.
    ///   - knowsRests: whether what shares hold beside their events is known base period by base period.
    init(
        periods: BasePeriods, forest: AreaForest, series: [[CountSeries]],
        kinds: ((_ leaf: Int, _ period: Int) -> Kinds)? = nil,
        known: [Int]? = nil, knowsRests: Bool = true
    ) {
        self.periods = periods
        self.knowsRests = knowsRests
        self.known = known ?? (0..<periods.count).map { $0 + 1 }
        nodes = forest.nodes.enumerated().map { place, node in
            Node(
                parent: node.parent, children: node.children, isRemainder: node.isRemainder, series: series[place],
                placed: RunningSums(Self.least(series[place], periods.count)))
        }
        childrenFirst = forest.nodes.indices.reversed()
        for node in childrenFirst {
            let children = nodes[node].children
            guard !children.isEmpty else {
                nodes[node].leaves = [node]
                continue
            }
            nodes[node].leaves = children.flatMap { nodes[$0].leaves }
            nodes[node].placed = RunningSums(sumOf: children.map { nodes[$0].placed })
        }
        setKinds(kinds)
    }

    private mutating func setKinds(_ kinds: ((Int, Int) -> Kinds)?) {
        for node in childrenFirst {
            guard nodes[node].children.isEmpty else {
                let children = nodes[node].children.map { nodes[$0] }
                nodes[node].kinds = children[0].kinds.indices.map { kind in
                    RunningSums(sumOf: children.map { $0.kinds[kind] })
                }
                nodes[node].restKinds = children[0].restKinds.indices.map { kind in
                    RunningSums(sumOf: children.map { $0.restKinds[kind] })
                }
                continue
            }
            guard let kinds else {
                nodes[node].kinds = [nodes[node].placed]
                nodes[node].restKinds = isOfShares ? [RunningSums((0..<periods.count).map { rest(node, $0) })] : []
                continue
            }
            let cells = (0..<periods.count).map { kinds(node, $0) }
            guard let first = cells.first else { continue }
            nodes[node].kinds = first.own.indices.map { kind in RunningSums(cells.map { $0.own[kind] }) }
            nodes[node].restKinds = first.rest.indices.map { kind in RunningSums(cells.map { $0.rest[kind] }) }
        }
    }

    /// The last boundary up to which the kinds of all base periods are known at a boundary. Who decides there must not know
    /// more, or the editions of later nights would decide otherwise.
    func knownEnd(at boundary: Int) -> Int { known.prefix(boundary).firstIndex { $0 > boundary } ?? boundary }

    private static func least(_ series: [CountSeries], _ count: Int) -> [Int] {
        (0..<count).map { period in series.map { $0.counts[period] }.min() ?? 0 }
    }

    /// Whether what lies between two boundaries may be told of a node as one figure.
    func mayBeTold(_ node: Int, from start: Int, to end: Int, under policy: DisclosurePolicy) -> Bool {
        nodes[node].series.allSatisfy { $0.mayBeTold(from: start, to: end, under: policy) }
    }

    /// Whether a base period of a node with one event could be told of, had it none: where that one is of the rest then, which is
    /// told too, that must not be small either.
    func mayBeTold(_ node: Int, withoutEventsIn period: Int, under policy: DisclosurePolicy) -> Bool {
        guard knowsRests, period < periods.count, nodes[node].series.count == 1, let rests = nodes[node].series[0].rests else {
            return true
        }
        return !policy.withholds(count: rests[period] + 1)
    }

    /// Whether a base period of a share with a rest of one could be told of, had it none: that one is an event then.
    func mayBeTold(_ node: Int, withoutRestIn period: Int, under policy: DisclosurePolicy) -> Bool {
        guard knowsRests, period < periods.count, nodes[node].series.count == 1 else { return true }
        return !policy.withholds(count: nodes[node].series[0].counts[period] + 1)
    }

    func holdsRestOfOne(_ node: Int, in period: Int) -> Bool { nodes[node].series.contains { $0.rests?[period] == 1 } }

    func holdsSmall(_ node: Int, from start: Int, to end: Int, under policy: DisclosurePolicy) -> Bool {
        nodes[node].series.contains { $0.holdsSmall(from: start, to: end, under: policy) }
    }

    /// Of a percentage what its denominator holds beside the numerator, in a leaf and a base period.
    private func rest(_ leaf: Int, _ period: Int) -> Int { nodes[leaf].series.map { $0.rests?[period] ?? 0 }.min() ?? 0 }

    /// Whether the figures are shares, those of percentages or of records among others that are told too.
    var isOfShares: Bool { nodes.first?.series.first?.rests != nil }
}
