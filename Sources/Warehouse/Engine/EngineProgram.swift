import Foundation

/// The engine's program: where it is, and which version.
struct EngineProgram: Sendable, Hashable, Codable {
    var path: String
    var status: FileStatus?
    var version: String

    /// Finds the program, by its path or by its name in the folders of `PATH`, without starting it.
    static func locate(_ wanted: String) throws(WarehouseError) -> (path: String, status: FileStatus) {
        if wanted.contains("/") {
            guard let status = FileStatus(path: wanted), FileManager.default.isExecutableFile(atPath: wanted) else {
                throw .engineAbsent(program: wanted)
            }
            return (URL(fileURLWithPath: wanted).path, status)
        }
        for folder in (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
            let path = "\(folder)/\(wanted)"
            if let status = FileStatus(path: path), FileManager.default.isExecutableFile(atPath: path) {
                return (path, status)
            }
        }
        throw .engineAbsent(program: wanted)
    }

    /// The version in what the program says of itself (`v1.5.6 (Variegata) 069cc9f9b5`), checked against the least.
    static func version(_ answer: String, program: String, least: String) throws(WarehouseError) -> String {
        let words = answer.split(whereSeparator: \.isWhitespace)
        guard let word = words.first(where: { $0.hasPrefix("v") && $0.dropFirst().first?.isNumber == true }) else {
            throw .engineUnusable(program: program, reason: "it does not tell its version")
        }
        let version = String(word.dropFirst())
        guard isAtLeast(version, least) else { throw .engineTooOld(found: version, least: least) }
        return version
    }

    static func isAtLeast(_ version: String, _ least: String) -> Bool {
        func numbers(_ text: String) -> [Int] { text.split(separator: ".").map { Int($0.prefix { $0.isNumber }) ?? 0 } }
        let (found, wanted) = (numbers(version), numbers(least))
        for index in 0..<max(found.count, wanted.count) {
            let left = index < found.count ? found[index] : 0
            let right = index < wanted.count ? wanted[index] : 0
            if left != right { return left > right }
        }
        return true
    }
}
