/// Counts, one after another, that can be summed over any stretch at once.
struct RunningSums: Sendable {
    private let sums: [Int]

    init(_ counts: [Int]) {
        var sums = [0]
        sums.reserveCapacity(counts.count + 1)
        for count in counts { sums.append(sums[sums.count - 1] + count) }
        self.sums = sums
    }

    /// - Parameter parts: one at least, all as long.
    init(sumOf parts: [RunningSums]) {
        sums = parts[0].sums.indices.map { place in parts.reduce(0) { $0 + $1.sums[place] } }
    }

    /// The sum between two boundaries; none where the second is not after the first.
    subscript(_ start: Int, _ end: Int) -> Int { start < end ? sums[end] - sums[start] : 0 }

    /// The count of one base period.
    subscript(_ period: Int) -> Int { sums[period + 1] - sums[period] }

    /// Those of the base periods.
    var indices: Range<Int> { 0..<(sums.count - 1) }
}
