import Foundation

/// The real open data beside the project, where there is any.
enum RealData {
    static let folder: String? = EngineFinder.ancestors(of: #filePath).lazy
        .map { $0 == "/" ? "/shared/data" : "\($0)/shared/data" }
        .first { FileManager.default.fileExists(atPath: "\($0)/police/west-mercia") }

    /// All forces' records in one file.
    static let national: String? = folder.map { $0 + "/national/street.parquet" }
        .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

    static var isThere: Bool { folder != nil && EngineFinder.isThere }

    /// A file's rows by header, read by the simplest reader that can: quotes only around whole values, none over lines.
    static func rows(_ path: String) throws -> [[String: String]] {
        guard let folder else { return [] }
        let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
        var lines = text.split(omittingEmptySubsequences: true) { $0 == "\n" || $0 == "\r\n" }[...]
        guard let header = lines.popFirst().map(cells) else { return [] }
        return lines.map { Dictionary(zip(header, cells($0)), uniquingKeysWith: { first, _ in first }) }
    }

    private static func cells(_ line: Substring) -> [String] {
        guard line.contains("\"") else { return line.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        var cells = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
