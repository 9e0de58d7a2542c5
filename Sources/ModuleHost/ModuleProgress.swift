import Synchronization

/// How far a module's process has come: what waits for an answer, and why it was stopped, if the host stopped it.
final class ModuleProgress: Sendable {
    private struct State {
        var waiting: CheckedContinuation<[UInt8], any Error>?
        var cause: ModuleFailure.Cause?
        var withinFrame = false
        var timer: Task<Void, Never>?
    }

    private let state = Mutex(State())

    /// Why the host stopped the process; the first reason stands.
    var cause: ModuleFailure.Cause? { state.withLock(\.cause) }
    var endedWithinFrame: Bool { state.withLock(\.withinFrame) }

    func begin(_ waiting: CheckedContinuation<[UInt8], any Error>) {
        state.withLock { $0.waiting = waiting }
    }

    /// What waits for an answer; it is given out once.
    func finish() -> CheckedContinuation<[UInt8], any Error>? {
        state.withLock { state in
            defer { state.waiting = nil }
            return state.waiting
        }
    }

    func stop(_ cause: ModuleFailure.Cause) {
        state.withLock { state in
            if state.cause == nil { state.cause = cause }
        }
    }

    func markEnd(withinFrame: Bool) {
        state.withLock { $0.withinFrame = withinFrame }
    }

    /// Keeps the timer that ends the process, until `end`.
    func watch(_ timer: Task<Void, Never>) {
        state.withLock { $0.timer = timer }
    }

    func end() {
        state.withLock { $0.timer?.cancel() }
    }
}
