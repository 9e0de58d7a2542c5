import Foundation
import Testing

/// The table of `Sources/README.md` is the architecture: no folder imports a target of ours that its row does not grant.
@Suite struct ImportTableTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    struct Row {
        var target: String
        var imports: Set<String>
        var never: String
    }

    static func rows() throws -> [Row] {
        let page = try String(contentsOf: root.appending(path: "Sources/README.md"), encoding: .utf8)
        return page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            let names = cells[3].replacingOccurrences(of: "(internal)", with: "").split(separator: ",")
                .map { $0.trimmingCharacters(in: .whitespaces) }
            return Row(
                target: cells[1].trimmingCharacters(in: CharacterSet(charactersIn: "`")), imports: Set(names),
                never: cells[4])
        }
    }

    /// Every import of a folder's Swift files, by file.
    static func imports(of folder: URL) throws -> [(file: String, module: String)] {
        guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
        var found: [(String, String)] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ").map(String.init)
                guard let place = words.firstIndex(of: "import"), place < words.count - 1,
                    words[..<place].allSatisfy({
                        ["public", "internal", "package", "@testable", "@preconcurrency"].contains($0)
                    })
                else { continue }
                found.append((file.lastPathComponent, words[place + 1]))
            }
        }
        return found
    }

    static func folders(_ name: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: root.appending(path: name), includingPropertiesForKeys: [.isDirectoryKey]
        )
        .filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    @Test func everySourceFolderHasARow() throws {
        let named = Set(try Self.rows().map(\.target))
        let folders = Set(try Self.folders("Sources").map(\.lastPathComponent))
        #expect(folders == named.subtracting(["Plugins/<Priority>"]))
    }

    @Test func noFolderImportsWhatItsRowDoesNotGrant() throws {
        let rows = try Self.rows()
        let ours = Set(rows.map(\.target)).union(try Self.folders("Plugins").map(\.lastPathComponent))
        #expect(rows.count > 15)
        for row in rows {
            let folders =
                row.target == "Plugins/<Priority>"
                ? try Self.folders("Plugins") : [Self.root.appending(path: "Sources/\(row.target)")]
            for folder in folders {
                for (file, module) in try Self.imports(of: folder) where ours.contains(module) {
                    let granted =
                        row.imports.contains(module) || row.imports.contains("all of the above")
                        || (row.imports.contains("all but the modules") && !module.hasPrefix("Plugin"))
                    #expect(granted, "\(folder.lastPathComponent)/\(file) imports \(module)")
                }
            }
        }
    }

    /// What the last column forbids by name of a library.
    @Test(arguments: [
        ("Measures", "Foundation"), ("RuleLanguage", "YAMLText"), ("Alerting", "Foundation"), ("Reporting", "AlertStore"),
        ("Definitions", "Warehouse"),
    ])
    func neverImports(target: String, module: String) throws {
        let found = try Self.imports(of: Self.root.appending(path: "Sources/\(target)"))
        #expect(!found.contains { $0.module == module || $0.module == module + "Essentials" })
    }

    @Test func theManifestNamesNoTargetTwice() throws {
        let folders = try Self.folders("Sources").map(\.lastPathComponent) + Self.folders("Plugins").map(\.lastPathComponent)
        #expect(Set(folders).count == folders.count)
    }

    /// The fixed frame: nothing else that a person sees stands at the top level of what is committed.
    @Test func theTopLevelIsTheFixedFrame() throws {
        let allowed: Set<String> = [
            "Package.swift", "Sources", "Plugins", "Rules", "Tests", "README.md", "Makefile", "out", "Package.resolved",
        ]
        let seen = try FileManager.default.contentsOfDirectory(atPath: Self.root.path).filter { !$0.hasPrefix(".") }
        #expect(Set(seen).subtracting(allowed).isEmpty)
    }
}
