/// A reader who works with all published figures at once, and knows nothing of how they were chosen.
///
/// What is published is sums of cells, each cell a whole number that is not negative. Whether a sum that is not published
/// follows is asked in two ways: by linear algebra (over a prime field, so exactly), and by the least and the greatest value
/// that it can have (a linear program).
struct Attacker {
    private var rows: [[Int]] = []
    private var sums: [Int] = []
    private var knownToBeThere: [[Int]] = []
    private let cellCount: Int

    init(cells: Int) { cellCount = cells }

    /// Takes in a published sum of cells.
    mutating func learn(_ cells: [Int], sum: Int) {
        rows.append(cells)
        sums.append(sum)
    }

    /// Takes in that a sum of cells is not nothing, since nothing would have been told.
    mutating func learnOfSome(_ cells: [Int]) { knownToBeThere.append(cells) }

    /// The sums that follow from those published by adding and subtracting, among these.
    func followingByAlgebra(_ targets: [[Int]]) -> [Bool] {
        var basis: [(pivot: Int, row: [UInt64])] = []
        for row in rows {
            let reduced = Self.reduced(field(row), by: basis)
            guard let pivot = reduced.firstIndex(where: { $0 != 0 }) else { continue }
            let scale = Self.inverse(reduced[pivot])
            basis.append((pivot, reduced.map { $0 * scale % Self.prime }))
        }
        return targets.map { Self.reduced(field($0), by: basis).allSatisfy { $0 == 0 } }
    }

    /// The only value that each of these sums of cells can have; nil where it can have several.
    func onlyValues(of targets: [[Int]]) -> [Int?] {
        let program = LinearProgram(cells: cellCount, rows: rows, sums: sums, some: knownToBeThere)
        return targets.map { target in
            guard let least = program.least(of: target, sign: 1), let greatest = program.least(of: target, sign: -1) else {
                return nil
            }
            let (low, high) = ((least - 1e-6).rounded(.up), (-greatest + 1e-6).rounded(.down))
            return low == high ? Int(low) : nil
        }
    }

    private func field(_ cells: [Int]) -> [UInt64] {
        var row = [UInt64](repeating: 0, count: cellCount)
        for cell in cells { row[cell] = 1 }
        return row
    }

    private static let prime: UInt64 = 2_147_483_647

    private static func reduced(_ row: [UInt64], by basis: [(pivot: Int, row: [UInt64])]) -> [UInt64] {
        var row = row
        for (pivot, known) in basis where row[pivot] != 0 {
            let factor = prime - row[pivot]
            for place in row.indices where known[place] != 0 { row[place] = (row[place] + factor * known[place]) % prime }
        }
        return row
    }

    private static func inverse(_ number: UInt64) -> UInt64 {
        var (result, base, exponent) = (UInt64(1), number, prime - 2)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
