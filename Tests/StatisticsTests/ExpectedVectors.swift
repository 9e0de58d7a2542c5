import Foundation
import Statistics

/// The reference vectors of peers' test suites, kept beside the project in `shared/expected`. Where they are absent
/// the suites over them are skipped, by name, and the few vectors written into the other suites remain.
enum ExpectedVectors {
    static let folder: URL? = {
        var place = URL(fileURLWithPath: #filePath)
        while place.path != "/" {
            place.deleteLastPathComponent()
            let candidate = place.appendingPathComponent("shared/expected")
            if FileManager.default.fileExists(atPath: candidate.appendingPathComponent("README.md").path) {
                return candidate
            }
        }
        return nil
    }()

    static var areThere: Bool { folder != nil }

    /// The fields of each record; the files quote nothing.
    static func records(of file: String) throws -> [[String]] {
        guard let folder else { return [] }
        let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    static func numbers(_ field: String) -> [Double] {
        field.split(separator: ";").compactMap { Double($0) }
    }

    static func directions(_ field: String) -> [Direction?] {
        numbers(field).map { $0 > 0 ? .higher : $0 < 0 ? .lower : nil }
    }
}
