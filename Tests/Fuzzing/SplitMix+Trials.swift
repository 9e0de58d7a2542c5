import Randomness

extension SplitMix {
    /// The stream of one try, made from the seed and the try's number, so that it repeats alone.
    init(seed: UInt64, trial: UInt64) {
        var start = SplitMix(seed: seed)
        self.init(seed: start.next() ^ (trial &* 0xD1B5_4A32_D192_ED03))
    }

    mutating func one<Element>(of elements: [Element]) -> Element {
        precondition(!elements.isEmpty, "nothing to choose from")
        return elements[Int.random(in: elements.indices, using: &self)]
    }

    mutating func happens(_ times: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &self) < times }
}
