public import Diagnostics
import GRDB

/// Why the store could not do what was asked. Nothing of a failed call is stored.
public struct AlertStoreError: Error, Sendable, Equatable {
    public let problem: StoreProblem

    public init(_ problem: StoreProblem) {
        self.problem = problem
    }

    public var words: String { problem.words }
    public var remedy: String? { problem.remedy }
}

extension AlertStoreError: CustomStringConvertible {
    public var description: String { words }
}

extension AlertStoreError {
    /// The facts behind an error of the database. What SQLite says in words names tables and columns, and never a value.
    init(_ error: any Error, path: String) {
        if let own = error as? AlertStoreError {
            self = own
            return
        }
        guard let error = error as? DatabaseError else {
            self.init(.failed(path: path, code: -1, reason: "\(type(of: error))"))
            return
        }
        switch error.resultCode.primaryResultCode {
        case .SQLITE_FULL: self.init(.diskFull(path: path))
        case .SQLITE_CORRUPT: self.init(.corrupt(path: path))
        case .SQLITE_NOTADB: self.init(.notDatabase(path: path))
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: self.init(.readOnly(path: path))
        case .SQLITE_IOERR:
            self.init(
                .diskFailed(
                    path: path, code: Int(error.extendedResultCode.rawValue), reason: error.message ?? "no reason given"))
        case .SQLITE_BUSY, .SQLITE_LOCKED: self.init(.busy(path: path))
        default:
            self.init(
                .failed(path: path, code: Int(error.extendedResultCode.rawValue), reason: error.message ?? "no reason given")
            )
        }
    }

    /// Runs work on the database, and tells its errors as ours.
    static func telling<Result>(_ path: String, _ work: () throws -> Result) throws(AlertStoreError) -> Result {
        do { return try work() } catch { throw AlertStoreError(error, path: path) }
    }
}
