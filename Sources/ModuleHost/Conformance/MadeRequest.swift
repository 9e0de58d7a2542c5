import Measures
import ModuleKit

/// Requests and tables made up from what a module says of itself, the same every time.
enum MadeRequest {
    static let areas = ["A", "B", "C"]
    static let level = AreaLevel("ward")
    /// The whole level has a single area, for indicators that are told for the whole only.
    static let whole = AreaLevel("borough")
    static let periods = Array(2021...2024)

    static var frames: [Frame] {
        [Frame(level: whole, grain: .calendarYear, areas: [AreaCode("A")], periods: periods)]
    }

    /// An indicator that no module has.
    static let unknown = IndicatorRequest(
        kpi: "made_unknown", indicator: "no such indicator", unit: .count, grains: [.calendarYear], levels: [whole])

    static func request(_ indicator: IndicatorDescription) -> IndicatorRequest {
        var parameters: [String: ParameterValue] = [:]
        for parameter in indicator.parameters where parameter.required {
            parameters[parameter.name] = value(parameter.kind)
        }
        return IndicatorRequest(
            kpi: "made_\(indicator.name)", indicator: indicator.name, parameters: parameters,
            unit: unit(indicator.unit),
            grains: [.calendarYear], levels: [whole])
    }

    static func compute(_ request: IndicatorRequest, _ queries: [Query], of indicator: IndicatorDescription)
        -> ComputeRequest
    {
        var tables: [String: Table] = [:]
        for query in queries { tables[query.name] = table(query, of: indicator) }
        return ComputeRequest(request: request, frames: frames, tables: tables)
    }

    /// Columns of record steps and groupings that the indicator did not say it needs of a dataset that it names. A step's own
    /// column is known to what stands behind it.
    static func unknownColumns(_ queries: [Query], of indicator: IndicatorDescription) -> [String] {
        var unknown: [String] = []
        for query in queries {
            guard let use = indicator.datasets.first(where: { $0.name == query.dataset }) else { continue }
            var known = Set(use.columns.map(\.name))
            func look(_ names: [String]) { unknown += names.filter { !known.contains($0) }.map { "\(query.dataset).\($0)" } }
            for step in query.steps {
                look(step.columns)
                known.insert(step.name)
            }
            for case .column(let name) in query.groupings { look([name]) }
        }
        return unknown
    }

    private static func value(_ kind: ParameterKind) -> ParameterValue {
        switch kind {
        // Two, as a number and as a text, suits most bounds: one is too few for a repeat, and a text may be an hour.
        case .number: .number(2)
        case .truth: .truth(true)
        case .texts: .texts(["2"])
        case .text: .text("2021")
        case .level: .text("made_level")
        case .dataset: .text("made_records")
        case .column: .text("made_column")
        case .condition: .text("made_column > 0")
        }
    }

    private static func unit(_ offer: UnitOffer) -> Unit {
        switch offer {
        case .count, .stated: .count
        case .percent: .percent
        case .index: .index
        case .money: .money
        case .days: .days
        case .rate: .rate(Unit.Rate(per: 1_000, of: "people"))
        }
    }

    /// A row for every combination of the groupings' made-up values.
    private static func table(_ query: Query, of indicator: IndicatorDescription) -> Table {
        let types = indicator.datasets.first { $0.name == query.dataset }?.columns ?? []
        let values = query.groupings.map { column($0, types, query.steps) }
        let rowCount = values.reduce(1) { $0 * $1.count }
        var columns: [(name: String, column: Table.Column)] = []
        var stride = rowCount
        for (grouping, value) in zip(query.groupings, values) {
            stride /= max(1, value.count)
            let step = stride
            let places = (0..<rowCount).map { $0 / step % value.count }
            switch value {
            case .numbers(let numbers): columns.append((grouping.columnName, .numbers(places.map { numbers[$0] })))
            case .texts(let texts): columns.append((grouping.columnName, .texts(places.map { texts[$0] })))
            }
        }
        for (index, measure) in query.measures.enumerated() {
            columns.append((measure.name, .numbers((0..<rowCount).map { Double(($0 * 7 + index * 3) % 11 + 1) })))
        }
        return Table(columns)
    }

    private static func column(_ grouping: Grouping, _ types: [ColumnUse], _ steps: [RecordStep]) -> Table.Column {
        switch grouping {
        case .area, .part, .sender: return .texts(areas)
        case .period: return .numbers(periods.map(Double.init))
        case .column(let name):
            if let step = steps.first(where: { $0.name == name }) { return column(step) }
            switch types.first(where: { $0.name == name })?.type {
            case .number, .whole, .truth: return .numbers([0, 1])
            case .date, .moment: return .texts(["2021-03-31", "2022-06-30"])
            default: return .texts(["2021", "2"])
            }
        }
    }

    /// As a record step tells them, absent ones among them.
    private static func column(_ step: RecordStep) -> Table.Column {
        switch step.function {
        case .gap: .numbers([.nan, 0, 30])
        case .count: .numbers([.nan, 1, 3])
        case .grid: .texts(["", "5846:-166", "5847:-166"])
        }
    }
}

extension Table {
    var withoutRows: Table {
        Table(
            zip(names, columns).map { name, column in
                switch column {
                case .numbers: (name, .numbers([]))
                case .texts: (name, .texts([]))
                }
            })
    }
}

extension ComputeAnswer {
    /// The same whatever the order of frames and rows, which is the module's own.
    var inOrder: ComputeAnswer {
        var ordered = self
        for index in ordered.observations.indices {
            ordered.observations[index].rows.sort { ($0.area, $0.period) < ($1.area, $1.period) }
        }
        ordered.observations.sort { ($0.kpi, $0.level, $0.grain) < ($1.kpi, $1.level, $1.grain) }
        return ordered
    }
}
