import Foundation
import Measures

/// What tells whether a block is as it was: the digest of all of it, and one of each stretch of it, so that of a long series that
/// only grew at its end nothing else has to be read.
struct BlockDigests {
    /// A stretch holds the periods whose ordinals, divided by this, are the same: a year of months, three of quarters.
    static let stretchLength = 12

    /// Of the block's shape and all its cells, as the store holds them.
    let whole: Data
    /// Of each stretch that the block touches, by its number: of the areas, and of the cells in it.
    let stretches: [Int: Data]
    /// Of the last stretch without the block's last period, as it was on the night before where the series only grew by that period; nil
    /// where it holds no other.
    let lastBeforeGrowth: Data?

    init(_ block: ObservationBlock) {
        var content = ContentBytes(reserving: 256 + block.areas.count * block.periodCount * 80)
        content.append(block.unit.description)
        content.append(block.areas)
        content.append(block.first)
        content.append(block.periodCount)
        let spans = Self.spans(of: block)
        var parts = spans.map { Self.head(of: block, $0) }
        let grown = spans.last.map { $0.dropLast() } ?? 0..<0
        var beforeGrowth = Self.head(of: block, grown)
        for row in block.areas.indices {
            for (place, span) in spans.enumerated() {
                let start = content.bytes.count
                var end = start
                for column in span {
                    end = content.bytes.count
                    content.append(block[row, column])
                }
                parts[place].append(bytes: content.bytes[start...])
                if place == spans.count - 1 { beforeGrowth.append(bytes: content.bytes[start..<end]) }
            }
        }
        whole = content.digest
        let numbers = spans.map { Self.stretch(of: block.first.ordinal + $0.lowerBound) }
        stretches = Dictionary(uniqueKeysWithValues: zip(numbers, parts.map(\.digest)))
        lastBeforeGrowth = grown.isEmpty ? nil : beforeGrowth.digest
    }

    /// The columns of each stretch that the block touches, in order.
    private static func spans(of block: ObservationBlock) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var start = 0
        while start < block.periodCount {
            let next = (stretch(of: block.first.ordinal + start) + 1) * stretchLength - block.first.ordinal
            spans.append(start..<min(next, block.periodCount))
            start = next
        }
        return spans
    }

    /// What stands before the cells of a stretch in its digest.
    private static func head(of block: ObservationBlock, _ span: Range<Int>) -> ContentBytes {
        var part = ContentBytes(reserving: 256 + block.areas.count * span.count * 80)
        part.append(block.areas)
        part.append(block.first.moved(by: span.lowerBound))
        part.append(span.count)
        return part
    }

    static func stretch(of ordinal: Int) -> Int { Int((Double(ordinal) / Double(stretchLength)).rounded(.down)) }

    /// The ordinals of a block that lie in stretches which are not as they were, from the first to the last; nil where all are. Of a block
    /// that only grew by a period, that period alone.
    func changed(since known: [Int: Data], in block: ObservationBlock) -> ClosedRange<Int>? {
        let changed = stretches.filter { known[$0.key] != $0.value }.keys
        guard let first = changed.min(), let last = changed.max() else { return nil }
        if first == Self.stretch(of: block.last.ordinal), let lastBeforeGrowth, known[first] == lastBeforeGrowth {
            return block.last.ordinal...block.last.ordinal
        }
        let low = max(block.first.ordinal, first * Self.stretchLength)
        let high = min(block.last.ordinal, (last + 1) * Self.stretchLength - 1)
        return low <= high ? low...high : nil
    }
}
