import Foundation
import ModuleHost
import ModuleKit
import Testing

@Suite("A manifest is kept as long as its executable is the same")
struct ManifestStoreTests {
    static let manifest = Manifest(id: "made", title: "Made", indicators: StandardIndicators.all.map(\.description))

    @Test("read again unchanged; asked anew once the executable has changed")
    func keeps() async throws {
        try await Fixtures.withFolder { folder in
            let location = ModuleLocation(id: "made", path: folder + "/beacon-module-made")
            try Data("first".utf8).write(to: URL(filePath: location.path))
            let store = ManifestStore(stateFolder: folder + "/state")
            #expect(store.manifest(of: location) == nil)
            #expect(store.keep(Self.manifest, of: location))
            #expect(store.manifest(of: location) == Self.manifest)
            try Data("second".utf8).write(to: URL(filePath: location.path))
            #expect(store.manifest(of: location) == nil)
        }
    }

    @Test("lies under the SHA-256 of the executable")
    func name() async throws {
        try await Fixtures.withFolder { folder in
            let location = ModuleLocation(id: "made", path: folder + "/beacon-module-made")
            try Data("abc".utf8).write(to: URL(filePath: location.path))
            ManifestStore(stateFolder: folder).keep(Self.manifest, of: location)
            // The digest of "abc", FIPS 180-4's own example.
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder + "/manifests") == [
                    "made-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.json"
                ])
        }
    }

    @Test(
        "a stored manifest that is spoilt, of another contract or of another module is passed over",
        arguments: ["", "{", #"{"contract":1}"#, "contract", "id"])
    func spoilt(_ text: String) async throws {
        try await Fixtures.withFolder { folder in
            let location = ModuleLocation(id: "made", path: folder + "/beacon-module-made")
            try Data("abc".utf8).write(to: URL(filePath: location.path))
            let store = ManifestStore(stateFolder: folder)
            var manifest = Self.manifest
            if text == "contract" { manifest.contract = 99 }
            if text == "id" { manifest.id = "other" }
            store.keep(manifest, of: location)
            if !["contract", "id"].contains(text) {
                let name = try #require(
                    try FileManager.default.contentsOfDirectory(atPath: folder + "/manifests").first)
                try Data(text.utf8).write(to: URL(filePath: folder + "/manifests/" + name))
            }
            #expect(store.manifest(of: location) == nil)
        }
    }

    @Test("comes from the session the first time, and from the store the next")
    func fromSession() async throws {
        try await Fixtures.withFolder { folder in
            let store = ManifestStore(stateFolder: folder)
            let session = ModuleSession(try Fixtures.built.find("road-safety"))
            let asked = try await store.manifest(from: session)
            await session.close()
            #expect(asked.id == "road-safety")
            // The session is closed: only the store can answer.
            #expect(try await store.manifest(from: session) == asked)
        }
    }
}
