/// The least value of a sum of cells that are not negative, among all cells that make given sums: the simplex method with
/// Bland's rule, which always ends. Small tables only.
struct LinearProgram {
    private var tableau: [[Double]]
    private var basis: [Int]
    private let cellCount: Int

    /// - Parameters:
    ///   - rows: the cells that each sum adds up.
    ///   - some: cells of which at least one is not nothing.
    init(cells given: Int, rows: [[Int]], sums: [Int], some: [[Int]]) {
        // What is over the one that must be there is a cell of its own.
        let cells = given + some.count
        cellCount = cells
        let count = rows.count + some.count
        let width = cells + count
        tableau = (rows + some).enumerated().map { place, row in
            var line = [Double](repeating: 0, count: width + 1)
            for cell in row { line[cell] = 1 }
            if place >= rows.count { line[given + place - rows.count] = -1 }
            line[cells + place] = 1
            line[width] = place < rows.count ? Double(sums[place]) : 1
            return line
        }
        basis = (0..<count).map { cells + $0 }
        // First the slack of every row is brought to nothing.
        var cost = [Double](repeating: 0, count: width + 1)
        for line in tableau { for place in 0..<cells { cost[place] -= line[place] } }
        cost[width] = -tableau.reduce(0) { $0 + $1[width] }
        run(&cost, upTo: cells)
        dropRowsWithoutCells()
    }

    /// The least of the sum of these cells, or of its negative; nil where it has no bound.
    ///
    /// - Parameter sign: 1 or −1.
    func least(of target: [Int], sign: Double) -> Double? {
        var program = self
        return program.lowered(target, sign)
    }

    private mutating func lowered(_ target: [Int], _ sign: Double) -> Double? {
        let width = (tableau.first?.count ?? cellCount + 1) - 1
        var cost = [Double](repeating: 0, count: width + 1)
        for cell in target { cost[cell] = sign }
        for (line, basic) in zip(tableau, basis) where basic < cellCount && cost[basic] != 0 {
            let factor = cost[basic]
            for place in cost.indices { cost[place] -= factor * line[place] }
        }
        return run(&cost, upTo: cellCount) ? -cost[width] : nil
    }

    /// - Returns: false where there is no bound.
    @discardableResult
    private mutating func run(_ cost: inout [Double], upTo count: Int) -> Bool {
        while let entering = (0..<count).first(where: { cost[$0] < -1e-9 }) {
            var leaving: Int?
            var best = Double.infinity
            for row in tableau.indices where tableau[row][entering] > 1e-9 {
                let ratio = tableau[row][tableau[row].count - 1] / tableau[row][entering]
                if ratio < best - 1e-12 || ratio < best + 1e-12 && leaving.map({ basis[row] < basis[$0] }) ?? true {
                    (best, leaving) = (ratio, row)
                }
            }
            guard let leaving else { return false }
            pivot(leaving, entering, &cost)
        }
        return true
    }

    private mutating func pivot(_ row: Int, _ column: Int, _ cost: inout [Double]) {
        let scale = tableau[row][column]
        for place in tableau[row].indices { tableau[row][place] /= scale }
        let line = tableau[row]
        for other in tableau.indices where other != row && tableau[other][column] != 0 {
            let factor = tableau[other][column]
            for place in line.indices where line[place] != 0 { tableau[other][place] -= factor * line[place] }
        }
        if cost[column] != 0 {
            let factor = cost[column]
            for place in line.indices where line[place] != 0 { cost[place] -= factor * line[place] }
        }
        basis[row] = column
    }

    /// A row whose slack is still in the basis, at nothing, takes a cell in or says nothing.
    private mutating func dropRowsWithoutCells() {
        var unused = [Double](repeating: 0, count: tableau.first?.count ?? 0)
        for row in tableau.indices.reversed() where basis[row] >= cellCount {
            if let cell = (0..<cellCount).first(where: { abs(tableau[row][$0]) > 1e-9 }) {
                pivot(row, cell, &unused)
            } else {
                tableau.remove(at: row)
                basis.remove(at: row)
            }
        }
    }
}
