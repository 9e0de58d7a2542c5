import Foundation
import Measures
import Testing

@testable import AlertStore

@Suite("Of a block only what changed is read")
struct BlockDigestTests {
    /// A block of ten months of the year before and `periods - 10` of the next, and what is read of it after another night's.
    struct Example: CustomTestStringConvertible, Sendable {
        var what: String
        var testDescription: String { what }
        var first = 2
        var before: Int
        var now: Int
        /// A month that says otherwise, counted from the first.
        var edited: Int?
        var areas = Sample.areas
        /// The months that are read, counted from the first; nil where none is.
        var read: ClosedRange<Int>?
    }

    @Test(
        "what is read is a stretch of twelve months, or of a series that grew by one, that month",
        arguments: [
            Example(what: "nothing changed", before: 15, now: 15, read: nil),
            Example(what: "one month more", before: 15, now: 16, read: 15...15),
            Example(what: "one month more, which fills a year", before: 21, now: 22, read: 21...21),
            Example(what: "one month more, which begins a year", before: 22, now: 23, read: 22...22),
            Example(what: "one month more than one", first: 0, before: 1, now: 2, read: 1...1),
            Example(what: "two months more", before: 15, now: 17, read: 10...16),
            Example(what: "one month less", before: 16, now: 15, read: 10...14),
            Example(what: "an edit of this year", before: 15, now: 15, edited: 12, read: 10...14),
            Example(what: "one month more, and an edit of this year", before: 15, now: 16, edited: 12, read: 10...15),
            Example(what: "one month more, and an edit of last year", before: 15, now: 16, edited: 3, read: 0...15),
            Example(
                what: "one month more, of fewer areas", before: 15, now: 16, areas: Array(Sample.areas.dropLast()),
                read: 0...15),
        ])
    func reads(_ example: Example) {
        let first = Sample.first.moved(by: example.first)
        let before = BlockDigests(Sample.block(first: first, periods: example.before))
        let block = Sample.block(areas: example.areas, first: first, periods: example.now) { row, column in
            Observation(value: Double(row * 10 + column + (column == example.edited ? 100 : 0)))
        }
        let read = BlockDigests(block).changed(since: before.stretches, in: block)
        #expect(read == example.read.map { first.ordinal + $0.lowerBound...first.ordinal + $0.upperBound })
    }
}
