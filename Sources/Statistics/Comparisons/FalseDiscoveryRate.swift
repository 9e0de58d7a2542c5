/// The p values of one family, raised so that those at or under a rate are discoveries at that false discovery rate.
///
/// Source: Y. Benjamini and Y. Hochberg, *JRSS B* 57 (1995), 289–300; R's `p.adjust(method = "BH")`. Holds for independent
/// tests and for those that depend positively. A family is to hold areas that do not overlap: a ward and its borough share
/// events.
///
/// - Parameter pValues: Nil where a test could not be made. It stays nil, and is no part of the family.
/// - Throws: ``StatisticsError/probabilityOutOfRange(_:)`` and ``StatisticsError/notFinite``.
public func adjustedPValues(_ pValues: [Double?]) throws(StatisticsError) -> [Double?] {
    var tests: [(place: Int, p: Double)] = []
    for (place, p) in pValues.enumerated() {
        if let p { tests.append((place, try checkedProbability(p))) }
    }
    tests.sort { $0.p < $1.p }
    var adjusted = [Double?](repeating: nil, count: pValues.count)
    var least = 1.0
    for rank in stride(from: tests.count, to: 0, by: -1) {
        least = min(least, Double(tests.count) / Double(rank) * tests[rank - 1].p)
        adjusted[tests[rank - 1].place] = least
    }
    return adjusted
}

/// Which of a family's tests are discoveries, so that among all that are called so the expected share of false ones is at
/// most `rate`.
///
/// - Parameters:
///   - pValues: As for ``adjustedPValues(_:)``; a missing one stays missing.
///   - rate: As a fraction strictly between 0 and 1: 0.05 is 5%.
public func benjaminiHochberg(_ pValues: [Double?], rate: Double) throws(StatisticsError) -> [Bool?] {
    guard rate.isFinite else { throw .notFinite }
    guard rate > 0, rate < 1 else { throw .probabilityOutOfRange(rate) }
    return try adjustedPValues(pValues).map { adjusted in adjusted.map { $0 <= rate } }
}
