public import Definitions
import ModuleHost
import ModuleKit

/// The modules of a run: found once, asked for their manifests, and started when they are needed.
public struct ModuleRoster: Sendable {
    private let finder: ModuleFinder
    private let manifests: ManifestStore

    public init(folders: [String], stateFolder: String) {
        finder = ModuleFinder(named: folders)
        manifests = ManifestStore(stateFolder: stateFolder)
    }

    /// What each module says it offers, asked side by side. A module that was asked before and has not changed is not started.
    public func offers() async -> ModuleOffers {
        await withTaskGroup(of: (String, ModuleOffers.Offer).self) { group in
            for location in finder.all() {
                group.addTask { (location.id, await self.offer(of: location)) }
            }
            var offers: [String: ModuleOffers.Offer] = [:]
            for await (id, offer) in group { offers[id] = offer }
            return ModuleOffers(offers)
        }
    }

    private func offer(of location: ModuleLocation) async -> ModuleOffers.Offer {
        if let known = manifests.manifest(of: location) { return .manifest(known) }
        let session = ModuleSession(location)
        let offer: ModuleOffers.Offer
        do throws(ModuleFailure) {
            offer = .manifest(try await manifests.manifest(from: session))
        } catch {
            offer = .failed(reason: error.description)
        }
        await session.close()
        return offer
    }

    /// Starts the module of a priority.
    func session(_ module: String) throws(ModuleFailure) -> ModuleSession {
        ModuleSession(try finder.find(module))
    }
}
