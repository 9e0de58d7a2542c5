/// Counts with mean `mean` and variance `mean` × `dispersion`: Poisson where the dispersion is 1, else negative binomial of
/// size mean / (dispersion − 1) and success probability 1 / dispersion, as R's `pnbinom` and `qnbinom` are given them.
struct OverdispersedCount {
    var mean: Double
    var dispersion: Double

    private var isPoisson: Bool { dispersion <= 1 }
    private var size: Double { mean / (dispersion - 1) }
    private var probability: Double { 1 / dispersion }
    private var complement: Double { (dispersion - 1) / dispersion }

    /// The probability of `count` or fewer.
    func orFewer(_ count: Double) -> Double {
        guard count >= 0 else { return 0 }
        return isPoisson
            ? RegularisedGamma.upper(shape: count + 1, mean)
            : RegularisedBeta.value(probability, complement: complement, size, count + 1)
    }

    /// The probability of `count` or more.
    func orMore(_ count: Double) -> Double {
        guard count > 0 else { return 1 }
        return isPoisson
            ? RegularisedGamma.lower(shape: count, mean)
            : RegularisedBeta.value(complement, complement: probability, count, size)
    }

    /// The smallest count that so much probability lies at or under.
    ///
    /// R's allowance for rounding: a probability short by 64 units of the last place is enough.
    func quantile(_ share: Double) -> Double {
        let enough = share * (1 - 64 * Double.ulpOfOne)
        let deviation = (mean * max(dispersion, 1)).squareRoot()
        var high = max(0, (mean + normalQuantile(share) * deviation).rounded(.up))
        var step = max(1, deviation.rounded(.up))
        while orFewer(high) < enough {
            high += step
            step *= 2
        }
        var low = -1.0
        while high - low > 1 {
            let middle = ((low + high) / 2).rounded(.down)
            if orFewer(middle) >= enough { high = middle } else { low = middle }
        }
        return high
    }
}
