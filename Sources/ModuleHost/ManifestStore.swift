public import ModuleKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Manifests that were read before, by the SHA-256 of the module's executable: a module that has not changed need not
/// be started to say what it can do.
///
/// An executable that is a script loads more than itself; where one of its imports changes what it describes, delete
/// the folder. Whatever is wrong with a stored manifest, the module is asked anew.
public struct ManifestStore: Sendable {
    private let folder: String

    /// - Parameter stateFolder: the run's state folder; manifests lie in `manifests` below it.
    public init(stateFolder: String) {
        folder = stateFolder + "/manifests"
    }

    /// The stored manifest of exactly this executable; nil where there is none of this contract.
    public func manifest(of location: ModuleLocation) -> Manifest? {
        guard let path = path(of: location), let bytes = try? Data(contentsOf: URL(filePath: path)),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: bytes),
            manifest.contract == Manifest.currentContract, AnswerCheck.defect(manifest, of: location.id) == nil
        else { return nil }
        return manifest
    }

    /// Stores a manifest whole or not at all. A store that fails costs the next run a question, no more.
    @discardableResult
    public func keep(_ manifest: Manifest, of location: ModuleLocation) -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        guard let path = path(of: location), let bytes = try? encoder.encode(manifest) else { return false }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try bytes.write(to: URL(filePath: path), options: .atomic)
            return true
        } catch {
            return false
        }
    }

    /// What a module says of itself: from the store, else from the session, and then stored.
    public func manifest(from session: ModuleSession) async throws(ModuleFailure) -> Manifest {
        if let stored = manifest(of: session.location) { return stored }
        let manifest = try await session.describe()
        keep(manifest, of: session.location)
        return manifest
    }

    private func path(of location: ModuleLocation) -> String? {
        location.executableDigest.map { "\(folder)/\(location.id)-\($0).json" }
    }
}
