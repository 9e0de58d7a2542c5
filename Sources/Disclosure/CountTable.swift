import Measures

/// The counts behind one KPI's figures: for each node of its areas, base period by base period.
struct CountTable: Sendable {
    struct Node: Sendable {
        var parent: Int?
        var children: [Int]
        /// Of each area that is this node; more than one only where areas are made of the same codes.
        var series: [CountSeries]
        /// The smallest nodes within, itself where there is none.
        var leaves: [Int] = []
        /// The events that lie in one of the leaves: those without a place are nobody's to exchange.
        var placed: RunningSums
    }

    let periods: BasePeriods
    private(set) var nodes: [Node]
    let roots: [Int]
    /// Every node after its children.
    let childrenFirst: [Int]

    /// - Parameters:
    ///   - nodes: each after its parent, each with at least one series.
    init(periods: BasePeriods, nodes: [(parent: Int?, series: [CountSeries])]) {
        self.periods = periods
        self.nodes = nodes.map {
            Node(
                parent: $0.parent, children: [], series: $0.series, placed: RunningSums(Self.least($0.series, periods.count))
            )
        }
        roots = nodes.indices.filter { nodes[$0].parent == nil }
        childrenFirst = nodes.indices.reversed()
        for node in nodes.indices { if let parent = nodes[node].parent { self.nodes[parent].children.append(node) } }
        for node in childrenFirst {
            let children = self.nodes[node].children
            guard !children.isEmpty else {
                self.nodes[node].leaves = [node]
                continue
            }
            self.nodes[node].leaves = children.flatMap { self.nodes[$0].leaves }
            self.nodes[node].placed = RunningSums(
                (0..<periods.count).map { period in children.reduce(0) { $0 + self.nodes[$1].placed[period] } })
        }
    }

    private static func least(_ series: [CountSeries], _ count: Int) -> [Int] {
        (0..<count).map { period in series.map { $0.counts[period] }.min() ?? 0 }
    }

    /// Whether what lies between two boundaries may be told of a node as one figure.
    func mayBeTold(_ node: Int, from start: Int, to end: Int, under policy: DisclosurePolicy) -> Bool {
        nodes[node].series.allSatisfy { $0.mayBeTold(from: start, to: end, under: policy) }
    }

    func holdsSmall(_ node: Int, from start: Int, to end: Int, under policy: DisclosurePolicy) -> Bool {
        nodes[node].series.contains { $0.holdsSmall(from: start, to: end, under: policy) }
    }

    /// Of a percentage what its denominator holds beside the numerator, in a leaf and a base period.
    func rest(_ leaf: Int, _ period: Int) -> Int { nodes[leaf].series.map { $0.rests?[period] ?? 0 }.min() ?? 0 }

    /// Whether the figures are percentages.
    var isOfShares: Bool { nodes.first?.series.first?.rests != nil }
}
