import ModuleHost
import ModuleKit
import Testing

@Suite("A module that misbehaves is told by what it did, and stops nobody")
struct MisbehavingModuleTests {
    static let limits = ModuleLimits(
        describe: .seconds(60), grace: .seconds(20), answer: WireLimits(header: 1 << 20, body: 1 << 20))

    static let cases: [(id: String, cause: ModuleFailure.Cause)] = [
        ("aborts", .signalled(6, withinFrame: false)),
        ("exits", .exited(code: 3, withinFrame: false)),
        ("mid-frame", .exited(code: 0, withinFrame: true)),
        ("garbage", .nonsense(.badMagic(Array("star".utf8)))),
        ("floods", .tooMuch(bytes: 1 << 40, limit: 1 << 20)),
        ("contract-99", .otherContract(99)),
        ("closes", .closedOutput),
        ("refuses", .refused("the weights table is from 1998")),
        ("other-kind", .unexpected(kind: "queries")),
    ]

    @Test("what it did", arguments: cases)
    func cause(_ id: String, _ cause: ModuleFailure.Cause) async throws {
        let session = ModuleSession(try Fixtures.misbehaving.find(id), limits: Self.limits)
        let failure = await #expect(throws: ModuleFailure.self) { try await session.describe() }
        await session.close()
        #expect(failure?.cause == cause)
        #expect(failure?.module == id && failure?.stage == .describe)
        #expect(failure?.remedy.isEmpty == false)
    }

    @Test("one that hangs is killed with all that it started")
    func hangs() async throws {
        var limits = Self.limits
        limits.describe = .milliseconds(500)
        let session = ModuleSession(try Fixtures.misbehaving.find("hangs"), limits: limits)
        let failure = await #expect(throws: ModuleFailure.self) { try await session.describe() }
        await session.close()
        #expect(failure?.cause == .timedOut(seconds: 0.5))
        #expect(failure?.description == "module 'hangs' failed at describe: no answer within 0.5 seconds")
        let words = try #require(failure?.standardError)
        #expect(await ProcessWatch(saidIn: words)?.isGone() == true)
    }

    @Test("one that stops reading and answering does not keep a large message for ever")
    func stopsReading() async throws {
        let session = ModuleSession(try Fixtures.misbehaving.find("closes"), limits: Self.limits)
        let table = Table([("n", .numbers(Array(repeating: 1, count: 200_000)))])
        let request = ComputeRequest(request: PythonModuleTests.request, frames: [], tables: ["t": table])
        let failure = await #expect(throws: ModuleFailure.self) { try await session.compute([request]) }
        await session.close()
        #expect(failure?.cause == .closedOutput)
        #expect(failure?.stage == .compute)
    }

    @Test("what it shouts is kept, but only the end of it")
    func shouts() async throws {
        let session = ModuleSession(try Fixtures.misbehaving.find("shouts"), limits: Self.limits)
        let failure = await #expect(throws: ModuleFailure.self) { try await session.describe() }
        await session.close()
        #expect(failure?.cause == .exited(code: 4, withinFrame: false))
        #expect(failure?.standardError.hasSuffix("a line that nobody reads\nthe last line\n") == true)
        #expect(failure?.standardError.utf8.count == Self.limits.standardError)
    }

    @Test("one whose interpreter is not installed is told so")
    func noInterpreter() async throws {
        let session = ModuleSession(try Fixtures.misbehaving.find("no-interpreter"), limits: Self.limits)
        let failure = await #expect(throws: ModuleFailure.self) { try await session.describe() }
        await session.close()
        guard case .notStarted = failure?.cause else {
            Issue.record("it was told as \(String(describing: failure))")
            return
        }
    }

    @Test("one that has failed once says the same of every later message")
    func failsOn() async throws {
        let session = ModuleSession(try Fixtures.misbehaving.find("exits"), limits: Self.limits)
        for _ in 0..<3 {
            let failure = await #expect(throws: ModuleFailure.self) { try await session.describe() }
            #expect(failure?.cause == .exited(code: 3, withinFrame: false))
            #expect(failure?.standardError == "no licence for this machine\n")
        }
        await session.close()
        let failure = await #expect(throws: ModuleFailure.self) { try await session.plan([]) }
        #expect(failure?.stage == .plan)
    }

    @Test("others that run beside it answer")
    func others() async throws {
        async let bad = MisbehavingModuleTests.describe(try Fixtures.misbehaving.find("exits"))
        async let worse = MisbehavingModuleTests.describe(try Fixtures.misbehaving.find("floods"))
        async let good = MisbehavingModuleTests.describe(try Fixtures.built.find("road-safety"))
        #expect(try await bad == nil)
        #expect(try await worse == nil)
        #expect(try await good?.id == "road-safety")
    }

    private static func describe(_ location: ModuleLocation) async -> Manifest? {
        let session = ModuleSession(location, limits: limits)
        let manifest = try? await session.describe()
        await session.close()
        return manifest
    }
}
