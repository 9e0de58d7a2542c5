/// The largest count that the methods take. Their iterations grow with the square root of the count.
let largestCount = 1e9

func checkedAmount(_ value: Double) throws(StatisticsError) -> Double {
    guard value.isFinite else { throw .notFinite }
    guard value >= 0 else { throw .negative(value) }
    guard value <= largestCount else { throw .countTooLarge(value, bound: largestCount) }
    return value
}

func checkedCount(_ value: Double) throws(StatisticsError) -> Double {
    let amount = try checkedAmount(value)
    guard amount == amount.rounded() else { throw .notACount(value) }
    return amount
}

func checkedExposure(_ value: Double) throws(StatisticsError) -> Double {
    guard value.isFinite else { throw .notFinite }
    guard value > 0 else { throw .exposureNotPositive(value) }
    return value
}

func checkedDispersion(_ value: Double) throws(StatisticsError) -> Double {
    guard value.isFinite else { throw .notFinite }
    guard value >= 1 else { throw .dispersionBelowOne(value) }
    return value
}

func checkedRise(_ value: Double) throws(StatisticsError) -> Double {
    guard value.isFinite else { throw .notFinite }
    guard value >= 0 else { throw .riseNegative(value) }
    return value
}

func checkedProbability(_ value: Double) throws(StatisticsError) -> Double {
    guard value.isFinite else { throw .notFinite }
    guard value >= 0, value <= 1 else { throw .probabilityOutOfRange(value) }
    return value
}

/// Less than a billionth of an event is none: it decides nothing and would underflow.
func withoutTrace(_ count: Double) -> Double {
    count < 1e-9 ? 0 : count
}

/// The probability left in each tail by a two-sided interval at `level`.
func tailProbability(outside level: Double) throws(StatisticsError) -> Double {
    guard level.isFinite else { throw .notFinite }
    guard level > 0, level < 1 else { throw .levelOutOfRange(level) }
    return (1 - level) / 2
}

func checkProportion(numerator: Double, denominator: Double) throws(StatisticsError) {
    guard numerator.isFinite, denominator.isFinite else { throw .notFinite }
    guard numerator >= 0 else { throw .negative(numerator) }
    guard denominator > 0 else { throw .denominatorNotPositive(denominator) }
    guard numerator <= denominator else {
        throw .numeratorOverDenominator(numerator: numerator, denominator: denominator)
    }
}
