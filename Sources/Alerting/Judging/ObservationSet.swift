public import Measures

/// The observations of one run, or of the store: a block for each KPI, level and grain.
public struct ObservationSet: Sendable {
    public struct Key: Sendable, Hashable, Comparable {
        public var kpi: String
        public var level: AreaLevel
        public var grain: Grain

        public init(kpi: String, level: AreaLevel, grain: Grain) {
            self.kpi = kpi
            self.level = level
            self.grain = grain
        }

        public static func < (left: Key, right: Key) -> Bool {
            (left.kpi, left.level, left.grain) < (right.kpi, right.level, right.grain)
        }
    }

    private var blocks: [Key: ObservationBlock] = [:]

    public init(_ blocks: some Sequence<ObservationBlock> = []) {
        for block in blocks { insert(block) }
    }

    public mutating func insert(_ block: ObservationBlock) {
        blocks[Key(kpi: block.kpi, level: block.level, grain: block.grain)] = block
    }

    public subscript(key: Key) -> ObservationBlock? { blocks[key] }

    /// In a stable order.
    public var all: [ObservationBlock] { blocks.sorted { $0.key < $1.key }.map(\.value) }
}
