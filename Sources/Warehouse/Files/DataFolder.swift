import Diagnostics
import Foundation

/// The folder below which all data lies, listed once a run. No path that leads out of it is ever given out.
struct DataFolder: Sendable {
    /// With links resolved and without a slash at its end.
    let root: String
    /// Paths of files, relative to the root and with `/`, in order.
    let paths: [String]
    /// Links that lead out, relative to the root.
    let escaping: [String]
    let isReadable: Bool

    init(path: String) {
        let root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        self.root = root
        var walk = Walk(root: root)
        isReadable = walk.visit("", depth: 0)
        paths = walk.paths.sorted()
        escaping = walk.escaping.sorted()
    }

    func absolute(_ path: String) -> String { "\(root)/\(path)" }

    /// The files of a dataset, each once and in the order of their paths, and what is wrong with its patterns.
    func files(matching patterns: [String], of dataset: String) -> (paths: [String], diagnostics: [Diagnostic]) {
        guard isReadable else { return ([], [Diagnostic(DataProblem.dataFolderUnreadable, inFile: root)]) }
        var diagnostics: [Diagnostic] = []
        var usable: [FilePattern] = []
        for pattern in patterns {
            if let usablePattern = FilePattern(pattern) {
                usable.append(usablePattern)
            } else {
                diagnostics.append(Diagnostic(DataProblem.patternEscapes(pattern: pattern, dataset: dataset)))
            }
        }
        for link in escaping where usable.contains(where: { $0.matches(link) }) {
            diagnostics.append(Diagnostic(DataProblem.linkEscapes(dataset: dataset), inFile: link))
        }
        let found = paths.filter { path in usable.contains { $0.matches(path) } }
        // Several patterns are several layouts of one source: it is there where any of them finds it.
        if found.isEmpty, !usable.isEmpty {
            diagnostics.append(Diagnostic(DataProblem.noFiles(patterns: usable.map(\.text), dataset: dataset)))
        }
        return (once(found, of: dataset, &diagnostics), diagnostics)
    }

    /// Of several names of one file, a link and its target say, the first is read.
    private func once(_ found: [String], of dataset: String, _ diagnostics: inout [Diagnostic]) -> [String] {
        var names: [String: String] = [:]
        return found.filter { path in
            guard let identity = FileStatus(path: absolute(path))?.identity else { return true }
            guard let first = names[identity] else {
                names[identity] = path
                return true
            }
            diagnostics.append(Diagnostic(DataProblem.fileTwice(first: first, dataset: dataset), inFile: path))
            return false
        }
    }

    private struct Walk {
        /// Deeper folders are not entered, so that a loop of links ends.
        static let deepest = 32

        let root: String
        var paths: [String] = []
        var escaping: [String] = []

        /// Whether the folder could be listed.
        @discardableResult
        mutating func visit(_ folder: String, depth: Int) -> Bool {
            let manager = FileManager.default
            let absolute = folder.isEmpty ? root : "\(root)/\(folder)"
            guard depth <= Self.deepest, let names = try? manager.contentsOfDirectory(atPath: absolute) else { return false }
            for name in names where !name.hasPrefix(".") {
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                let location = "\(root)/\(path)"
                if (try? manager.destinationOfSymbolicLink(atPath: location)) != nil {
                    let target = URL(fileURLWithPath: location).resolvingSymlinksInPath().path
                    guard target.hasPrefix(root + "/") else {
                        escaping.append(path)
                        continue
                    }
                }
                var isFolder: ObjCBool = false
                guard manager.fileExists(atPath: location, isDirectory: &isFolder) else { continue }
                if isFolder.boolValue { visit(path, depth: depth + 1) } else { paths.append(path) }
            }
            return true
        }
    }
}
