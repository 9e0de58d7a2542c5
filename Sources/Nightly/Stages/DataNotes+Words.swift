import Diagnostics

extension DataNotes {
    /// Why a file is not used, in words that hold nothing of the file: where its header is missing, the first record stands
    /// where the header should.
    static func reason(_ problems: [any Problem]) -> String {
        guard !problems.isEmpty else { return "the file could not be used" }
        return problems.map(words).joined(separator: "; ")
    }

    private static func words(_ problem: any Problem) -> String {
        switch problem as? DataProblem {
        case .columnMissing(let header, let column, _)?: "the file has no column `\(header)` (`\(column)` in the dataset)"
        default: problem.words
        }
    }
}
