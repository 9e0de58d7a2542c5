import Measures
import ModuleKit
import Testing

@Suite("Stock")
struct ColumnStockTests {
    static let parameters: [String: ParameterValue] = ["dataset": .text("homes"), "column": .text("empty")]

    static func values(
        _ grain: Grain, _ periods: [String], editions: Grain?, _ rows: [(String, Double)]
    ) throws -> [String: Double?] {
        var asking = Asking(with: parameters, grain: grain, periods: periods)
        asking.request.figures = editions.map { ["homes": $0.rawValue] }
        let name = try #require(try ColumnStock().plan(asking.request).first?.name)
        let table = Asking.table(rows.map { (Asking.telford, $0.0, [$0.1]) }, ["sum"])
        let answer = try asking.answer(ColumnStock(), [name: table])
        return Dictionary(
            uniqueKeysWithValues: (answer?.rows ?? []).map {
                (Period(grain: grain, ordinal: $0.period).description, $0.observation.value)
            })
    }

    static let quarters = [("2023 Q4", 410.0), ("2024 Q1", 400), ("2024 Q2", 405), ("2024 Q3", .nan)]

    @Test("a year's stock is that of its last quarter, not the sum of four; a quarter's is its own")
    func quarterly() throws {
        #expect(
            try Self.values(.financialYear, ["2023/24", "2024/25"], editions: .quarter, Self.quarters) == ["2023/24": 400])
        #expect(
            try Self.values(.quarter, ["2024 Q1", "2024 Q2", "2024 Q3", "2024 Q4"], editions: .quarter, Self.quarters) == [
                "2024 Q1": 400, "2024 Q2": 405,
            ])
    }

    @Test("a month within a quarter has no stock of its own, the quarter's last month has it")
    func withinAnEdition() throws {
        #expect(
            try Self.values(.month, ["2024-01", "2024-02", "2024-03"], editions: .quarter, Self.quarters) == ["2024-03": 400]
        )
        let rolling = try Self.values(
            .rollingYear, ["12 months to 2024-02", "12 months to 2024-03"], editions: .quarter, Self.quarters)
        #expect(rolling == ["12 months to 2024-03": 400])
    }

    @Test("of other records it is the last month's")
    func monthly() throws {
        let months = [("2024-01", 7.0), ("2024-02", 8), ("2024-03", 6), ("2024-05", 9)]
        #expect(try Self.values(.quarter, ["2024 Q1", "2024 Q2"], editions: nil, months) == ["2024 Q1": 6])
    }

    @Test("a stock has no count behind it")
    func observation() throws {
        let asking = Asking(with: Self.parameters, grain: .month, periods: ["2024-01"])
        let table = Asking.table([(Asking.telford, "2024-01", [7])], ["sum"])
        #expect(try asking.observations(ColumnStock(), ["stock/borough/month": table]) == [Observation(value: 7)])
    }
}
