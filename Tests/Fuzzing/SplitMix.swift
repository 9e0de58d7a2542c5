/// SplitMix64. Every try has a stream of its own, made from the seed and the try's number, so one try repeats alone.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, trial: UInt64) {
        state = seed
        state = next() ^ (trial &* 0xD1B5_4A32_D192_ED03)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func one<Element>(of elements: [Element]) -> Element {
        precondition(!elements.isEmpty, "nothing to choose from")
        return elements[Int.random(in: elements.indices, using: &self)]
    }

    mutating func happens(_ times: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &self) < times }
}
