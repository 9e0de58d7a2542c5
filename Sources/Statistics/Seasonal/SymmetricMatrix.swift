/// A small symmetric matrix, of which the lower triangle is kept.
struct SymmetricMatrix {
    let width: Int
    private var entries: [Double]

    init(_ width: Int) {
        self.width = width
        entries = [Double](repeating: 0, count: width * width)
    }

    subscript(row: Int, column: Int) -> Double {
        get { row >= column ? entries[row * width + column] : entries[column * width + row] }
        set { entries[max(row, column) * width + min(row, column)] = newValue }
    }

    func times(_ vector: [Double]) -> [Double] {
        (0..<width).map { row in (0..<width).reduce(0) { $0 + self[row, $1] * vector[$1] } }
    }

    /// vᵀ M v.
    func quadratic(_ vector: [Double]) -> Double {
        zip(vector, times(vector)).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The inverse by Cholesky's factor; nil where the matrix is not positive definite, or so nearly that nothing of it
    /// would be left.
    func inverse() -> SymmetricMatrix? {
        var factor = SymmetricMatrix(width)
        for row in 0..<width {
            for column in 0...row {
                var rest = self[row, column]
                for inner in 0..<column { rest -= factor[row, inner] * factor[column, inner] }
                if row == column {
                    guard rest > 1e-13 * self[row, row], rest.isFinite else { return nil }
                    factor[row, row] = rest.squareRoot()
                } else {
                    factor[row, column] = rest / factor[column, column]
                }
            }
        }
        var inverse = SymmetricMatrix(width)
        for unit in 0..<width {
            var vector = [Double](repeating: 0, count: width)
            for row in unit..<width {
                var rest = row == unit ? 1.0 : 0
                for inner in unit..<row { rest -= factor[row, inner] * vector[inner] }
                vector[row] = rest / factor[row, row]
            }
            for row in stride(from: width - 1, through: unit, by: -1) {
                var rest = vector[row]
                for inner in row + 1..<width { rest -= factor[inner, row] * vector[inner] }
                vector[row] = rest / factor[row, row]
                inverse[row, unit] = vector[row]
            }
        }
        return inverse
    }
}
