import GRDB

/// Another program that holds a database, so that nobody else can write to it.
final class DatabaseHolder: Sendable {
    private let queue: DatabaseQueue

    init(_ path: String, isHolding: Bool = true) throws {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: path, configuration: configuration)
        if isHolding { hold() }
    }

    func hold() {
        try? queue.writeWithoutTransaction { try $0.beginTransaction(.immediate) }
    }

    func letGo() {
        try? queue.writeWithoutTransaction { try $0.rollback() }
    }
}
