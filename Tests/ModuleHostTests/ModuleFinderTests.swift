import Foundation
import ModuleHost
import Testing

@Suite("Modules are found where the operator keeps them, and nowhere else")
struct ModuleFinderTests {
    @Test(
        "an id that is no id is not looked for",
        arguments: ["../road-safety", "/bin/sh", "", "Road", "a b", "a\u{0}", "é", "-a", "a.b"])
    func unfitID(_ id: String) {
        let failure = #expect(throws: ModuleFailure.self) { try Fixtures.built.find(id) }
        #expect(failure?.cause == .unfitID)
    }

    @Test("the folders that were looked in are told")
    func notFound() async throws {
        try await Fixtures.withFolder { folder in
            let failure = #expect(throws: ModuleFailure.self) {
                try ModuleFinder(named: [folder], beside: "/opt/beacon/beacon").find("road-safety")
            }
            #expect(failure?.cause == .notFound(folders: [folder, "/opt/beacon"]))
            #expect(
                failure?.description
                    == """
                    module 'road-safety' failed at find: no executable beacon-module-road-safety in \(folder), /opt/beacon
                    """
            )
        }
    }

    @Test("a file that may not be run is told, not passed over for another")
    func notExecutable() async throws {
        try await Fixtures.withFolder { folder in
            let path = folder + "/beacon-module-road-safety"
            try Data("#!/bin/sh".utf8).write(to: URL(filePath: path))
            let finder = ModuleFinder(named: [folder, Fixtures.built.folders[0]], beside: nil)
            let failure = #expect(throws: ModuleFailure.self) { try finder.find("road-safety") }
            #expect(failure?.cause == .notExecutable(path: path))
            #expect(finder.all().map(\.id).contains("domestic-abuse"))
            #expect(!finder.all().map(\.id).contains("road-safety"))
        }
    }

    @Test("a folder that the operator names goes before the host's own; folders of that name are no modules")
    func order() async throws {
        try await Fixtures.withFolder { folder in
            try Data("#!/bin/sh".utf8).write(to: URL(filePath: folder + "/beacon-module-road-safety"))
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: folder + "/beacon-module-road-safety")
            try FileManager.default.createDirectory(
                atPath: folder + "/beacon-module-domestic-abuse", withIntermediateDirectories: true)
            let finder = ModuleFinder(named: [folder])
            #expect(try finder.find("road-safety").path == folder + "/beacon-module-road-safety")
            #expect(try finder.find("domestic-abuse").path.hasPrefix(folder) == false)
        }
    }
}
