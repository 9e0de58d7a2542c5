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

    init(_ block: ObservationBlock) {
        var content = ContentBytes(reserving: 256 + block.areas.count * block.periodCount * 80)
        content.append(block.unit.description)
        content.append(block.areas)
        content.append(block.first)
        content.append(block.periodCount)
        var parts: [Int: ContentBytes] = [:]
        let columns = Dictionary(grouping: 0..<block.periodCount) { Self.stretch(of: block.first.ordinal + $0) }
        for (stretch, places) in columns {
            var part = ContentBytes(reserving: 256 + block.areas.count * places.count * 80)
            part.append(block.areas)
            part.append(block.first.moved(by: places[0]))
            part.append(places.count)
            parts[stretch] = part
        }
        let bounds = columns.values.map { (first: $0[0], end: $0[0] + $0.count) }.sorted { $0.first < $1.first }
        for row in block.areas.indices {
            for (first, end) in bounds {
                let start = content.bytes.count
                for column in first..<end { content.append(block[row, column].storable) }
                parts[Self.stretch(of: block.first.ordinal + first)]?.append(bytes: content.bytes[start...])
            }
        }
        whole = content.digest
        stretches = parts.mapValues(\.digest)
    }

    static func stretch(of ordinal: Int) -> Int { Int((Double(ordinal) / Double(stretchLength)).rounded(.down)) }

    /// The ordinals of a block that lie in stretches which are not as they were, from the first to the last; nil where all are.
    func changed(since known: [Int: Data], in block: ObservationBlock) -> ClosedRange<Int>? {
        let changed = stretches.filter { known[$0.key] != $0.value }.keys
        guard let first = changed.min(), let last = changed.max() else { return nil }
        let low = max(block.first.ordinal, first * Self.stretchLength)
        let high = min(block.last.ordinal, (last + 1) * Self.stretchLength - 1)
        return low <= high ? low...high : nil
    }
}
