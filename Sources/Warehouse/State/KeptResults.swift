import Digests
import Foundation
import ModuleKit

/// Answers of earlier runs, a file each, named by all that they follow from: the statement, the records, the
/// places and the engine. So one that is found is still right.
struct KeptResults: Sendable {
    let folder: StateFolder

    static func key(statement: String, shape: AnswerShape, stamp: String, places: String, engine: String, dialect: String)
        -> String
    {
        let columns = shape.columns.map { "\($0.isNumber ? "n" : "t")\($0.name)" }
        return SHA256.hexadecimal(
            of: ([statement, stamp, places, engine, dialect] + columns).joined(separator: "\u{1E}"))
    }

    func table(_ key: String, shape: AnswerShape) -> Table? {
        guard let data = FileManager.default.contents(atPath: folder.file("results/\(key)")) else { return nil }
        return KeptTable.decode(Array(data), shape: shape)
    }

    func keep(_ table: Table, shape: AnswerShape, under key: String) throws(WarehouseError) {
        try folder.write(KeptTable.encode(table, shape: shape), to: "results/\(key)")
    }

    func remove(_ key: String) { try? FileManager.default.removeItem(atPath: folder.file("results/\(key)")) }

    /// Removes all but these.
    func removeOthers(than keys: Set<String>) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.file("results"))) ?? []
        for name in names where !keys.contains(name) {
            try? FileManager.default.removeItem(atPath: folder.file("results/\(name)"))
        }
    }
}
