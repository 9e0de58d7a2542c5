/// A regression of counts on a logarithmic scale with variance proportional to the mean, by iteratively reweighted least
/// squares.
///
/// As R's `glm.fit(family = quasipoisson)`: from counts + 0.1, until the deviance changes by under 10⁻⁸ of itself, at most
/// 25 steps; the working weights, and with them the covariance and the hat values, are those that the last step solved with.
/// R solves by Householder reflections, here by Cholesky's factor of the normal equations, which serves a dozen columns of
/// ones and centred time.
///
/// Source: P. McCullagh and J. A. Nelder, *Generalized Linear Models* (2nd edition, 1989), §2.5.
struct QuasiPoissonFit {
    let coefficients: [Double]
    let fitted: [Double]
    /// Of the least-squares system, without dispersion.
    let covariance: SymmetricMatrix
    let hatValues: [Double]
    /// Pearson's X² over the residual degrees of freedom.
    let dispersion: Double
    let degrees: Double
    /// (count − fitted) / fitted of each observation.
    let workingResiduals: [Double]

    /// - Parameters:
    ///   - design: A row for each count, each of the same length, the columns independent.
    ///   - offsets: The logarithm of each exposure.
    ///   - weights: Prior weights, over 0.
    /// - Throws: ``StatisticsError/noConvergence`` after 25 steps or where the means leave the range of numbers.
    init(counts: [Double], design: [[Double]], offsets: [Double], weights: [Double]) throws(StatisticsError) {
        let width = design[0].count
        var eta = counts.map { Elementary.logarithm($0 + 0.1) }
        var mean = counts.map { $0 + 0.1 }
        var deviance = Self.deviance(counts, mean, weights)
        var solution: SymmetricMatrix?
        var working = [Double](repeating: 0, count: counts.count)
        var beta = [Double](repeating: 0, count: width)
        var hasSettled = false
        for _ in 0..<25 {
            var normal = SymmetricMatrix(width)
            var right = [Double](repeating: 0, count: width)
            for row in counts.indices {
                working[row] = weights[row] * mean[row]
                let response = eta[row] - offsets[row] + (counts[row] - mean[row]) / mean[row]
                for column in 0..<width where design[row][column] != 0 {
                    let weighted = working[row] * design[row][column]
                    right[column] += weighted * response
                    for other in 0...column { normal[column, other] += weighted * design[row][other] }
                }
            }
            guard let inverse = normal.inverse() else { throw .noConvergence }
            beta = inverse.times(right)
            solution = inverse
            for row in counts.indices {
                eta[row] = offsets[row] + zip(design[row], beta).reduce(0) { $0 + $1.0 * $1.1 }
                mean[row] = Elementary.exponential(eta[row])
            }
            let before = deviance
            deviance = Self.deviance(counts, mean, weights)
            guard deviance.isFinite, mean.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw .noConvergence }
            if (deviance - before).magnitude / (deviance.magnitude + 0.1) < 1e-8 {
                hasSettled = true
                break
            }
        }
        guard hasSettled, let solution else { throw .noConvergence }
        coefficients = beta
        fitted = mean
        covariance = solution
        degrees = Double(counts.count - width)
        hatValues = design.indices.map { working[$0] * solution.quadratic(design[$0]) }
        workingResiduals = counts.indices.map { (counts[$0] - mean[$0]) / mean[$0] }
        var squares = 0.0
        for row in counts.indices { squares += working[row] * workingResiduals[row] * workingResiduals[row] }
        dispersion = squares / degrees
    }

    private static func deviance(_ counts: [Double], _ mean: [Double], _ weights: [Double]) -> Double {
        var sum = 0.0
        for row in counts.indices {
            let count = counts[row]
            let part = count > 0 ? count * Elementary.logarithm(count / mean[row]) - (count - mean[row]) : mean[row]
            sum += 2 * weights[row] * part
        }
        return sum
    }
}
