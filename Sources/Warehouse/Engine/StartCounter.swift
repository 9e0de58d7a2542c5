import Synchronization

/// How often the engine was started in one fetch.
final class StartCounter: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
}
