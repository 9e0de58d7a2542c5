import ModuleKit
import Subprocess
import Synchronization

/// A module's running process: takes exchanges one by one until there are no more, then ends it.
struct ModuleProcess {
    /// A frame to send, and where its answer goes.
    struct Exchange {
        var frame: [UInt8]
        var deadline: Duration
        var answer: CheckedContinuation<[UInt8], any Error>
    }

    typealias Running = Execution<CustomWriteInput, SequenceOutput, SequenceOutput>

    let path: String
    let limits: ModuleLimits
    let standardError: Tail

    /// Runs the process to its end, and tells how it ended. An exchange that gets no answer is told the same.
    func run(_ exchanges: AsyncStream<Exchange>) async -> ModuleFailure.Cause {
        let progress = ModuleProgress()
        let cause: ModuleFailure.Cause
        do {
            let result = try await Subprocess.run(
                ModuleLaunch.configuration(path), input: .inputWriter, output: .sequence, error: .sequence
            ) { execution in
                await converse(execution, exchanges, progress)
            }
            cause = ending(result.terminationStatus, progress)
        } catch let error as SubprocessError {
            cause = progress.cause ?? .notStarted(error.description)
        } catch {
            cause = progress.cause ?? .notStarted("\(error)")
        }
        progress.end()
        progress.finish()?.resume(throwing: UnansweredExchange(cause: cause))
        for await exchange in exchanges { exchange.answer.resume(throwing: UnansweredExchange(cause: cause)) }
        return cause
    }

    private func converse(_ execution: Running, _ exchanges: AsyncStream<Exchange>, _ progress: ModuleProgress) async {
        async let drained: Void = drain(execution.standardError)
        var output = execution.standardOutput.makeAsyncIterator()
        var reader = FrameReader(limits: limits.answer)
        for await exchange in exchanges {
            progress.begin(exchange.answer)
            let deadline = killTimer(execution, after: exchange.deadline) {
                progress.stop(.timedOut(seconds: exchange.deadline / .seconds(1)))
            }
            async let written: Void = send(exchange.frame, to: execution.standardInputWriter)
            guard let answer = await receive(&output, &reader, progress) else {
                progress.markEnd(withinFrame: reader.isWithinFrame)
                if progress.cause != nil { ModuleProcess.kill(execution) }
                deadline.cancel()
                break
            }
            await written
            deadline.cancel()
            progress.finish()?.resume(returning: answer)
        }
        // A module ends by itself when its input does; one that does not is ended.
        progress.watch(killTimer(execution, after: limits.grace) { progress.stop(.closedOutput) })
        try? await execution.standardInputWriter.finish()
        await drained
    }

    /// The next whole frame, or nil where the output ends, or is none.
    private func receive(
        _ output: inout SubprocessOutputSequence.Iterator, _ reader: inout FrameReader, _ progress: ModuleProgress
    ) async -> [UInt8]? {
        do {
            while true {
                if let frame = try reader.next() { return frame }
                guard let buffer = try await output.next() else { return nil }
                try buffer.withUnsafeBytes { bytes in try reader.append(bytes) }
            }
        } catch let error as WireError {
            if case .tooLarge(let bytes, let limit) = error {
                progress.stop(.tooMuch(bytes: bytes, limit: limit))
            } else {
                progress.stop(.nonsense(error))
            }
        } catch {
            // A failed read is the end of the output; the process's end says why.
        }
        return nil
    }

    /// A module that does not read its input to the end tells of it by its exit, not by our write.
    private func send(_ frame: [UInt8], to writer: StandardInputWriter) async {
        _ = try? await writer.write(frame)
    }

    private func drain(_ errors: SubprocessOutputSequence) async {
        do {
            for try await buffer in errors { standardError.append(buffer.withUnsafeBytes(Array.init)) }
        } catch {
            // What was read until here is kept.
        }
    }

    private func killTimer(
        _ execution: Running, after delay: Duration, _ note: @escaping @Sendable () -> Void
    ) -> Task<Void, Never> {
        Task {
            guard (try? await Task.sleep(for: delay)) != nil else { return }
            note()
            ModuleProcess.kill(execution)
        }
    }

    private static func kill(_ execution: Running) {
        try? execution.send(signal: .kill, toProcessGroup: true)
    }

    private func ending(_ status: TerminationStatus, _ progress: ModuleProgress) -> ModuleFailure.Cause {
        if let cause = progress.cause { return cause }
        if let words = ModuleLaunch.startFailure(status, standardError: standardError.text) {
            return .notStarted(words)
        }
        return switch status {
        case .exited(let code): .exited(code: code, withinFrame: progress.endedWithinFrame)
        case .signaled(let signal): .signalled(signal, withinFrame: progress.endedWithinFrame)
        }
    }
}

/// An exchange that ended without an answer.
struct UnansweredExchange: Error {
    var cause: ModuleFailure.Cause
}
