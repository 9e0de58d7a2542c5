import Measures
import ModuleKit

/// Asks one indicator for one frame, with tables written down by hand.
struct Asking {
    static let borough = AreaLevel("borough")
    static let telford = "E06000020"

    var request: IndicatorRequest
    var frame: Frame

    init(
        _ indicator: String = "under test", with parameters: [String: ParameterValue] = ["dataset": .text("records")],
        unit: Unit = .count, grain: Grain = .quarter, areas: [String] = ["E06000020"], periods: [String]
    ) {
        request = IndicatorRequest(
            kpi: "kpi", indicator: indicator, parameters: parameters, unit: unit, grains: [grain],
            levels: [Asking.borough])
        frame = Frame(
            level: Asking.borough, grain: grain, areas: areas.map(AreaCode.init(_:)),
            periods: periods.compactMap { Period($0)?.ordinal })
    }

    func answer(_ indicator: some Indicator, _ tables: [String: Table]) throws -> ComputedObservations? {
        try indicator.compute(ComputeRequest(request: request, frames: [frame], tables: tables)).first
    }

    /// The observations in the frame's order: areas, and within an area periods.
    func observations(_ indicator: some Indicator, _ tables: [String: Table]) throws -> [Observation] {
        try answer(indicator, tables)?.rows.map(\.observation) ?? []
    }

    /// A table by area and period with columns of numbers.
    static func table(_ rows: [(area: String, period: String, numbers: [Double])], _ names: [String]) -> Table {
        Table(
            [
                ("area", .texts(rows.map(\.area))),
                ("period", .numbers(rows.map { Double(Period($0.period)?.ordinal ?? -1) })),
            ]
                + names.indices.map { index in (names[index], .numbers(rows.map { $0.numbers[index] })) })
    }

    /// A table by area, small area in it and period; areas without one where all small areas are together.
    static func parts(_ rows: [(area: String?, part: String, period: String, number: Double)]) -> Table {
        Table(
            (rows.contains { $0.area != nil } ? [("area", .texts(rows.map { $0.area ?? "" }))] : []) + [
                ("part", .texts(rows.map(\.part))),
                ("period", .numbers(rows.map { Double(Period($0.period)?.ordinal ?? -1) })),
                ("n", .numbers(rows.map(\.number))),
            ])
    }

    /// A table of the small areas in areas, with a record each.
    static func holders(_ rows: [(area: String, part: String)]) -> Table {
        Table([
            ("area", .texts(rows.map(\.area))), ("part", .texts(rows.map(\.part))), ("n", .numbers(rows.map { _ in 1 })),
        ])
    }

    static func people(_ rows: [(area: String, year: Double, people: Double)]) -> Table {
        Table([
            ("area", .texts(rows.map(\.area))), ("year", .numbers(rows.map(\.year))),
            ("people", .numbers(rows.map(\.people))),
        ])
    }
}
