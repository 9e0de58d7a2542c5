import Disclosure
import Measures
import Testing

/// What an audience still gets: control that withheld everything would be safe too.
@Suite struct WhatIsLeftTests {
    private static let policy = DisclosurePolicy(withholdUpTo: 5, roundTo: 1)

    /// The figures of an area at a grain, in the order of time: nil where one is withheld.
    private static func told(_ table: PublishedTable, _ area: String, _ grain: Grain) -> [Int?] {
        table.published(under: policy).filter { $0.area == AreaCode(area) && $0.period.grain == grain }
            .map { $0.isShown ? $0.count : nil }
    }

    /// From April on: two wards with enough, one with few, and one with none in the second month.
    private static let table = PublishedTable(
        counts: [
            [[20, 22, 21, 19, 20, 25, 18, 20, 22, 21, 24, 20, 19]],
            [[3, 2, 4, 1, 0, 2, 2, 1, 1, 3, 2, 1, 6]],
            [[30, 28, 33, 31, 32, 30, 29, 31, 27, 33, 30, 31, 30]],
            [[9, 0, 11, 10, 12, 9, 10, 11, 8, 10, 9, 11, 9]],
        ], levels: ["borough", "ward"])

    @Test("a small ward takes one other with it, and no more: the others and the whole stay told month by month")
    func months() {
        #expect(Self.told(Self.table, "E1", .month).allSatisfy { $0 != nil })
        #expect(Self.told(Self.table, "W0", .month).allSatisfy { $0 != nil })
        #expect(Self.told(Self.table, "W2", .month).allSatisfy { $0 != nil })
        // The last month is the first of another year, and nothing in it is small.
        #expect(Self.told(Self.table, "W1", .month) == Array(repeating: nil, count: 12) + [6])
        #expect(Self.told(Self.table, "W3", .month) == Array(repeating: nil, count: 12) + [9])
    }

    @Test("what is too small by the month is told by the quarter, where that is not")
    func quarters() {
        #expect(Self.told(Self.table, "W1", .quarter) == [9, nil, nil, nil])
        #expect(Self.told(Self.table, "W3", .quarter) == [20, nil, nil, nil])
        #expect(Self.told(Self.table, "W0", .quarter).allSatisfy { $0 != nil })
    }

    @Test("and by the year, where it is too small by the quarter")
    func years() {
        #expect(Self.told(Self.table, "W1", .financialYear) == [22])
        #expect(Self.told(Self.table, "W3", .financialYear) == [110])
        #expect(Self.told(Self.table, "W1", .rollingYear) == [22, nil])
    }

    @Test("nothing is withheld where nothing is small, and none is not small")
    func nothing() {
        let table = PublishedTable(counts: [[[6, 0, 9, 12]], [[8, 7, 0, 6]]], levels: ["borough", "ward"])
        #expect(table.published(under: Self.policy).allSatisfy { $0.isShown })
    }

    @Test(
        "the months of a whole with more than the threshold stay told, whatever its wards hold",
        arguments: 1...8 as ClosedRange<UInt64>)
    func whole(seed: UInt64) {
        var table = RecoveryTests.table(seed: seed, wards: 9, months: 24, mean: 0.2...6)
        table.unplaced = []
        let whole = table.published(under: Self.policy).filter { $0.area == PublishedTable.whole && $0.count > 5 }
        #expect(whole.filter { !$0.isShown }.isEmpty)
    }

    @Test("an audience without a threshold sees every figure as it is")
    func open() {
        #expect(Self.table.published(under: .open).allSatisfy { $0.isShown })
    }

    @Test("where only rolling years are told, those that share no month are")
    func rollingYears() {
        var table = PublishedTable(
            counts: [[Array(repeating: 4, count: 26)], [Array(repeating: 7, count: 26)]], levels: ["borough", "ward"])
        table.grains = [.rollingYear]
        let told = table.published(under: Self.policy).filter(\.isShown)
        #expect(Set(told.map(\.period.lastMonth.number)) == [3] && told.count == 6)
    }
}
