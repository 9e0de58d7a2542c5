import Measures

/// A reader who puts all published counts of one KPI together: adds and subtracts periods of an area, takes parts from
/// wholes, and bounds what is left by what surrounds it. What lies in a whole and in none of its parts is a part too, or known to it.
///
/// Works on areas in a tree over many periods, where the general methods are too slow.
struct PublishedSetAttack {
    struct Count: Hashable {
        var area: AreaCode
        /// Between the first day of one month and that of another.
        var start: Int
        var end: Int
    }

    private var known: [Count: Int] = [:]
    private var bounds: [Count: ClosedRange<Int>] = [:]
    private let parts: [AreaCode: [AreaCode]]
    private let unplaced: (AreaCode, _ start: Int, _ end: Int) -> Int
    private let edges: [Int]

    /// - Parameters:
    ///   - parts: of each whole.
    ///   - unplaced: what is known to lie in a whole and in none of its parts.
    init(
        published: [Count: Int], parts: [AreaCode: [AreaCode]], unplaced: @escaping (AreaCode, Int, Int) -> Int
    ) {
        self.parts = parts
        self.unplaced = unplaced
        edges = Set(published.keys.flatMap { [$0.start, $0.end] }).sorted()
        known = published
        var size = -1
        while size != known.count {
            size = known.count
            combinePeriods()
            combineAreas()
        }
        boundParts()
    }

    /// The only value that a count can have; nil where it can have several, as far as this reader finds out.
    func value(of count: Count) -> Int? {
        if let value = known[count] { return value }
        return bounds[count].flatMap { $0.count == 1 ? $0.lowerBound : nil }
    }

    /// All sums and differences of an area's periods: what lies between any two edges that are joined by known counts.
    private mutating func combinePeriods() {
        for (area, counts) in Dictionary(grouping: known, by: \.key.area) {
            var neighbours: [Int: [(Int, Int)]] = [:]
            for (count, value) in counts {
                neighbours[count.start, default: []].append((count.end, value))
                neighbours[count.end, default: []].append((count.start, -value))
            }
            var placed: [Int: (group: Int, sum: Int)] = [:]
            for edge in neighbours.keys.sorted() where placed[edge] == nil {
                placed[edge] = (edge, 0)
                var waiting = [edge]
                while let next = waiting.popLast(), let own = placed[next] {
                    for (other, value) in neighbours[next] ?? [] where placed[other] == nil {
                        placed[other] = (edge, own.sum + value)
                        waiting.append(other)
                    }
                }
            }
            for (start, from) in placed {
                for (end, to) in placed where start < end && from.group == to.group {
                    known[Count(area: area, start: start, end: end)] = to.sum - from.sum
                }
            }
        }
    }

    private func forEachTable(_ body: (_ whole: Count, _ parts: [Count]) -> Void) {
        for (area, parts) in parts {
            for (place, start) in edges.enumerated() {
                for end in edges[(place + 1)...] {
                    body(
                        Count(area: area, start: start, end: end), parts.map { Count(area: $0, start: start, end: end) })
                }
            }
        }
    }

    /// The one that is missing among a whole and its parts.
    private mutating func combineAreas() {
        var found: [Count: Int] = [:]
        forEachTable { whole, parts in
            let missing = parts.filter { known[$0] == nil }
            let told = parts.reduce(unplaced(whole.area, whole.start, whole.end)) { $0 + (known[$1] ?? 0) }
            if let sum = known[whole] {
                if missing.count == 1 { found[missing[0]] = sum - told }
            } else if missing.isEmpty {
                found[whole] = told
            }
        }
        known.merge(found) { old, _ in old }
    }

    /// What is left of a whole bounds each of the parts that are left, and what lies within and around a period bounds it.
    private mutating func boundParts() {
        let byArea = Dictionary(grouping: known, by: \.key.area)
        func surrounding(_ count: Count) -> ClosedRange<Int> {
            var (low, high) = (0, Int.max)
            for (other, value) in byArea[count.area] ?? [] {
                if other.start <= count.start, count.end <= other.end { high = min(high, value) }
                if count.start <= other.start, other.end <= count.end { low = max(low, value) }
            }
            return low...max(low, high)
        }
        var found: [Count: ClosedRange<Int>] = [:]
        forEachTable { whole, parts in
            guard let sum = known[whole] else { return }
            let missing = parts.filter { known[$0] == nil }
            let left = parts.reduce(sum - unplaced(whole.area, whole.start, whole.end)) { $0 - (known[$1] ?? 0) }
            let ranges = missing.map(surrounding)
            let lowest = ranges.reduce(0) { $0 + $1.lowerBound }
            for (part, range) in zip(missing, ranges) {
                let others = ranges.reduce(0) { $0 + min($1.upperBound, left) } - min(range.upperBound, left)
                let low = max(range.lowerBound, left - others)
                let high = min(range.upperBound, left - (lowest - range.lowerBound))
                guard low <= high else { continue }
                let before = found[part] ?? low...high
                found[part] = max(low, before.lowerBound)...max(low, before.lowerBound, min(high, before.upperBound))
            }
        }
        bounds = found
    }
}
