#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads frames from one descriptor and answers on another, until the input ends.
struct ModuleLoop {
    enum Ending: Error, Hashable {
        /// The host closed its end within a frame, or sent what is no frame.
        case unreadable(WireError)
        /// The host no longer reads.
        case outputClosed
    }

    private let input: Int32
    private let output: Int32

    init(input: Int32, output: Int32) {
        self.input = input
        self.output = output
    }

    func run(_ responder: ModuleResponder) throws(Ending) {
        var reader = FrameReader()
        while let frame = try nextFrame(&reader) {
            guard write(answer(frame, responder)) else { throw .outputClosed }
        }
    }

    /// The next whole frame, or nil at an end of input between two frames.
    private func nextFrame(_ reader: inout FrameReader) throws(Ending) -> [UInt8]? {
        do throws(WireError) {
            while true {
                if let frame = try reader.next() { return frame }
                guard try read(into: &reader) else {
                    if reader.isWithinFrame { throw .truncated(expected: reader.expected, found: reader.received) }
                    return nil
                }
            }
        } catch {
            throw .unreadable(error)
        }
    }

    /// The reply's frame. A message that can't be understood is answered in words, since its frame was whole and the
    /// next one can be read.
    private func answer(_ frame: [UInt8], _ responder: ModuleResponder) -> [UInt8] {
        do throws(WireError) {
            return try responder.reply(to: try HostMessage(frame: frame)).frame()
        } catch {
            return (try? ModuleReply.failure(error.description).frame()) ?? []
        }
    }

    /// False at the end of input.
    private func read(into reader: inout FrameReader) throws(WireError) -> Bool {
        var bytes = [UInt8](repeating: 0, count: min(max(reader.wanted, 1 << 16), 1 << 22))
        while true {
            let count = bytes.withUnsafeMutableBytes { systemRead(input, $0) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            let outcome: Result<Void, WireError> = bytes.withUnsafeBytes { all in
                do throws(WireError) {
                    return .success(try reader.append(UnsafeRawBufferPointer(rebasing: all[..<count])))
                } catch {
                    return .failure(error)
                }
            }
            try outcome.get()
            return true
        }
    }

    private func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { all in
            var place = 0
            while place < all.count {
                let count = systemWrite(output, UnsafeRawBufferPointer(rebasing: all[place...]))
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                place += count
            }
            return true
        }
    }
}

private func systemRead(_ descriptor: Int32, _ room: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, room.baseAddress, room.count)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
