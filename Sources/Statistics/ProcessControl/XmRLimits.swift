/// Whether extreme moving ranges count towards the limits of an XmR chart.
public enum MovingRangeScreening: Hashable, Sendable {
    /// All count, as in the NHS spreadsheet.
    case none
    /// Those of at least 3.267 times their mean are left out, once, as the R package does by default.
    case once
}

/// The mean and process limits of an XmR (individuals and moving range) chart, from the values of the periods that the user
/// chose as its basis. They never move by themselves.
///
/// Source: NHS England, *Making Data Count*; R package NHSRplotthedots, `ptd_spc_standard`, with its constants 2.66 and
/// 3.267. Departure: where every moving range is equal to none (a constant series) the limits are the mean, and not
/// without a value.
public struct XmRLimits: Hashable, Sendable {
    /// The mean of the values, in their unit.
    public let mean: Double
    /// The mean distance between successive values, after screening.
    public let meanMovingRange: Double
    /// The number of values that are there.
    public let valueCount: Int

    /// - Parameter values: In order of time; nil where one is missing. No moving range spans a gap.
    /// - Throws: ``StatisticsError/tooFewValues(_:)`` without two successive values; ``StatisticsError/notFinite`` for a
    ///   value that is not finite, and values so great that their limits are not.
    public init(of values: [Double?], screening: MovingRangeScreening = .once) throws(StatisticsError) {
        var sum = 0.0
        var count = 0
        for case let value? in values {
            guard value.isFinite else { throw .notFinite }
            sum += value
            count += 1
        }
        guard sum.isFinite else { throw .notFinite }
        guard let all = Self.meanMovingRange(of: values, under: .infinity) else { throw .tooFewValues(count) }
        // As R's `mean`, a second pass: 24 times 0.1 added up and divided lies over 0.1, and a series that never moved would lie under its
        // own mean.
        let rough = sum / Double(count)
        var rest = 0.0
        for case let value? in values { rest += value - rough }
        mean = rough + rest / Double(count)
        valueCount = count
        meanMovingRange =
            switch screening {
            case .none: all
            case .once: Self.meanMovingRange(of: values, under: 3.267 * all) ?? all
            }
        guard lower.isFinite, upper.isFinite else { throw .notFinite }
    }

    private static func meanMovingRange(of values: [Double?], under bound: Double) -> Double? {
        var sum = 0.0
        var count = 0
        var previous: Double?
        for value in values {
            if let value, let previous {
                let range = (value - previous).magnitude
                if range < bound {
                    sum += range
                    count += 1
                }
            }
            previous = value
        }
        return count == 0 ? nil : sum / Double(count)
    }

    public var lower: Double { mean - 2.66 * meanMovingRange }
    public var upper: Double { mean + 2.66 * meanMovingRange }
    /// Two thirds of the way from the mean to ``lower``.
    public var nearLower: Double { mean - 2 * (2.66 / 3) * meanMovingRange }
    /// Two thirds of the way from the mean to ``upper``.
    public var nearUpper: Double { mean + 2 * (2.66 / 3) * meanMovingRange }
    /// Limits from fewer than 13 values are trial limits, and are to be shown as such.
    public var areTrial: Bool { valueCount < 13 }
}
