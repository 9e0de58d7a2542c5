public import Alerting
import Diagnostics
public import Foundation
import Subprocess
import SystemPackage

/// Hands each notice to the local `sendmail`, which has it on its disk when it ends well, and retries from there.
///
/// A run that is killed between that and remembering it hands the same message over again, with the same `Message-ID`: a second copy is
/// better than none, and many mail systems drop it.
public struct MailChannel: NoticeChannel {
    public let name: String
    private let from: String
    private let to: [String]
    private let program: String
    private let timeoutSeconds: Double
    private let now: @Sendable () -> Date

    /// - Parameters:
    ///   - route: the name under which notices wait for it.
    ///   - program: the path of `sendmail`, or of a program that takes a message as `sendmail -t -i` does.
    ///   - now: the clock, for the message's date.
    public init(
        route: String, from: String, to: [String], program: String, timeoutSeconds: Double = 60,
        now: @escaping @Sendable () -> Date
    ) {
        name = route
        self.from = from
        self.to = to
        self.program = program
        self.timeoutSeconds = timeoutSeconds
        self.now = now
    }

    public func deliver(_ notice: Notice) async throws(DeliveryError) {
        let message = MailMessage(notice: notice, from: from, to: to, date: now()).bytes
        let (program, seconds) = (program, timeoutSeconds)
        let end: End?
        do {
            end = try await withThrowingTaskGroup(of: End.self) { group in
                group.addTask { .itself(complaint: try await Self.hand(message, to: program)) }
                group.addTask {
                    try await Task.sleep(for: .seconds(seconds))
                    return .timeout
                }
                defer { group.cancelAll() }
                return try await group.next()
            }
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw DeliveryError(.noMailProgram(path: program))
        } catch {
            throw DeliveryError(.mailRefused(program: program, reason: "it cannot be run"))
        }
        switch end {
        case .itself(let complaint?): throw DeliveryError(.mailRefused(program: program, reason: complaint))
        case .timeout: throw DeliveryError(.mailStalled(program: program, seconds: Int(seconds)))
        case .itself(nil), nil: return
        }
    }

    private enum End {
        case itself(complaint: String?)
        case timeout
    }

    /// What the program complained of; nil where it took the message.
    private static func hand(_ message: [UInt8], to program: String) async throws -> String? {
        survivesBrokenPipes
        let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: ["-t", "-i"], input: .inputWriter, output: .discarded,
            error: .string(limit: 1 << 16)
        ) { execution in
            _ = try? await execution.standardInputWriter.write(message)
            try? await execution.standardInputWriter.finish()
        }
        if result.terminationStatus.isSuccess { return nil }
        let words = result.standardError.split(whereSeparator: \.isNewline).joined(separator: "; ")
        return words.isEmpty ? "\(result.terminationStatus)" : String(words.prefix(300))
    }

    /// A program may end before it has read the whole message, and a write to it must not end this process.
    private static let survivesBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()
}
