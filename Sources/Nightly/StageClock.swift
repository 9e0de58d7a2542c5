import AlertStore

/// Times the stages of a run, and tells whoever listens.
final class StageClock {
    private let progress: any StageProgress
    private(set) var times: [StageTime] = []

    init(_ progress: any StageProgress) {
        self.progress = progress
    }

    func time<Value, Failure: Error>(_ stage: String, _ body: () throws(Failure) -> Value) throws(Failure) -> Value {
        progress.began(stage)
        let start = ContinuousClock.now
        defer { finish(stage, since: start) }
        return try body()
    }

    func time<Value, Failure: Error>(
        _ stage: String, _ body: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        progress.began(stage)
        let start = ContinuousClock.now
        defer { finish(stage, since: start) }
        return try await body()
    }

    private func finish(_ stage: String, since start: ContinuousClock.Instant) {
        let passed = (ContinuousClock.now - start).components
        let seconds = Double(passed.seconds) + Double(passed.attoseconds) / 1e18
        times.append(StageTime(stage: stage, seconds: seconds))
        progress.finished(stage, seconds: seconds)
    }
}
