/// A stream of made numbers that is the same on every platform: SplitMix64 (Steele, Lea and Flood, 2014), with draws made
/// from whole numbers and the four operations of IEEE arithmetic only, so that no mathematical library has a say.
struct RandomStream {
    private var state: UInt64

    /// A stream of its own for each name, so that a change to one source leaves the records of the others as they are.
    init(seed: UInt64, name: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        state = seed ^ hash
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }

    /// A whole number from 0 up to, and without, the bound; each equally likely (Lemire's method with rejection).
    mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "a draw needs at least one value")
        let bound = UInt64(bound)
        let threshold = (0 &- bound) % bound
        while true {
            let product = next().multipliedFullWidth(by: bound)
            if product.low >= threshold { return Int(product.high) }
        }
    }

    /// A whole number of the range.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// True in so many cases of a hundred.
    mutating func happens(percent: Int) -> Bool {
        below(100) < percent
    }

    /// One of the values, each equally likely.
    mutating func pick<Value>(_ values: [Value]) -> Value {
        values[below(values.count)]
    }

    /// A fraction from 0 up to, and without, 1, in steps of 2⁻⁵³.
    mutating func fraction() -> Double {
        Double(next() >> 11) / 9_007_199_254_740_992
    }

    /// So many hexadecimal digits; a multiple of 16.
    mutating func hexadecimal(digits: Int) -> String {
        var text = ""
        for _ in 0..<(digits / 16) {
            let part = String(next(), radix: 16)
            text += String(repeating: "0", count: 16 - part.count) + part
        }
        return text
    }
}
