import Diagnostics
import ModuleKit

/// Where a contract's columns stand in one file. Files with an equal match can be read by one statement.
struct HeaderMatch: Sendable, Hashable {
    var fieldCount: Int
    /// For each column of the contract, the indices of its fields: one, several of a sum, or none of a stated value.
    var places: [[Int]]

    static func match(_ header: [String], to contract: DatasetContract) -> Result<HeaderMatch, HeaderMismatch> {
        var problems: [DataProblem] = []
        var places: [[Int]] = []
        for column in contract.columns {
            places.append([])
            for name in column.origin.headers {
                let found = header.indices.filter { header[$0] == name }
                switch found.count {
                case 1: places[places.count - 1].append(found[0])
                case 0: problems.append(.columnMissing(header: name, column: column.name, headers: header))
                default: problems.append(.columnRepeated(header: name))
                }
            }
        }
        guard problems.isEmpty else { return .failure(HeaderMismatch(problems: problems)) }
        return .success(HeaderMatch(fieldCount: header.count, places: places))
    }
}

struct HeaderMismatch: Error { var problems: [DataProblem] }
