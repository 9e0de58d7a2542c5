import Disclosure
import Testing

@Suite struct DisclosedPartsTests {
    /// What a reader sees of a table: nil where something is withheld.
    private struct Table: Hashable {
        var whole: Int?
        var parts: [Int?]

        init(_ parts: [Int], under policy: DisclosurePolicy) {
            let disclosed = DisclosedParts(of: parts, under: policy)
            whole = disclosed.isWholeShown ? parts.reduce(0, +) : nil
            self.parts = zip(parts, disclosed.reasons).map { $1 == nil ? $0 : nil }
        }
    }

    /// Every list of so many numbers from 0 up to a greatest.
    private static func lists(of count: Int, upTo most: Int) -> [[Int]] {
        (0..<count).reduce([[]]) { lists, _ in lists.flatMap { list in (0...most).map { list + [$0] } } }
    }

    @Test("no withheld part can be worked out, not even by a reader who knows the rule", arguments: 1...4, 2...4)
    func nothingIsRecovered(count: Int, threshold: Int) {
        let policy = DisclosurePolicy(withholdUpTo: threshold, roundTo: 1)
        var possible: [Table: [Set<Int>]] = [:]
        for parts in Self.lists(of: count, upTo: 8) {
            let seen = possible[Table(parts, under: policy)] ?? parts.map { _ in [] }
            possible[Table(parts, under: policy)] = zip(seen, parts).map { $0.union([$1]) }
        }
        var recovered: [Table] = []
        for (table, values) in possible where zip(table.parts, values).contains(where: { $0 == nil && $1.count < 2 }) {
            recovered.append(table)
        }
        #expect(recovered.isEmpty)
    }

    @Test("every small part is withheld, and zero never", arguments: 1...4)
    func smallParts(count: Int) {
        let policy = DisclosurePolicy(withholdUpTo: 3, roundTo: 1)
        let wrong = Self.lists(of: count, upTo: 6).filter { parts in
            zip(parts, DisclosedParts(of: parts, under: policy).reasons).contains { part, reason in
                (1...3).contains(part) ? reason != .smallCount : part == 0 && reason != nil
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("one small ward takes the next smallest with it", arguments: [
        ([3, 20, 9, 40], [true, false, true, false], true),
        ([3, 9, 9, 40], [true, true, true, false], true),
        ([3, 4, 20, 40], [true, true, false, false], true),
        ([4, 4, 20, 40], [true, true, true, false], true),
        ([4, 4, 0], [true, true, false], false),
        ([6, 20, 0], [false, false, false], true),
        ([2, 1, 0], [true, true, false], false),
    ])
    func nextSmallest(parts: [Int], withheld: [Bool], isWholeShown: Bool) {
        let disclosed = DisclosedParts(of: parts, under: DisclosurePolicy(withholdUpTo: 5, roundTo: 1))
        #expect(disclosed.reasons.map { $0 != nil } == withheld)
        #expect(disclosed.isWholeShown == isWholeShown)
    }
}
