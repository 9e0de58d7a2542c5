import Charts
import Foundation
import Testing

@Suite struct GoldenDrawingTests {
    /// Set to record the drawings anew; a run that records fails, so that none passes unseen.
    private static let records = ProcessInfo.processInfo.environment["BEACON_RECORD"] == "1"

    private static func url(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).svg")
    }

    @Test(arguments: ChartSamples.all.map(\.name))
    func drawingIsTheOneThatWasLookedAt(name: String) throws {
        let sample = try #require(ChartSamples.all.first { $0.name == name })
        let url = Self.url(name)
        if Self.records {
            try Data((sample.svg + "\n").utf8).write(to: url)
            Issue.record("recorded \(url.lastPathComponent)")
        } else {
            let golden = try String(contentsOf: url, encoding: .utf8)
            #expect(sample.svg + "\n" == golden)
        }
    }

    @Test func everyGoldenFileHasItsSample() throws {
        let folder = Self.url("x").deletingLastPathComponent()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".svg") }
        #expect(Set(files) == Set(ChartSamples.all.map { "\($0.name).svg" }))
    }
}
