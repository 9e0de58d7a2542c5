/// Values that occur in stated proportions.
struct Mixture<Value> {
    private let values: [Value]
    private let bounds: [Int]

    /// Weights are whole numbers and need not sum to a hundred.
    init(_ parts: [(Value, Int)]) {
        var total = 0
        var bounds: [Int] = []
        for (_, weight) in parts {
            precondition(weight >= 0, "a weight is never negative")
            total += weight
            bounds.append(total)
        }
        self.values = parts.map { $0.0 }
        self.bounds = bounds
    }

    /// One value, as likely as its weight says.
    func draw(from stream: inout RandomStream) -> Value {
        let point = stream.below(bounds.last ?? 0)
        let index = bounds.firstIndex { point < $0 } ?? 0
        return values[index]
    }
}

extension Mixture: Sendable where Value: Sendable {}
