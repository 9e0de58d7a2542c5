import Foundation
import SampleRecords
import Testing

@Suite("The committed sample")
struct CommittedSampleTests {
    private static let made = Sample.files(seed: Sample.seed)

    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Rules/data/sample", isDirectory: true)

    @Test("is what the generator makes, byte for byte", arguments: made.keys.sorted())
    func isMadeByTheGenerator(path: String) throws {
        let committed = try Data(contentsOf: Self.folder.appendingPathComponent(path))
        let made = try #require(Self.made[path])
        #expect(committed == Data(made.utf8), "run `make sample`: \(path) differs")
    }

    @Test("holds no file that the generator did not make")
    func holdsNothingElse() throws {
        let found = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path)
            .filter { !$0.hasSuffix(".DS_Store") }
            .filter { path in
                var isDirectory: ObjCBool = false
                let full = Self.folder.appendingPathComponent(path).path
                return FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory) && !isDirectory.boolValue
            }
        #expect(found.sorted() == Self.made.keys.sorted())
    }
}
