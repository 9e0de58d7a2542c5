extension XmRChart {
    /// The points at which seven successive values, this one the last, each rise over the one before, or each fall.
    /// Two equal values or a missing one break the run.
    ///
    /// - Parameter length: Successive values that are a trend, at least 2: 7, or the 6 of ``XmRRules``.
    public static func trend(_ values: [Double?], length: Int = 7) -> [Direction?] {
        precondition(length >= 2, "one value has no direction")
        var steps = 0
        var heading: Direction?
        var previous: Double?
        return values.map { value in
            let step = direction(from: previous, to: value)
            steps = step == nil ? 0 : step == heading ? steps + 1 : 1
            heading = step
            previous = value
            return steps >= length - 1 ? step : nil
        }
    }

    private static func direction(from previous: Double?, to value: Double?) -> Direction? {
        guard let previous, let value else { return nil }
        return previous < value ? .higher : previous > value ? .lower : nil
    }
}
