import Foundation
import ModuleHost
import ModuleKit
import Testing

@Suite("The conformance kit")
struct ConformanceTests {
    static let modules = [
        "child-exploitation", "domestic-abuse", "high-harm-areas", "road-safety", "serious-youth-violence",
    ]

    @Test("passes every module of ours", arguments: modules)
    func passes(_ id: String) async throws {
        let checks = await ConformanceKit(try Fixtures.built.find(id)).run()
        #expect(checks.filter { !$0.passed }.isEmpty)
        #expect(checks.contains { $0.name == "rate: compute answers the same twice" })
    }

    @Test(
        "fails every module that misbehaves",
        arguments: ["aborts", "exits", "garbage", "contract-99", "mid-frame", "refuses", "other-kind"])
    func fails(_ id: String) async throws {
        let kit = ConformanceKit(try Fixtures.misbehaving.find(id), limits: MisbehavingModuleTests.limits)
        let checks = await kit.run()
        #expect(checks.map(\.passed) == [false])
        #expect(checks.first?.detail.isEmpty == false)
    }

    @Test("every indicator that we offer says what it counts", arguments: modules)
    func documented(_ id: String) async throws {
        let session = ModuleSession(try Fixtures.built.find(id))
        let manifest = try await session.describe()
        await session.close()
        let page = try String(contentsOf: Fixtures.indicatorsPage, encoding: .utf8)
        for indicator in manifest.indicators {
            #expect(page.contains("\n### `\(indicator.name)`\n"), "Plugins/indicators.md does not list \(indicator.name)")
            #expect(!indicator.summary.isEmpty && !indicator.definition.isEmpty)
            #expect(indicator.parameters.allSatisfy { !$0.summary.isEmpty })
        }
    }
}
