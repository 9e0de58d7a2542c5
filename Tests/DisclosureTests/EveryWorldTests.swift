import Disclosure
import Measures
import Testing

/// Every table there is of a small size: whatever the records are, others would have given the same figures.
@Suite struct EveryWorldTests {
    private struct World {
        /// The true value of each figure.
        var truths: [Int]
        var isShown: [Bool]
        /// The figures of which a reader knows that they are not nothing.
        var some: [Bool]
        /// Whether every cell could be greater by one and still be among the worlds.
        var isInner: Bool
    }

    private static func worlds(_ shape: Shape, published: (PublishedTable) -> [PublishedTable.Figure]) -> [World] {
        let (wards, months) = (shape.wards, shape.months)
        var numbers = [Int](repeating: 0, count: wards * months)
        var worlds: [World] = []
        while true {
            var table = PublishedTable(
                counts: (0..<wards).map { [Array(numbers[($0 * months)..<(($0 + 1) * months)])] }, grains: shape.grains,
                levels: ["borough", "ward"])
            table.first = Month(year: 2023, month: 1)
            let figures = published(table)
            worlds.append(
                World(
                    truths: figures.map(\.count), isShown: figures.map(\.isShown),
                    some: figures.map { !$0.isShown && table.wouldBeTold($0, ifNothing: figures) },
                    isInner: numbers.allSatisfy { $0 < shape.most }))
            guard let place = numbers.lastIndex(where: { $0 < shape.most }) else { return worlds }
            numbers[place] += 1
            for later in (place + 1)..<max(place + 1, numbers.count) { numbers[later] = 0 }
        }
    }

    struct Shape: Sendable, CustomTestStringConvertible {
        var wards: Int
        var months: Int
        /// Of every cell.
        var most: Int
        var grains: [Grain]
        var testDescription: String { "\(wards) wards, \(months) months" }
    }

    @Test(
        "a small count that is not shown is another one in other records with the same figures",
        arguments: [
            Shape(wards: 2, months: 3, most: 4, grains: [.month, .quarter]),
            Shape(wards: 3, months: 2, most: 4, grains: [.month]),
            Shape(wards: 2, months: 4, most: 2, grains: [.month, .quarter]),
            Shape(wards: 3, months: 2, most: 4, grains: [.month, .quarter]),
        ])
    func everyWorld(shape: Shape) {
        let policy = DisclosurePolicy(withholdUpTo: 2, roundTo: 1)
        let recovered = Self.recovered(Self.worlds(shape) { $0.published(under: policy) })
        #expect(recovered.isEmpty, "\(recovered.prefix(3))")
    }

    @Test("and the attack is no show: where each figure is judged alone there are small counts that are known")
    func judgedAlone() {
        let policy = DisclosurePolicy(withholdUpTo: 2, roundTo: 1)
        let shape = Shape(wards: 2, months: 2, most: 6, grains: [.month])
        #expect(Self.recovered(Self.worlds(shape) { $0.judgedAlone(under: policy) }).count > 100)
    }

    /// The small counts that are not shown and can be no other, each with the records in which that is so.
    private static func recovered(_ worlds: [World]) -> [[Int]] {
        var recovered: [[Int]] = []
        for (pattern, seen) in Dictionary(grouping: worlds, by: { [$0.isShown, $0.some] }) {
            let shown = pattern[0].indices.filter { pattern[0][$0] }
            let some = pattern[1].indices.filter { pattern[1][$0] }
            let hidden = pattern[0].indices.filter { !pattern[0][$0] }
            guard !hidden.isEmpty else { continue }
            // What a reader sees is the same in all worlds of which the shown figures are equal.
            var possible: [[Int]: [Set<Int>]] = [:]
            for world in worlds where some.allSatisfy({ world.truths[$0] > 0 }) {
                let key = shown.map { world.truths[$0] }
                var values = possible[key] ?? hidden.map { _ in [] }
                for (place, figure) in hidden.enumerated() { values[place].insert(world.truths[figure]) }
                possible[key] = values
            }
            for world in seen where world.isInner {
                for (figure, values) in zip(hidden, possible[shown.map { world.truths[$0] }] ?? []) {
                    if values.count == 1, (1...2).contains(world.truths[figure]) {
                        recovered.append([figure] + world.truths)
                    }
                }
            }
        }
        return recovered
    }
}
