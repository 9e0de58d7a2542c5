import Foundation
import Subprocess
import SystemPackage

/// Runs scripts by the engine's command-line program, one start a script.
struct ProgramEngine: QueryEngine {
    var program: String
    var timeoutSeconds: Double

    /// More than this is no answer to a question over areas and periods.
    private static let longestOutput = 1 << 30
    private static let longestComplaint = 1 << 20

    func run(_ script: String) async throws(WarehouseError) -> EngineOutput {
        try await start(["-init", "/dev/null", "-batch"], input: script)
    }

    func version() async throws(WarehouseError) -> String {
        let output = try await start(["--version"], input: "")
        guard output.failure == nil else {
            throw .engineUnusable(
                program: program, reason: output.complaint.isEmpty ? output.failure ?? "" : output.complaint)
        }
        return String(decoding: output.output, as: UTF8.self)
    }

    private func start(_ arguments: [String], input: String) async throws(WarehouseError) -> EngineOutput {
        let seconds = timeoutSeconds
        do {
            return try await withThrowingTaskGroup(of: EngineOutput?.self) { group in
                group.addTask { try await spawn(arguments, input: input) }
                group.addTask {
                    try await Task.sleep(for: .seconds(seconds))
                    return nil
                }
                defer { group.cancelAll() }
                guard let first = try await group.next(), let output = first else {
                    throw WarehouseError.engineTimedOut(seconds: seconds)
                }
                return output
            }
        } catch let error as WarehouseError {
            throw error
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw .engineAbsent(program: program)
        } catch {
            throw .engineUnusable(program: program, reason: "\(error)")
        }
    }

    /// The program must not outlive a killed host. On Linux `setpriv` asks the kernel for that and then becomes the
    /// program; the signal is bound to the thread that started it, which Subprocess keeps for the life of the process.
    private func spawn(_ arguments: [String], input: String) async throws -> EngineOutput {
        let binder = Self.binder
        Self.survivesBrokenPipes
        let script = Array(input.utf8)
        let result = try await Subprocess.run(
            .path(FilePath(binder ?? program)),
            arguments: Arguments((binder == nil ? [] : ["--pdeathsig", "KILL", program]) + arguments),
            environment: .custom(["LC_ALL": "C.UTF-8"]),
            input: .inputWriter,
            output: .bytes(limit: Self.longestOutput),
            error: .string(limit: Self.longestComplaint)
        ) { execution in
            // A program that ended early has said why: that is worth more than that the rest was not read.
            _ = try? await execution.standardInputWriter.write(script)
            try? await execution.standardInputWriter.finish()
        }
        let failure = result.terminationStatus.isSuccess ? nil : Self.words(result.terminationStatus)
        return EngineOutput(output: result.standardOutput, complaint: result.standardError, failure: failure)
    }

    /// How a program ended, for whoever has to cure it.
    private static func words(_ status: TerminationStatus) -> String {
        switch status {
        case .exited(let code): "the code \(code)"
        case .signaled(let signal):
            "signal \(signal)" + (strsignal(signal).map { " (\(String(cString: $0)))" } ?? "")
        }
    }

    /// A program may end before it has read the whole script, and a write to it must not end this process.
    private static let survivesBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

    /// By its path: a name would be tried in each folder of `PATH` by a process of its own.
    private static let binder: String? = {
        #if os(Linux)
            (try? EngineProgram.locate("setpriv"))?.path
        #else
            nil
        #endif
    }()
}
