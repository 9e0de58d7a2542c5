#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where a module's executable lies.
public struct ModuleLocation: Sendable, Hashable {
    public var id: String
    public var path: String

    public init(id: String, path: String) {
        self.id = id
        self.path = path
    }

    /// SHA-256 of the executable, which tells one build of a module from another, in hexadecimal digits; nil where it can't be read.
    public var executableDigest: String? { FileDigest.hexadecimal(of: path) }
}

/// Finds modules as `beacon-module-<id>` in the folders that the operator names, then beside the host's own
/// executable; nowhere else. An id is no path, so no definition file can name a program to run.
public struct ModuleFinder: Sendable {
    public static let prefix = "beacon-module-"
    /// In the order in which they are looked in.
    public let folders: [String]

    /// - Parameters:
    ///   - named: the folders of `--modules`, which go before.
    ///   - beside: the host's own executable.
    public init(named: [String] = [], beside: String? = HostExecutable.path) {
        folders = named + [beside.map { HostExecutable.folder(of: $0) }].compactMap(\.self)
    }

    public func find(_ id: String) throws(ModuleFailure) -> ModuleLocation {
        guard ModuleFinder.isID(id) else { throw ModuleFailure(module: id, stage: .find, cause: .unfitID) }
        for folder in folders {
            let path = "\(folder)/\(ModuleFinder.prefix)\(id)"
            guard ModuleFinder.isFile(path) else { continue }
            guard FileManager.default.isExecutableFile(atPath: path) else {
                throw ModuleFailure(module: id, stage: .find, cause: .notExecutable(path: path))
            }
            return ModuleLocation(id: id, path: path)
        }
        throw ModuleFailure(module: id, stage: .find, cause: .notFound(folders: folders))
    }

    /// Every module that `find` would give, by id.
    public func all() -> [ModuleLocation] {
        var ids: Set<String> = []
        for folder in folders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            ids.formUnion(
                names.filter { $0.hasPrefix(ModuleFinder.prefix) }.map {
                    String($0.dropFirst(ModuleFinder.prefix.count))
                })
        }
        return ids.sorted().compactMap { try? find($0) }
    }

    /// Lower-case letters, digits and hyphens, beginning with a letter.
    static func isID(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
    }
}
