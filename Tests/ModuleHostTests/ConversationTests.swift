import Measures
import ModuleHost
import ModuleKit
import Testing

@Suite("A conversation with a module of ours")
struct ConversationTests {
    @Test("a table of many rows goes there and its figures come back")
    func manyRows() async throws {
        let areas = (0..<500).map { "E0\(1_000_000 + $0)" }
        let periods = Array(24_000..<24_200)
        let frame = Frame(
            level: AreaLevel("lsoa"), grain: .month, areas: areas.map(AreaCode.init(_:)), periods: periods)
        let table = Table([
            ("area", .texts(areas.flatMap { area in periods.map { _ in area } })),
            ("period", .numbers(areas.flatMap { _ in periods.map(Double.init) })),
            ("n", .numbers((0..<areas.count * periods.count).map(Double.init))),
        ])
        let request = IndicatorRequest(
            kpi: "crime", indicator: "count", parameters: ["dataset": .text("street_crime")], unit: .count,
            grains: [.month],
            levels: [AreaLevel("lsoa")])
        let session = ModuleSession(try Fixtures.built.find("high-harm-areas"))
        let answer = try await session.compute([
            ComputeRequest(request: request, frames: [frame], tables: ["records/lsoa/month": table])
        ])
        await session.close()
        let rows = try #require(answer.observations.first?.rows)
        #expect(rows.count == 100_000)
        #expect(rows.enumerated().allSatisfy { $1.observation.count == Double($0) })
    }

    @Test("five sessions at once answer each for itself")
    func atOnce() async throws {
        let ids = ConformanceTests.modules
        let answers = try await withThrowingTaskGroup(of: (String, String).self) { group in
            for id in ids {
                let location = try Fixtures.built.find(id)
                group.addTask {
                    let session = ModuleSession(location)
                    let manifest = try await session.describe()
                    await session.close()
                    return (id, manifest.id)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(answers == Dictionary(uniqueKeysWithValues: ids.map { ($0, $0) }))
    }

    @Test("one KPI that can't be computed leaves the others theirs")
    func partFailure() async throws {
        let count = IndicatorRequest(
            kpi: "a", indicator: "count", parameters: ["dataset": .text("d")], unit: .count, grains: [.month],
            levels: [AreaLevel("ward")])
        var lacking = count
        lacking.kpi = "b"
        lacking.parameters = [:]
        let session = ModuleSession(try Fixtures.built.find("domestic-abuse"))
        let answer = try await session.plan([count, lacking])
        await session.close()
        #expect(Array(answer.queries.keys) == ["a"])
        #expect(answer.failures == ["b": "the parameter 'dataset' is missing"])
    }
}
