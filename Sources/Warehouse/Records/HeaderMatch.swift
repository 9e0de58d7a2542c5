import Diagnostics
import ModuleKit

/// Where a contract's columns stand in one file. Files with an equal match can be read by one statement.
struct HeaderMatch: Sendable, Hashable {
    var fieldCount: Int
    /// For each column of the contract, the index of its field.
    var places: [Int]

    static func match(_ header: [String], to contract: DatasetContract) -> Result<HeaderMatch, HeaderMismatch> {
        var problems: [DataProblem] = []
        var places: [Int] = []
        for column in contract.columns {
            let found = header.indices.filter { header[$0] == column.header }
            switch found.count {
            case 1: places.append(found[0])
            case 0: problems.append(.columnMissing(header: column.header, column: column.name, headers: header))
            default: problems.append(.columnRepeated(header: column.header))
            }
        }
        guard problems.isEmpty else { return .failure(HeaderMismatch(problems: problems)) }
        return .success(HeaderMatch(fieldCount: header.count, places: places))
    }
}

struct HeaderMismatch: Error { var problems: [DataProblem] }
