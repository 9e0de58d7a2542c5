import Definitions
import Foundation
import Warehouse

/// The lookup tables of `areas:`, from the definitions' folder or else the data folder. No path leads out of either.
struct LookupFiles {
    var rulesFolder: String
    var dataFolder: String

    var tables: LookupTables {
        let folders = [rulesFolder, dataFolder]
        return LookupTables { path in Self.read(path, below: folders) }
    }

    private static func read(_ path: String, below folders: [String]) -> Result<LookupTable, LookupTables.Failure> {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !path.hasPrefix("/"), !path.hasPrefix("~"), !parts.contains(".."), !path.utf8.contains(0) else {
            return .failure(.outside)
        }
        for folder in folders {
            guard let root = RealPath.of(folder), let file = RealPath.of("\(root)/\(path)") else { continue }
            guard file.hasPrefix(root + "/") else { return .failure(.outside) }
            guard let bytes = FileManager.default.contents(atPath: file) else {
                return .failure(.unreadable(reason: "the system refuses to open it"))
            }
            do {
                let table = try bytes.withUnsafeBytes { try CSVTable($0.bindMemory(to: UInt8.self)) }
                return .success(LookupTable(header: table.header, rows: table.rows))
            } catch {
                return .failure(.unreadable(reason: (error as? CSVTable.Unreadable)?.reason ?? "\(error)"))
            }
        }
        return .failure(.absent)
    }
}
