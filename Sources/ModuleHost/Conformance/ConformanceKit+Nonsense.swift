import ModuleKit

extension ConformanceKit {
    /// Bytes that no host sends: a module refuses them in words or ends, and does not wait for ever.
    func sendNonsense(_ checks: inout [ConformanceCheck]) async {
        await expectRefusal(
            "bytes that are no frame are refused", Array("GET / HTTP/1.1\r\nHost: beacon\r\n\r\n".utf8), &checks)
        guard let describe = try? HostMessage.describe.frame() else { return }
        await expectRefusal("a header that is not JSON is refused", ConformanceKit.spoilt(describe, "{", "#"), &checks)
        await expectRefusal(
            "a message of an unknown kind is refused", ConformanceKit.spoilt(describe, "describe", "dEscribe"), &checks)
        await expectRefusal(
            "a message of another contract is refused",
            ConformanceKit.spoilt(describe, "\"contract\":\(Manifest.currentContract)", "\"contract\":9"), &checks)
    }

    /// Input that ends: between two frames the module ends with exit code 0.
    func endEarly(_ checks: inout [ConformanceCheck]) async {
        let name = "ends by itself when its input does"
        await session { session in
            do throws(ModuleFailure) {
                _ = try await session.describe()
                await session.close()
                let ending = await session.ending
                checks.append(
                    ConformanceCheck(name, passed: ending == .exited(code: 0, withinFrame: false), detail: ending.words)
                )
            } catch {
                checks.append(ConformanceCheck(name, passed: false, detail: error.description))
            }
        }
    }

    private func expectRefusal(_ name: String, _ bytes: [UInt8], _ checks: inout [ConformanceCheck]) async {
        await session { session in
            do throws(ModuleFailure) {
                let answer = try await session.exchange(bytes, stage: .describe, deadline: limits.describe)
                let reply = try? ModuleReply(frame: answer)
                guard case .failure(let reason) = reply else {
                    checks.append(
                        ConformanceCheck(
                            name, passed: false, detail: "it answered with '\(reply?.kind.rawValue ?? "nonsense")'"))
                    return
                }
                checks.append(ConformanceCheck(name, passed: true, detail: reason))
            } catch {
                checks.append(ConformanceCheck(name, passed: error.cause.isRefusal, detail: error.description))
            }
        }
    }

    /// The frame with the first occurrence of a text replaced by one of the same length.
    private static func spoilt(_ frame: [UInt8], _ text: String, _ other: String) -> [UInt8] {
        let wanted = Array(text.utf8)
        let start = frame.indices.first { frame[$0...].starts(with: wanted) }
        guard let start, wanted.count == other.utf8.count else { return frame }
        var spoilt = frame
        spoilt.replaceSubrange(start..<start + wanted.count, with: other.utf8)
        return spoilt
    }
}

extension ModuleFailure.Cause {
    /// An ending that refuses its input: with an exit code that is not 0, and not by a crash.
    fileprivate var isRefusal: Bool {
        if case .exited(let code, _) = self { return code != 0 }
        return false
    }
}
