/// Other records that would give the same published figures, and another count in a place that a reader may not know.
///
/// One event of an area moves from a base period within the stretch asked about to one outside of it, or the other way
/// round, and one event of a second area the opposite way. No figure changes that holds both areas or neither, nor any that
/// holds both base periods or neither. So no published figure changes as long as neither area has a boundary between the two
/// base periods, and no smaller area within them. Of a percentage the rest moves against the numerator, so that denominators
/// stay; and so it is with records that are told among others that are told too.
///
/// Where several KPIs count the events, those that move are of one kind, counted by the same KPIs. Which kinds there are may be
/// known only later; until then an exchange is not complete. One that need not be complete yet moves an event from an area to
/// another, both of which wait, and its kind with it.
///
/// An area that lies in no other needs no second one.
struct Exchange {
    /// An area with all in it, and the boundary since which nothing is told of it.
    struct Side {
        var node: Int
        var last: Int
        /// Whether the base period after that boundary would have been told had it held no event: it is told of the area that
        /// holds this one, and what would be in place of its last event is not small either.
        var wouldTellNothing: Bool
        /// So of a share, had it held nothing beside its events.
        var wouldTellNoRest: Bool
    }

    let table: CountTable
    /// The area asked about, or one that lies in `side`.
    let node: Int
    /// The area beside which the second one lies.
    let side: Side
    /// The stretch asked about, between two boundaries.
    let stretch: Range<Int>
    /// The boundary that is decided; events move before it.
    let end: Int
    /// Whether figures to come are still to show it: a base period outside of the stretch is then always to be had.
    let isOpenEnded: Bool

    /// Whether there is such an exchange without a second area.
    var existsAlone: Bool {
        let ranges = Ranges(stretch, heldFrom: side.last, to: isOpenEnded ? end : known)
        guard !ranges.inside.isEmpty, ranges.outside.contains(where: { !$0.isEmpty }) else { return false }
        return leaves(of: node).contains { leaf in
            pairs(leaf).contains { pair in
                gives(leaf, pair, of: side, in: [ranges.inside]) && takes(leaf, pair, of: side, in: ranges.outside)
                    || gives(leaf, pair, of: side, in: ranges.outside) && takes(leaf, pair, of: side, in: [ranges.inside])
            }
        }
    }

    /// Whether there is one with another area.
    func exists(with other: Side) -> Bool {
        let ranges = Ranges(stretch, heldFrom: max(side.last, other.last), to: isOpenEnded ? end : known)
        guard !ranges.inside.isEmpty, isOpenEnded || ranges.outside.contains(where: { !$0.isEmpty }) else { return false }
        return leaves(of: node).contains { own in
            leaves(of: other.node).contains { leaf in
                pairs(own).contains { pair in
                    moves(own, side, to: leaf, other, pair, in: [ranges.inside])
                        && (isOpenEnded || moves(leaf, other, to: own, side, pair, in: ranges.outside))
                        || moves(leaf, other, to: own, side, pair, in: [ranges.inside])
                            && (isOpenEnded || moves(own, side, to: leaf, other, pair, in: ranges.outside))
                }
            }
        }
    }

    /// The kinds of an event that moves, and of what moves against it.
    private struct Pair {
        var kind: Int
        /// 0 where nothing moves against it.
        var against: Int
        /// Whether those are any kinds.
        var isOfAny = false
    }

    /// The boundary before which the kinds are known.
    private var known: Int { table.knownEnd(at: end) }

    private func pairs(_ leaf: Int) -> [Pair] {
        if isOpenEnded { return [Pair(kind: 0, against: 0, isOfAny: true)] }
        let node = table.nodes[leaf]
        return node.kinds.indices.flatMap { kind in
            table.isOfShares ? node.restKinds.indices.map { Pair(kind: kind, against: $0) } : [Pair(kind: kind, against: 0)]
        }
    }

    /// The base periods to choose from.
    private struct Ranges {
        var inside: Range<Int>
        var outside: [Range<Int>]

        init(_ stretch: Range<Int>, heldFrom start: Int, to end: Int) {
            let held = min(start, end)..<end
            inside = stretch.clamped(to: held)
            outside = [
                held.lowerBound..<max(held.lowerBound, min(inside.lowerBound, end)),
                min(held.upperBound, max(inside.upperBound, held.lowerBound))..<held.upperBound,
            ]
        }
    }

    /// Counts have no bound, so that any leaf takes what any gives: the area stands for its leaves.
    private func leaves(of node: Int) -> [Int] { table.isOfShares ? table.nodes[node].leaves : [node] }

    /// Whether there is a base period in which one leaf may lose an event and the other win one.
    private func moves(
        _ giver: Int, _ giving: Side, to taker: Int, _ taking: Side, _ pair: Pair, in ranges: [Range<Int>]
    ) -> Bool {
        guard table.isOfShares else {
            return gives(giver, pair, of: giving, in: ranges) || changesPlaces(giving, taking, pair, in: ranges)
        }
        return ranges.contains { range in
            range.contains { period in
                gives(giver, pair, of: giving, in: [period..<(period + 1)])
                    && takes(taker, pair, of: taking, in: [period..<(period + 1)])
            }
        }
    }

    /// Whether the one event of an area and the none of another that waits beside it since the same boundary may change
    /// places. There the reader sees that one of them has none, and not which.
    private func changesPlaces(_ giving: Side, _ taking: Side, _ pair: Pair, in ranges: [Range<Int>]) -> Bool {
        let first = giving.last
        return first == taking.last && ranges.contains { $0.contains(first) } && table.nodes[giving.node].placed[first] == 1
            && table.nodes[taking.node].placed[first] == 0
            && (pair.isOfAny || table.nodes[giving.node].kinds[pair.kind][first] == 1)
            && table.nodes[node].placed[first] == table.nodes[side.node].placed[first]
    }

    /// Whether a node may lose an event in one of the ranges. In the base period after its last boundary its last event must
    /// stay where a reader knows that nothing is withheld of an area that has none.
    private func gives(_ node: Int, _ pair: Pair, of side: Side, in ranges: [Range<Int>]) -> Bool {
        let kind = pair.isOfAny ? table.nodes[node].placed : table.nodes[node].kinds[pair.kind]
        return ranges.contains { range in
            let events = kind[range.lowerBound, range.upperBound]
            guard events > 0, side.wouldTellNothing, range.contains(side.last), table.nodes[side.node].placed[side.last] == 1
            else {
                return events > 0
            }
            return events > kind[side.last]
        }
    }

    /// Whether a leaf may win an event in one of the ranges: counts have no bound, a share has.
    private func takes(_ leaf: Int, _ pair: Pair, of side: Side, in ranges: [Range<Int>]) -> Bool {
        guard table.isOfShares else { return ranges.contains { !$0.isEmpty } }
        let kinds = table.nodes[leaf].restKinds
        return ranges.contains { range in
            range.contains { period in
                // Of what the whole holds in a period that has not ended nothing is told yet.
                if pair.isOfAny, period >= known { return true }
                if period == side.last, side.wouldTellNoRest, table.holdsRestOfOne(side.node, in: period) { return false }
                return (pair.isOfAny ? kinds.reduce(0) { $0 + $1[period] } : kinds[pair.against][period]) > 0
            }
        }
    }
}
