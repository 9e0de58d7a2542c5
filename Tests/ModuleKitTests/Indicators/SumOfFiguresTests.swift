import Measures
import ModuleKit
import Testing

@Suite struct SumOfFiguresTests {
    @Test("a sum of figures is told only where every figure of the period is there; a sum of records is not there only where it has none")
    func figures() throws {
        var asking = IndicatorRequest(
            kpi: "tips", indicator: "sum", parameters: ["dataset": .text("tipping"), "column": .text("incidents")], unit: .count,
            grains: [.quarter], levels: [AreaLevel("ward")])
        let frame = Frame(level: AreaLevel("ward"), grain: .quarter, areas: [AreaCode("W1"), AreaCode("W2"), AreaCode("W3")], periods: [8096])
        let table = Table([
            ("area", .texts(["W1", "W2"])), ("period", .numbers([8096, 8096])), ("sum", .numbers([12, 7])),
            ("figures", .numbers([3, 2])),
        ])
        func told() throws -> [String] {
            let request = ComputeRequest(request: asking, frames: [frame], tables: ["values/ward/quarter": table])
            return try ColumnSum().compute(request).flatMap(\.rows).map { "\($0.area) \($0.observation.value ?? -1)" }
        }
        #expect(try told() == ["W1 12.0", "W2 7.0", "W3 0.0"])
        #expect(try ColumnSum().plan(asking).first?.measures.map(\.name) == ["sum"])
        asking.figures = ["tipping": Grain.month.rawValue]
        #expect(try told() == ["W1 12.0"])
        #expect(try ColumnSum().plan(asking).first?.measures.map(\.name) == ["sum", "figures"])
    }
}
