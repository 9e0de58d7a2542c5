extension XmRChart {
    /// The points at which seven successive values, this one the last, each rise over the one before, or each fall.
    /// Two equal values or a missing one break the run.
    public static func trend(_ values: [Double?]) -> [Direction?] {
        var steps = 0
        var heading: Direction?
        var previous: Double?
        return values.map { value in
            let step = direction(from: previous, to: value)
            steps = step == nil ? 0 : step == heading ? steps + 1 : 1
            heading = step
            previous = value
            return steps >= 6 ? step : nil
        }
    }

    private static func direction(from previous: Double?, to value: Double?) -> Direction? {
        guard let previous, let value else { return nil }
        return previous < value ? .higher : previous > value ? .lower : nil
    }
}
