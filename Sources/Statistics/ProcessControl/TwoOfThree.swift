extension XmRChart {
    /// The points at which, of three successive values, this one the last, all lie on one side of the mean and at
    /// least two beyond the near limit.
    ///
    /// A value outside the process limit is a signal by itself and is not counted here, as in NHSRplotthedots.
    ///
    /// - Parameters:
    ///   - near: As ``nearLimits(_:limits:)`` gives them.
    ///   - sides: As ``sidesOfMean(_:mean:)`` gives them, of the same length.
    public static func twoOfThree(near: [Direction?], sides: [Direction?]) -> [Direction?] {
        precondition(near.count == sides.count, "one side for each value")
        return near.indices.map { last in
            guard last >= 2, let side = sides[last], sides[last - 1] == side, sides[last - 2] == side else { return nil }
            let beyond = near[(last - 2)...last].count { $0 != nil }
            return beyond >= 2 ? side : nil
        }
    }
}
