import Measures

extension Observation {
    /// The observation as it comes back from SQLite, which has no NaN and no negative zero. So what is compared with the store
    /// is what the store can hold, and a NaN doesn't look new every night.
    var storable: Observation {
        var stored = self
        stored.value = value.storable
        stored.bounds = bounds?.storable
        stored.numerator = numerator.storable
        stored.denominator = denominator.storable
        stored.count = count.storable
        stored.sumOfSquaredWeights = sumOfSquaredWeights.storable
        return stored
    }
}

extension Observation.Bounds {
    /// Nil where the store can't hold one of the two.
    var storable: Observation.Bounds? {
        guard let low = Optional(low).storable, let high = Optional(high).storable else { return nil }
        return Observation.Bounds(low: low, high: high)
    }
}

extension Double? {
    var storable: Double? {
        // Minus zero and zero make zero.
        flatMap { $0.isNaN ? nil : $0 + 0 }
    }
}
