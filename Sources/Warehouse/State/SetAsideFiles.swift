import Digests
import Foundation

/// The values of records set aside, a CSV file for each data file that has any. For the owner's eyes, in the state folder
/// only.
struct SetAsideFiles {
    let folder: StateFolder

    func write(_ lines: [FileAccount.Line], file: String, table: String) throws(WarehouseError) {
        let name = Self.name(file: file, table: table)
        guard !lines.isEmpty else {
            try? FileManager.default.removeItem(atPath: folder.file(name))
            return
        }
        var text = "file,line,column,reason,value\n"
        for line in lines {
            let record = line.record
            let cells = [record.file, "\(record.line)", record.column ?? "", record.reason.rawValue, line.value]
            text += cells.map(Self.quoted).joined(separator: ",") + "\n"
        }
        try folder.write(Array(text.utf8), to: name)
    }

    func removeOthers(than files: [(file: String, table: String)]) {
        let kept = Set(files.map { Self.name(file: $0.file, table: $0.table) })
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.file("set-aside"))) ?? []
        where !kept.contains("set-aside/\(name)") {
            try? FileManager.default.removeItem(atPath: folder.file("set-aside/\(name)"))
        }
    }

    private static func name(file: String, table: String) -> String {
        "set-aside/\(table)-\(SHA256.hexadecimal(of: file).prefix(12)).csv"
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
        return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
}
