extension XmRChart {
    /// The points at which seven successive values, this one the last, lie on one side of the mean.
    ///
    /// - Parameter sides: As ``sidesOfMean(_:mean:)`` gives them; nil, for a value on the mean or a missing one, breaks
    ///   the run.
    public static func shift(_ sides: [Direction?]) -> [Direction?] {
        var run = 0
        var previous: Direction?
        return sides.map { side in
            run = side == nil ? 0 : side == previous ? run + 1 : 1
            previous = side
            return run >= 7 ? side : nil
        }
    }
}
