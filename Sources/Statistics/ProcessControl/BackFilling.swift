extension XmRChart {
    /// Marks every point of the runs whose last points are marked, as a chart shows them.
    ///
    /// - Parameters:
    ///   - signals: Marked at the last point of each run.
    ///   - length: The number of points in a run. A point of two runs keeps the direction of the earlier.
    public static func backFilled(_ signals: [Direction?], length: Int) -> [Direction?] {
        var filled = signals
        var unfilled = 0
        for (last, signal) in signals.enumerated() where signal != nil {
            for point in max(unfilled, last - length + 1)...last where filled[point] == nil {
                filled[point] = signal
            }
            unfilled = last
        }
        return filled
    }
}
