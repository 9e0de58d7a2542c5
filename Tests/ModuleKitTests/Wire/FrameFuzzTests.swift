import ModuleKit
import Randomness
import Testing

@Suite("No bytes can bring the reader down")
struct FrameFuzzTests {
    /// Changes a few bytes of real frames, many times over: each either reads or throws a `WireError`; a trap would
    /// end the run.
    @Test("spoilt copies of real frames", arguments: 0..<12)
    func spoiltCopies(_ seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let frames =
            try FrameRoundTripTests.replies.map { try $0.frame() }
            + FrameRoundTripTests.hostMessages.map { try $0.frame() }
        var refused = 0
        for _ in 0..<400 {
            var frame = frames[Int.random(in: 0..<frames.count, using: &random)]
            for _ in 0..<Int.random(in: 1...4, using: &random) { spoil(&frame, &random) }
            do throws(WireError) { _ = try ModuleReply(frame: frame) } catch { refused += 1 }
            do throws(WireError) { _ = try HostMessage(frame: frame) } catch { refused += 1 }
        }
        #expect(refused > 400)
    }

    private func spoil(_ frame: inout [UInt8], _ random: inout SplitMix) {
        guard !frame.isEmpty else { return }
        let place = Int.random(in: 0..<frame.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: frame[place] = UInt8.random(in: 0...255, using: &random)
        case 1: frame[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: frame.removeSubrange(place...)
        case 3: frame.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 4:
            // A digit of the header for another: lengths, offsets, rows and places of tables.
            let digits = frame.indices.filter { (0x30...0x39).contains(frame[$0]) }
            if let digit = digits.randomElement(using: &random) {
                frame[digit] = UInt8.random(in: 0x30...0x39, using: &random)
            }
        default:
            let end = Int.random(in: place..<frame.count, using: &random)
            frame.append(contentsOf: frame[place...end])
        }
    }
}
