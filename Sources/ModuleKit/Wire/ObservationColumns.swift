import Measures

/// Observations as the columns of a table. `area`, `period` and `value` are always there; every other column may be
/// left out, and NaN or the empty text stands for an absent part.
enum ObservationColumns {
    enum Name: String, CaseIterable {
        case area, period, state, value, low, high, numerator, denominator
        case denominatorVintage = "denominator_vintage"
        case count
        case sumOfSquaredWeights = "sum_of_squared_weights"
        case sourcesReceived = "sources_received"
        case sourcesExpected = "sources_expected"
        case provisional, made

        var isText: Bool { self == .area || self == .state || self == .denominatorVintage }
        var isRequired: Bool { self == .area || self == .period || self == .value }
    }

    static func table(_ rows: [ComputedObservations.Row]) -> Table {
        var columns: [(name: String, column: Table.Column)] = []
        for name in Name.allCases {
            if name.isText {
                let values = rows.map { text(name, of: $0) }
                let absent = name == .state ? stateName(.reported) : ""
                guard name.isRequired || values.contains(where: { $0 != absent }) else { continue }
                columns.append((name.rawValue, .texts(values)))
            } else {
                let values = rows.map { number(name, of: $0) ?? .nan }
                guard name.isRequired || values.contains(where: { !$0.isNaN }) else { continue }
                columns.append((name.rawValue, .numbers(values)))
            }
        }
        return Table(columns)
    }

    private static func text(_ name: Name, of row: ComputedObservations.Row) -> String {
        switch name {
        case .area: row.area
        case .state: stateName(row.observation.state)
        default: row.observation.denominatorVintage ?? ""
        }
    }

    private static func number(_ name: Name, of row: ComputedObservations.Row) -> Double? {
        let observation = row.observation
        return switch name {
        case .period: Double(row.period)
        case .value: observation.value
        case .low: observation.bounds?.low
        case .high: observation.bounds?.high
        case .numerator: observation.numerator
        case .denominator: observation.denominator
        case .count: observation.count
        case .sumOfSquaredWeights: observation.sumOfSquaredWeights
        case .sourcesReceived: observation.sources.map { Double($0.received) }
        case .sourcesExpected: observation.sources.map { Double($0.expected) }
        case .provisional: observation.provisional ? 1 : nil
        case .made: observation.made ? 1 : nil
        case .area, .state, .denominatorVintage: nil
        }
    }

    /// The state's name on the wire: `reported`, `missing`, `not due`, `withheld`, `before history`, `module failed`, `no value`.
    static func stateName(_ state: Observation.State) -> String {
        switch state {
        case .reported: "reported"
        case .missing: "missing"
        case .notDue: "not due"
        case .withheld: "withheld"
        case .beforeHistory: "before history"
        case .moduleFailed: "module failed"
        case .noValue: "no value"
        }
    }

    static let states = Dictionary(uniqueKeysWithValues: Observation.State.allCases.map { (stateName($0), $0) })
}
