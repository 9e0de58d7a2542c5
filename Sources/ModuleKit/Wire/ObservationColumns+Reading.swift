import Measures

extension ObservationColumns {
    static func rows(_ table: Table) throws(WireError) -> [ComputedObservations.Row] {
        let columns = try Columns(table)
        var rows: [ComputedObservations.Row] = []
        rows.reserveCapacity(table.rowCount)
        for row in 0..<table.rowCount {
            let period = try columns.whole(.period, row)
            guard let period, let area = columns.text(.area, row) else {
                throw .unfitObservation(column: Name.period.rawValue, row: row)
            }
            rows.append(
                ComputedObservations.Row(area: area, period: period, observation: try observation(columns, row)))
        }
        return rows
    }

    private static func observation(_ columns: Columns, _ row: Int) throws(WireError) -> Observation {
        let stateText = columns.text(.state, row) ?? stateName(.reported)
        guard let state = states[stateText] else {
            throw .unfitObservation(column: Name.state.rawValue, row: row)
        }
        let received = try columns.whole(.sourcesReceived, row)
        let expected = try columns.whole(.sourcesExpected, row)
        guard (received == nil) == (expected == nil) else {
            throw .unfitObservation(column: Name.sourcesReceived.rawValue, row: row)
        }
        var sources: Observation.Sources?
        if let received, let expected { sources = Observation.Sources(received: received, expected: expected) }
        let value = columns.number(.value, row)
        guard state == .reported else {
            guard value == nil else { throw .unfitObservation(column: Name.value.rawValue, row: row) }
            var observation = Observation(absent: state, sources: sources)
            observation.provisional = columns.number(.provisional, row) == 1
            observation.made = columns.number(.made, row) == 1
            return observation
        }
        guard let value else { throw .unfitObservation(column: Name.value.rawValue, row: row) }
        return Observation(
            value: value, bounds: try bounds(columns, row), numerator: columns.number(.numerator, row),
            denominator: columns.number(.denominator, row),
            denominatorVintage: columns.text(.denominatorVintage, row),
            count: try columns.notNegative(.count, row),
            sumOfSquaredWeights: try columns.notNegative(.sumOfSquaredWeights, row), sources: sources,
            provisional: columns.number(.provisional, row) == 1, made: columns.number(.made, row) == 1)
    }

    private static func bounds(_ columns: Columns, _ row: Int) throws(WireError) -> Observation.Bounds? {
        switch (columns.number(.low, row), columns.number(.high, row)) {
        case (nil, nil): return nil
        case (let low?, let high?) where low <= high: return Observation.Bounds(low: low, high: high)
        default: throw .unfitObservation(column: Name.low.rawValue, row: row)
        }
    }

    /// The columns found, by place, so that no name is looked up for a row.
    private struct Columns {
        private var numbers: [[Double]] = Array(repeating: [], count: Name.allCases.count)
        private var texts: [[String]] = Array(repeating: [], count: Name.allCases.count)

        init(_ table: Table) throws(WireError) {
            var found: Set<Name> = []
            for (text, column) in zip(table.names, table.columns) {
                guard let name = Name(rawValue: text) else { throw .badColumn(text, .unknown) }
                switch column {
                case .numbers(let values) where !name.isText: numbers[name.place] = values
                case .texts(let values) where name.isText: texts[name.place] = values
                case .numbers: throw .badColumn(text, .unknownType("f64"))
                case .texts: throw .badColumn(text, .unknownType("text"))
                }
                found.insert(name)
            }
            for name in Name.allCases where name.isRequired && !found.contains(name) {
                throw .badColumn(name.rawValue, .missing)
            }
        }

        func number(_ name: Name, _ row: Int) -> Double? {
            let values = numbers[name.place]
            guard row < values.count, !values[row].isNaN else { return nil }
            return values[row]
        }

        func whole(_ name: Name, _ row: Int) throws(WireError) -> Int? {
            guard let number = number(name, row) else { return nil }
            guard let whole = Int(exactly: number) else { throw .unfitObservation(column: name.rawValue, row: row) }
            return whole
        }

        func notNegative(_ name: Name, _ row: Int) throws(WireError) -> Double? {
            let number = number(name, row)
            if let number, number < 0 { throw .unfitObservation(column: name.rawValue, row: row) }
            return number
        }

        func text(_ name: Name, _ row: Int) -> String? {
            let values = texts[name.place]
            return row < values.count && !values[row].isEmpty ? values[row] : nil
        }
    }
}

extension ObservationColumns.Name {
    /// The place among all names.
    fileprivate var place: Int {
        switch self {
        case .area: 0
        case .period: 1
        case .state: 2
        case .value: 3
        case .low: 4
        case .high: 5
        case .numerator: 6
        case .denominator: 7
        case .denominatorVintage: 8
        case .count: 9
        case .sumOfSquaredWeights: 10
        case .sourcesReceived: 11
        case .sourcesExpected: 12
        case .provisional: 13
        case .made: 14
        }
    }
}
