import Diagnostics
import Foundation

/// The folder below which all data lies, listed once a run. No path that leads out of it is ever given out.
struct DataFolder: Sendable {
    /// With links resolved and without a slash at its end.
    let root: String
    /// Paths of files, relative to the root and with `/`, in order.
    let paths: [String]
    /// Links that lead out, relative to the root: to files, and to folders.
    let escaping: [String]
    let escapingFolders: [String]
    /// Links to nothing, relative to the root.
    let broken: [String]
    /// Those of `paths` that are links, or lie behind one.
    private let linked: Set<String>
    let isReadable: Bool

    init(path: String) {
        let root = RealPath.of(path) ?? URL(fileURLWithPath: path).standardizedFileURL.path
        self.root = root
        var walk = Walk(root: root)
        isReadable = walk.visit("", depth: 0)
        paths = walk.paths.sorted()
        escaping = walk.escaping.sorted()
        escapingFolders = walk.escapingFolders.sorted()
        broken = walk.broken.sorted()
        linked = walk.linked
    }

    /// What a dataset's patterns find.
    struct Found: Sendable {
        /// Each file once, in the order of the paths.
        var paths: [String] = []
        /// Further names of a file, each with the one in `paths`.
        var otherNames: [(path: String, first: String)] = []
        /// Links to nothing, and links to files elsewhere.
        var unread: [String] = []
        var diagnostics: [Diagnostic] = []
    }

    func absolute(_ path: String) -> String { "\(root)/\(path)" }

    /// The files of a dataset, and what is wrong with its patterns and with links.
    func files(matching patterns: [String], of dataset: String) -> Found {
        guard isReadable else {
            return Found(diagnostics: [Diagnostic(DataProblem.dataFolderUnreadable, inFile: root)])
        }
        var found = Found()
        var usable: [FilePattern] = []
        for pattern in patterns {
            if let usablePattern = FilePattern(pattern) {
                usable.append(usablePattern)
            } else {
                found.diagnostics.append(Diagnostic(DataProblem.patternEscapes(pattern: pattern, dataset: dataset)))
            }
        }
        func matches(_ path: String) -> Bool { usable.contains { $0.matches(path) } }
        let escape = DataProblem.linkEscapes(dataset: dataset)
        let escaping = escaping.filter(matches)
        let broken = broken.filter(matches)
        found.unread = escaping + broken
        found.diagnostics += escaping.map { Diagnostic(escape, inFile: $0) }
        found.diagnostics += broken.map {
            Diagnostic(DataProblem.fileUnreadable(reason: "it is a link to nothing"), inFile: $0)
        }
        read(paths.filter(matches), of: dataset, into: &found)
        // Several patterns are several layouts of one source: it is there where any of them finds it.
        guard found.paths.isEmpty, broken.isEmpty, !usable.isEmpty else { return found }
        found.diagnostics.append(Diagnostic(DataProblem.noFiles(patterns: usable.map(\.text), dataset: dataset)))
        // Its files may lie behind a link to a folder elsewhere.
        found.diagnostics += escapingFolders.filter { folder in
            usable.contains { $0.matches(folder) || $0.reaches(into: folder) }
        }.map { Diagnostic(escape, inFile: $0) }
        return found
    }

    /// Of several names of one file its own is read, before any link; of its own names the first.
    private func read(_ matching: [String], of dataset: String, into found: inout Found) {
        var names: [String: String] = [:]
        let ownFirst = matching.filter { !linked.contains($0) } + matching.filter(linked.contains)
        for path in ownFirst {
            let identity = FileStatus(path: absolute(path))?.identity ?? path
            if let first = names[identity] {
                found.otherNames.append((path, first))
                found.diagnostics.append(Diagnostic(DataProblem.fileTwice(first: first, dataset: dataset), inFile: path))
            } else {
                names[identity] = path
                found.paths.append(path)
            }
        }
        found.paths.sort()
    }

    private struct Walk {
        static let deepest = 32

        let root: String
        /// The folders that are being walked, with links resolved: a link back to one of them is a loop, and finds nothing new.
        var entered: Set<String> = []
        var paths: [String] = []
        var linked: Set<String> = []
        var escaping: [String] = []
        var escapingFolders: [String] = []
        var broken: [String] = []

        /// Whether the folder could be listed.
        @discardableResult
        mutating func visit(_ folder: String, depth: Int, isLinked: Bool = false) -> Bool {
            let manager = FileManager.default
            let absolute = folder.isEmpty ? root : "\(root)/\(folder)"
            let place = RealPath.of(absolute) ?? absolute
            guard entered.insert(place).inserted else { return false }
            defer { entered.remove(place) }
            guard depth <= Self.deepest, let names = try? manager.contentsOfDirectory(atPath: absolute) else { return false }
            for name in names where !name.hasPrefix(".") {
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                let location = "\(root)/\(path)"
                let isLink = (try? manager.destinationOfSymbolicLink(atPath: location)) != nil
                var isFolder: ObjCBool = false
                guard manager.fileExists(atPath: location, isDirectory: &isFolder) else {
                    if isLink { broken.append(path) }
                    continue
                }
                if isLink, !leadsInside(location) {
                    if isFolder.boolValue { escapingFolders.append(path) } else { escaping.append(path) }
                } else if isFolder.boolValue {
                    visit(path, depth: depth + 1, isLinked: isLinked || isLink)
                } else {
                    paths.append(path)
                    if isLinked || isLink { linked.insert(path) }
                }
            }
            return true
        }

        /// What cannot be followed to its end leads nowhere that is known, and so not inside.
        private func leadsInside(_ link: String) -> Bool {
            guard let place = RealPath.of(link) else { return false }
            return place == root || place.hasPrefix(root == "/" ? root : root + "/")
        }
    }
}
