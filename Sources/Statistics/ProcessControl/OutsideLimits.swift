extension XmRChart {
    /// Values beyond a process limit. A value on the limit is within it.
    public static func outsideLimits(_ values: [Double?], limits: XmRLimits) -> [Direction?] {
        values.map { direction(of: $0, beyond: limits.lower, or: limits.upper) }
    }

    /// Values beyond a near limit and still within the process limit.
    public static func nearLimits(_ values: [Double?], limits: XmRLimits) -> [Direction?] {
        values.map { value in
            direction(of: value, beyond: limits.lower, or: limits.upper) == nil
                ? direction(of: value, beyond: limits.nearLower, or: limits.nearUpper) : nil
        }
    }

    /// The side of the mean that each value lies on; none for a value equal to it.
    public static func sidesOfMean(_ values: [Double?], mean: Double) -> [Direction?] {
        values.map { direction(of: $0, beyond: mean, or: mean) }
    }

    private static func direction(of value: Double?, beyond lower: Double, or upper: Double) -> Direction? {
        guard let value else { return nil }
        return value > upper ? .higher : value < lower ? .lower : nil
    }
}
