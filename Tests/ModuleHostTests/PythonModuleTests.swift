import Measures
import ModuleHost
import ModuleKit
import Testing

@Suite("A module in another language", .enabled(if: Fixtures.hasPython, "python3 is not installed"))
struct PythonModuleTests {
    static let request = IndicatorRequest(
        kpi: "burglary", indicator: "burglaries", unit: .count, grains: [.month], levels: [AreaLevel("ward")])
    static let frame = Frame(
        level: AreaLevel("ward"), grain: .month, areas: [AreaCode("W1"), AreaCode("W2")], periods: [24_290, 24_291])

    @Test("answers the whole conversation over the wire")
    func conversation() async throws {
        let session = ModuleSession(try Fixtures.python.find("example"))
        let manifest = try await session.describe()
        #expect(manifest.indicators.map(\.name) == ["burglaries"])
        let plan = try await session.plan([Self.request])
        #expect(
            plan.queries == [
                "burglary": [
                    Query(
                        "ward/month", of: "street_crime", where: #"crime_type == "Burglary""#,
                        by: [.area(AreaLevel("ward")), .period(.month)], measures: [Measure("n", .count)])
                ]
            ])
        let table = Table([
            ("area", .texts(["W1", "W2"])), ("period", .numbers([24_290, 24_291])), ("n", .numbers([7, 2])),
        ])
        let answer = try await session.compute([
            ComputeRequest(request: Self.request, frames: [Self.frame], tables: ["ward/month": table])
        ])
        #expect(answer.failures.isEmpty)
        #expect(answer.observations.first?.rows.map(\.observation.count) == [7, 0, 0, 2])
        #expect(answer.observations.first?.rows.map(\.area) == ["W1", "W1", "W2", "W2"])
        await session.close()
    }

    @Test("passes the conformance kit")
    func conformance() async throws {
        let checks = await ConformanceKit(try Fixtures.python.find("example"), limits: Fixtures.patient).run()
        #expect(checks.filter { !$0.passed }.isEmpty)
        #expect(checks.count > 10)
    }
}
