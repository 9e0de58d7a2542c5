public import Alerting
import Measures

/// The digests of a run's figures: asked for twice, before the commit and in it, and made once, blocks side by side.
public struct FigureDigests: Sendable {
    /// In the order of the set.
    let blocks: [(block: ObservationBlock, digests: BlockDigests)]

    public init(_ observations: ObservationSet) {
        blocks = SideBySide.map(observations.all) { (block: $0, digests: BlockDigests($0)) }
    }
}
