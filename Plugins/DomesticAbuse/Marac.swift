import Measures
import ModuleKit

/// The dataset `marac`: figures of multi-agency risk assessment conferences by area and date: cases, repeat cases, cases
/// that the police referred, and how many returns were expected and are in.
///
/// What conferences sent no return is not zero: the sources in, of those expected, go with every observation.
enum Marac {
    static let name = "marac"
    static let use = DatasetUse(
        name,
        columns: [
            ColumnUse("date", .date), ColumnUse("area", .area), ColumnUse("cases", .whole),
            ColumnUse("repeats", .whole),
            ColumnUse("police_referrals", .whole), ColumnUse("returns_expected", .whole),
            ColumnUse("returns_received", .whole),
        ])

    static func queries(_ column: String? = nil, for request: IndicatorRequest) -> [Query] {
        request.queriesByPeriod(
            name, of: name,
            measures: [
                Measure("cases", .sum("cases")), Measure("expected", .sum("returns_expected")),
                Measure("received", .sum("returns_received")),
            ] + (column.map { [Measure("part", .sum($0))] } ?? []))
    }

    /// The returns that are in, of those expected.
    struct Returns {
        private let expected: GroupedColumn
        private let received: GroupedColumn

        init(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) {
            expected = try request.column("expected", of: Marac.name, for: frame)
            received = try request.column("received", of: Marac.name, for: frame)
        }

        subscript(cell: Cell) -> Observation.Sources? {
            guard let expected = expected[cell].flatMap({ Int(exactly: $0) }),
                let received = received[cell].flatMap({ Int(exactly: $0) })
            else { return nil }
            return Observation.Sources(received: received, expected: expected)
        }
    }

    /// A part of the cases over all of them; nothing where no return or no case is in.
    static func shares(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations
        .Row]
    {
        let parts = try request.column("part", of: name, for: frame)
        let cases = try request.column("cases", of: name, for: frame)
        let returns = try Returns(for: frame, of: request)
        return try frame.rows { cell in
            guard let part = parts[cell], let all = cases[cell], all > 0 else { return nil }
            return Observation(
                value: part / all, numerator: part, denominator: all, count: part, sources: returns[cell])
        }
    }
}
