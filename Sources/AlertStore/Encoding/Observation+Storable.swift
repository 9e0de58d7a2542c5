import Measures

extension Observation {
    /// The observation as it comes back from SQLite, which has no NaN and no negative zero. So what is compared with the store
    /// is what the store can hold, and a NaN doesn't look new every night.
    var storable: Observation {
        var stored = self
        stored.value = value.storable
        if let bounds {
            let low = Optional(bounds.low).storable
            let high = Optional(bounds.high).storable
            stored.bounds = low.flatMap { low in high.map { Bounds(low: low, high: $0) } }
        }
        stored.numerator = numerator.storable
        stored.denominator = denominator.storable
        stored.count = count.storable
        stored.sumOfSquaredWeights = sumOfSquaredWeights.storable
        return stored
    }
}

extension Double? {
    fileprivate var storable: Double? {
        // Minus zero and zero make zero.
        flatMap { $0.isNaN ? nil : $0 + 0 }
    }
}
