public import Alerting
import Dispatch
import Measures

/// The digests of a run's figures: asked for twice, before the commit and in it, and made once, blocks side by side.
public struct FigureDigests: Sendable {
    /// In the order of the set.
    let blocks: [(block: ObservationBlock, digests: BlockDigests)]

    public init(_ observations: ObservationSet) {
        let all = observations.all
        var digests: [BlockDigests?] = Array(repeating: nil, count: all.count)
        digests.withUnsafeMutableBufferPointer { slots in
            // Each block has a slot of its own.
            nonisolated(unsafe) let slots = slots
            DispatchQueue.concurrentPerform(iterations: all.count) { slots[$0] = BlockDigests(all[$0]) }
        }
        blocks = zip(all, digests).compactMap { block, digests in digests.map { (block, $0) } }
    }
}
