import Foundation
import GRDB

@testable import AlertStore

extension AlertStore {
    /// Hands a notice over by a channel, as a courier does.
    func markDelivered(_ key: String, by channel: String, at time: Date) throws {
        try tellDelivery(by: try beginAttempt(of: key, by: channel, at: time), at: time)
    }

    /// Everything that the database holds, row by row.
    func dump() throws -> [String] {
        try read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }.sorted()
            }
        }
    }

    func count(_ table: String) throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }

    func execute(_ sql: String) throws {
        try database.writeWithoutTransaction { try $0.execute(sql: sql) }
    }
}
