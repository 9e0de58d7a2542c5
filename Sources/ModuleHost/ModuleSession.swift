public import ModuleKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A conversation with one module: one process a run, which answers `describe`, `plan` and `compute` in turn.
///
/// Sessions with several modules go on side by side. A session that has failed once answers every later message with
/// the same cause. `close` ends the process; so does the end of the session's life.
public final class ModuleSession: Sendable {
    public let location: ModuleLocation
    private let limits: ModuleLimits
    private let exchanges: AsyncStream<ModuleProcess.Exchange>.Continuation
    private let standardError: Tail
    private let process: Task<ModuleFailure.Cause, Never>

    /// Starts the module's process. A start that fails is told by the first message.
    public init(_ location: ModuleLocation, limits: ModuleLimits = ModuleLimits()) {
        ModuleSession.ignoreBrokenPipes
        self.location = location
        self.limits = limits
        let standardError = Tail(limit: limits.standardError)
        self.standardError = standardError
        let (stream, continuation) = AsyncStream.makeStream(of: ModuleProcess.Exchange.self)
        exchanges = continuation
        process = Task {
            await ModuleProcess(path: location.path, limits: limits, standardError: standardError).run(stream)
        }
    }

    deinit {
        exchanges.finish()
    }

    /// Lets the process end, and waits until it has.
    public func close() async {
        exchanges.finish()
        _ = await process.value
    }

    /// How the process ended, once `close` has been called.
    var ending: ModuleFailure.Cause {
        get async { await process.value }
    }

    /// What the module wrote to standard error, the end of it.
    public var standardErrorText: String { standardError.text }

    public func describe() async throws(ModuleFailure) -> Manifest {
        let reply = try await ask(.describe)
        guard case .manifest(let manifest) = reply else {
            throw failure(.describe, .unexpected(kind: reply.kind.rawValue))
        }
        guard manifest.contract == Manifest.currentContract else {
            throw failure(.describe, .otherContract(manifest.contract))
        }
        if let defect = AnswerCheck.defect(manifest, of: location.id) { throw failure(.describe, .unfitAnswer(defect)) }
        return manifest
    }

    /// The queries of each KPI, or the reason why it has none.
    public func plan(_ requests: [IndicatorRequest]) async throws(ModuleFailure) -> PlanAnswer {
        let reply = try await ask(.plan(requests))
        guard case .plan(let answer) = reply else { throw failure(.plan, .unexpected(kind: reply.kind.rawValue)) }
        if let defect = AnswerCheck.defect(answer, to: requests) { throw failure(.plan, .unfitAnswer(defect)) }
        return answer
    }

    /// The observations of each KPI and frame, or the reason why the KPI has none.
    public func compute(_ requests: [ComputeRequest]) async throws(ModuleFailure) -> ComputeAnswer {
        let reply = try await ask(.compute(requests))
        guard case .observations(let answer) = reply else {
            throw failure(.compute, .unexpected(kind: reply.kind.rawValue))
        }
        if let defect = AnswerCheck.defect(answer, to: requests) { throw failure(.compute, .unfitAnswer(defect)) }
        return answer
    }

    private func ask(_ message: HostMessage) async throws(ModuleFailure) -> ModuleReply {
        let stage = ModuleSession.stage(message.kind)
        let frame: [UInt8]
        do throws(WireError) {
            frame = try message.frame()
        } catch {
            throw failure(stage, .unfitAnswer("the host's own message can't be written: \(error)"))
        }
        let answer = try await exchange(frame, stage: stage, deadline: limits.deadline(message.kind))
        let reply: ModuleReply
        do throws(WireError) {
            reply = try ModuleReply(frame: answer, limits: limits.answer)
        } catch {
            if case .otherContract(let version) = error { throw failure(stage, .otherContract(version)) }
            throw failure(stage, .nonsense(error))
        }
        if case .failure(let reason) = reply { throw failure(stage, .refused(reason)) }
        return reply
    }

    /// Sends bytes and gives the whole frame that comes back, read no further. For the conformance kit, which sends
    /// what no host would.
    func exchange(
        _ bytes: [UInt8], stage: ModuleFailure.Stage, deadline: Duration
    ) async throws(ModuleFailure) -> [UInt8] {
        do {
            return try await withCheckedThrowingContinuation { continuation in
                let exchange = ModuleProcess.Exchange(frame: bytes, deadline: deadline, answer: continuation)
                if case .terminated = exchanges.yield(exchange) {
                    continuation.resume(throwing: UnansweredExchange(cause: .closedOutput))
                }
            }
        } catch {
            throw failure(stage, (error as? UnansweredExchange)?.cause ?? .closedOutput)
        }
    }

    private func failure(_ stage: ModuleFailure.Stage, _ cause: ModuleFailure.Cause) -> ModuleFailure {
        ModuleFailure(module: location.id, stage: stage, cause: cause, standardError: standardError.text)
    }

    private static func stage(_ kind: HostMessage.Kind) -> ModuleFailure.Stage {
        switch kind {
        case .describe: .describe
        case .plan: .plan
        case .compute: .compute
        }
    }

    /// A module that ends while the host writes to it must not end the host.
    private static let ignoreBrokenPipes: Void = {
        _ = signal(SIGPIPE, SIG_IGN)
    }()
}
