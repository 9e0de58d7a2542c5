public import Measures

/// Values with their periods as a series without leaps: nil stands for every period between that has none, so that a gap in
/// the dates breaks a run and spans no moving range. Never zero.
///
/// - Parameter values: Of one grain, in order of time, each period once.
/// - Throws: ``StatisticsError/settingOutOfRange(_:)`` for periods of two grains, out of order or repeated.
public func seriesWithGaps(_ values: [(period: Period, value: Double)]) throws(StatisticsError) -> [Double?] {
    var series: [Double?] = []
    var previous: Period?
    for (period, value) in values {
        if let previous {
            guard period.grain == previous.grain, period.ordinal > previous.ordinal else {
                throw .settingOutOfRange("periods")
            }
            series += [Double?](repeating: nil, count: period.ordinal - previous.ordinal - 1)
        }
        series.append(value)
        previous = period
    }
    return series
}
