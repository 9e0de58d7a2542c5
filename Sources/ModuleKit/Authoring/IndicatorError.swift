/// Why an indicator can't plan or compute a KPI. It fails that KPI alone.
public enum IndicatorError: Error, Sendable, Hashable {
    case unknownIndicator(String)
    case missingParameter(String)
    case unfitParameter(String, expected: String)
    case unfitUnit(String, expected: String)
    case unknownGrain(String)
    /// The host gave no table for a query.
    case missingTable(String)
    case missingColumn(String, table: String)
    /// A group that should be one has two rows.
    case repeatedGroup(String, table: String)
    /// What this indicator can't be told for.
    case unsupported(String)
    /// What the data hold that they can't.
    case unfitData(String)
}

extension IndicatorError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownIndicator(let name): "this module has no indicator '\(name)'"
        case .missingParameter(let name): "the parameter '\(name)' is missing"
        case .unfitParameter(let name, let expected): "the parameter '\(name)' is not \(expected)"
        case .unfitUnit(let unit, let expected): "the unit '\(unit)' does not suit: it takes \(expected)"
        case .unknownGrain(let grain): "'\(grain)' is no grain"
        case .missingTable(let name): "the table '\(name)' was not given"
        case .missingColumn(let name, let table): "the table '\(table)' has no column '\(name)'"
        case .repeatedGroup(let group, let table): "the table '\(table)' has two rows for \(group)"
        case .unsupported(let words), .unfitData(let words): words
        }
    }
}
