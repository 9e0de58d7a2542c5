/// Chooses, for each area of a KPI, the boundaries between which it is told: a figure is shown where its period begins and
/// ends at boundaries of its area.
///
/// The boundaries are walked in the order of time, by nothing that comes later, so that the editions of later nights take
/// none back and put none in between: they only add to what was published before. At each, from the smallest areas to the
/// whole:
///
/// 1. An area may have it where what lies since its last boundary is no count from 1 to the threshold. An area that can't
///    have the end of a base period waits for the end of a quarter, and then for the end of a year, so that quarters and
///    years can still be told.
/// 2. An area has it only where the area that holds it has. Of the areas within one that has it, those that have it not are
///    at least two, and have more than the threshold together: otherwise the smallest that helps waits with them.
/// 3. What an area has in none of those within it is held as one more area within it, which no page tells: the others and the
///    whole would tell it.
/// 4. Every small count since the last boundary needs an exchange with another area that waits (`Exchange`): other records
///    with the same published figures and another count. Where there is none yet, the area waits on, or the other waits with
///    it; where nothing helps, the area that holds them waits.
///
/// **Why no small count can be worked out.** Everything published is a sum over areas and over base periods between two
/// boundaries of them, so it follows from the sums of each area up to each of its boundaries. An exchange leaves all of
/// these as they are, since neither of its areas has a boundary between its two base periods, and what holds both areas has
/// both. Further boundaries come at later times alone, so an exchange that is complete stays one for ever; one that still
/// needs a later base period is looked for again before either area gets a boundary. So for each small count that is not
/// shown there are other records, with which a reader would have got the same.
struct BoundaryChoice {
    private let table: CountTable
    private let policy: DisclosurePolicy
    /// The only ones to choose from, by node and boundary: those that a less strict audience has, since who reads both editions
    /// must learn nothing from the stricter one, and those of the records of which these are a part. Nil where all are.
    private let within: [[Bool]]?
    /// Up to this boundary the table tells nothing that those of `within` do not tell.
    private let following: Int

    /// By node, by boundary.
    private(set) var boundaries: [[Bool]]
    /// The one that is decided.
    private var current = 0
    private var waits: [Wait]
    /// The nodes that wait at the boundary that is decided, for a node that has it.
    private var waiting: [[Int]]
    private var mayHave: [Bool]

    /// Since when a node waits, and for what.
    private struct Wait {
        enum Until { case anyBoundary, quarterEnd, yearEnd }

        var last = 0
        /// Boundaries that it has not got, since the beginning.
        var missed = 0
        var until = Until.anyBoundary
        /// Stretches with small counts that have no complete exchange yet.
        var open: Set<Range<Int>> = []
    }

    init(_ table: CountTable, under policy: DisclosurePolicy, within: [[Bool]]? = nil, following: Int = 0) {
        self.table = table
        self.policy = policy
        self.within = within
        self.following = within == nil ? 0 : following
        let count = table.nodes.count
        boundaries = Array(
            repeating: [true] + Array(repeating: false, count: table.periods.count), count: count)
        waits = Array(repeating: Wait(), count: count)
        waiting = Array(repeating: [], count: count)
        mayHave = Array(repeating: false, count: count)
        for boundary in 1..<(table.periods.count + 1) { decide(boundary) }
    }

    private mutating func decide(_ boundary: Int) {
        current = boundary
        let starts = table.periods.starts(endingAt: boundary)
        for node in table.nodes.indices { note(node, starts, boundary) }
        for node in table.childrenFirst {
            mayHave[node] = mayHaveByItself(node, boundary) && settlesChildren(of: node, boundary)
        }
        var held: Set<Int> = []
        for node in table.nodes.indices {
            let parent = table.nodes[node].parent
            let hasIt =
                boundary <= following
                ? within?[node][boundary] ?? true
                : mayHave[node] && parent.map { boundaries[$0][boundary] } ?? true && !held.contains(node)
            boundaries[node][boundary] = hasIt
            if hasIt {
                held.formUnion(waiting[node])
                waits[node] = Wait(last: boundary, missed: waits[node].missed)
            } else {
                postpone(node, boundary)
            }
        }
    }

    private mutating func postpone(_ node: Int, _ boundary: Int) {
        waits[node].missed += 1
        switch waits[node].until {
        case .anyBoundary: waits[node].until = .quarterEnd
        case .quarterEnd: if table.periods.endsQuarter(boundary) { waits[node].until = .yearEnd }
        case .yearEnd: break
        }
    }

    /// Notes the stretches that end at the boundary and hold a small count.
    private mutating func note(_ node: Int, _ starts: Set<Int>, _ boundary: Int) {
        let last = waits[node].last
        // Of a period that began before, what lies since the last boundary.
        for start in Set(starts.map { max($0, last) }) {
            guard table.holdsSmall(node, from: start, to: boundary, under: policy) else { continue }
            waits[node].open.insert(start..<boundary)
        }
    }

    private func isDue(_ node: Int, _ boundary: Int) -> Bool {
        switch waits[node].until {
        case .anyBoundary: true
        case .quarterEnd: table.periods.endsQuarter(boundary)
        case .yearEnd: table.periods.endsYear(boundary)
        }
    }

    private mutating func mayHaveByItself(_ node: Int, _ boundary: Int) -> Bool {
        let last = waits[node].last
        guard isDue(node, boundary), within?[node][boundary] ?? true,
            table.mayBeTold(node, from: last, to: boundary, under: policy)
        else { return false }
        guard boundary - last > 1 else { return true }
        settle(node, boundary)
        return waits[node].open.isEmpty && tails(of: node, boundary).allSatisfy { hasExchange(node, $0, boundary) }
    }

    /// The stretches up to the boundary with small counts.
    private func tails(of node: Int, _ boundary: Int) -> [Range<Int>] {
        ((waits[node].last + 1)..<boundary).map { $0..<boundary }
            .filter { table.holdsSmall(node, from: $0.lowerBound, to: boundary, under: policy) }
    }

    /// Drops the open stretches that have a complete exchange by now.
    private mutating func settle(_ node: Int, _ boundary: Int) {
        waits[node].open = waits[node].open.filter { !hasExchange(node, $0, boundary) }
    }

    /// Whether there is a complete exchange, of base periods before the boundary, for a stretch of a node: with an area
    /// beside it, or beside one that holds it and waits as well.
    private func hasExchange(_ node: Int, _ stretch: Range<Int>, _ boundary: Int) -> Bool {
        var held = node
        while waits[held].last < boundary - 1 {
            let exchange = exchange(node, stretch, under: held, boundary)
            guard let parent = table.nodes[held].parent else { return exchange.existsAlone }
            if others(beside: held, boundary).contains(where: { exchange.exists(with: side($0)) }) { return true }
            held = parent
        }
        return false
    }

    /// The nodes within the same, of those that may stand for it.
    private func others(beside node: Int, _ boundary: Int) -> [Int] {
        guard let parent = table.nodes[node].parent else { return [] }
        return table.nodes[parent].children.filter { $0 != node && isPartner($0, boundary) }
    }

    /// Whether another's records may be taken to be of a node. Any area may have had some; that a record is of no place is to be
    /// believed only where some are.
    private func isPartner(_ node: Int, _ boundary: Int) -> Bool {
        !table.nodes[node].isRemainder || table.nodes[node].placed[waits[node].last, boundary] > 0
    }

    private func exchange(
        _ node: Int, _ stretch: Range<Int>, under held: Int, _ boundary: Int, isOpenEnded: Bool = false
    ) -> Exchange {
        Exchange(
            table: table, node: node, side: side(held), stretch: stretch, end: boundary, isOpenEnded: isOpenEnded)
    }

    private func side(_ node: Int) -> Exchange.Side {
        let last = waits[node].last
        let next = last + 1
        // Of the boundary that is being decided it is not known yet.
        let isTold = table.nodes[node].parent.map { next >= current || boundaries[$0][next] } ?? true
        return Exchange.Side(node: node, last: last, wouldTellNothing: isTold)
    }
}

extension BoundaryChoice {
    /// Chooses which of the areas within a node wait where the node has the boundary. False where nothing would do.
    private mutating func settlesChildren(of node: Int, _ boundary: Int) -> Bool {
        let children = table.nodes[node].children
        var staying = Set(children.filter { !mayHave[$0] })
        defer { waiting[node] = staying.sorted() }
        while !staying.isEmpty {
            guard isEnough(staying, boundary) else {
                guard let next = next(among: children, beside: staying, boundary, where: { _ in true }) else { return false }
                staying.insert(next)
                continue
            }
            guard let (child, inner, stretch) = unprotected(staying, boundary) else { return true }
            let exchange = exchange(inner, stretch, under: child, boundary, isOpenEnded: true)
            let next = next(among: children, beside: staying, boundary) { exchange.exists(with: side($0)) }
            guard let next else { return false }
            staying.insert(next)
        }
        return true
    }

    /// Whether the areas that wait are two at least, and what they have together since their last boundaries is nothing, or
    /// not small.
    private func isEnough(_ staying: Set<Int>, _ boundary: Int) -> Bool {
        guard staying.count > 1 else { return false }
        func isSmall(_ sums: (CountSeries) -> RunningSums?) -> Bool {
            let totals = staying.map { node in
                table.nodes[node].series.compactMap { sums($0)?[waits[node].last, boundary] }
            }
            let (least, most) = (totals.reduce(0) { $0 + ($1.min() ?? 0) }, totals.reduce(0) { $0 + ($1.max() ?? 0) })
            return most > 0 && least <= policy.withholdUpTo
        }
        return !isSmall(\.counts) && !isSmall(\.rests)
    }

    /// The area that loses least by waiting with the others, of those that make them enough: one that waits already; then
    /// the one that has waited most often, so that as few as may be ever wait; then the one with the smallest count. Where
    /// none makes them enough, the one with the greatest.
    private func next(
        among children: [Int], beside staying: Set<Int>, _ boundary: Int, where helps: (Int) -> Bool
    ) -> Int? {
        let free = children.filter { !staying.contains($0) && isPartner($0, boundary) && helps($0) }
        func count(_ node: Int) -> Int { table.nodes[node].placed[waits[node].last, boundary] }
        func cost(_ node: Int) -> (Int, Int, Int, Int) {
            (waits[node].last < boundary - 1 ? 0 : 1, -waits[node].missed, count(node), node)
        }
        let enough = free.filter { count($0) > 0 && isEnough(staying.union([$0]), boundary) }
        return enough.min { cost($0) < cost($1) } ?? free.max { (count($0), $1) < (count($1), $0) }
    }

    /// A stretch with a small count for which, were only these to wait, there would be no exchange left: with the area that
    /// waits in which it lies, and the area that it is of.
    private mutating func unprotected(_ staying: Set<Int>, _ boundary: Int) -> (child: Int, inner: Int, stretch: Range<Int>)?
    {
        for child in staying.sorted() {
            for inner in withinNode(child) {
                for stretch in waits[inner].open.sorted(by: {
                    ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
                })
                where !isProtected(inner, stretch, under: child, staying, boundary) {
                    if hasExchange(inner, stretch, boundary) {
                        waits[inner].open.remove(stretch)
                    } else {
                        return (child, inner, stretch)
                    }
                }
            }
        }
        return nil
    }

    /// Whether an exchange with another area that waits on can still be completed.
    private func isProtected(
        _ inner: Int, _ stretch: Range<Int>, under child: Int, _ staying: Set<Int>, _ boundary: Int
    ) -> Bool {
        var held = inner
        while let parent = table.nodes[held].parent {
            let exchange = exchange(inner, stretch, under: held, boundary, isOpenEnded: true)
            let exists = others(beside: held, boundary).contains { other in
                (held != child || staying.contains(other)) && exchange.exists(with: side(other))
            }
            if exists { return true }
            if held == child { return false }
            held = parent
        }
        return false
    }

    /// A node and all within it.
    private func withinNode(_ node: Int) -> [Int] { [node] + table.nodes[node].children.flatMap(withinNode) }
}
