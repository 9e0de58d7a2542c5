/// A straight mapping of values to places on the drawing.
struct LinearScale: Sendable, Hashable {
    private let low: Double
    private let high: Double
    private let start: Double
    private let end: Double

    /// - Parameters:
    ///   - axis: from its first to its last tick.
    ///   - start: where the first tick lies; may be greater than `end`, as y is.
    init(_ axis: ValueAxis, from start: Double, to end: Double) {
        low = axis.low
        high = axis.high
        self.start = start
        self.end = end
    }

    func callAsFunction(_ value: Double) -> Double {
        start + (value - low) / (high - low) * (end - start)
    }
}
