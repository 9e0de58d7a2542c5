public import Diagnostics
public import ModuleKit

/// What a fetch brings: a table or a failure for every query, and a receipt for every dataset.
public struct FetchResult: Sendable {
    public var tables: [QueryIdentity: Result<Table, QueryFailure>]
    /// In the order of the request's contracts.
    public var receipts: [DatasetReceipt]
    /// How often the engine was started; none where every result was kept from an earlier run.
    public var engineStarts: Int
    /// The engine's name and version.
    public var engine: String

    /// What was found wrong with files and datasets, in order of place.
    public var diagnostics: DiagnosticReport {
        DiagnosticReport(receipts.flatMap(\.diagnostics))
    }

    public func receipt(_ dataset: String) -> DatasetReceipt? { receipts.first { $0.dataset == dataset } }
}

/// Why one query has no table. Other queries of the run are not touched by it.
public enum QueryFailure: Error, Sendable, Equatable {
    /// The query itself is wrong; `beacon check` says the same.
    case invalid([QueryFinding])
    /// The dataset has no file at all.
    case datasetMissing(String)
    /// The dataset's files, or too many of its records, cannot be used.
    case datasetRefused(String)
    /// The engine could not answer; in its words.
    case engine(String)
}

extension QueryFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .invalid(let findings): findings.map(\.problem.words).joined(separator: "; ")
        case .datasetMissing(let dataset): "dataset `\(dataset)` has no file"
        case .datasetRefused(let dataset): "dataset `\(dataset)` cannot be used"
        case .engine(let complaint): "the query engine failed: \(complaint)"
        }
    }
}

/// One thing wrong with a query: where it lies in a text of the query, its place in that text.
public struct QueryFinding: Error, Sendable, Equatable {
    public var problem: any Problem
    /// The text that holds the problem: a filter or a measure's expression; nil for the query's own parts.
    public var text: String?
    /// The UTF-8 range in `text`; empty where there is none.
    public var range: Range<Int>

    public init(_ problem: any Problem, text: String? = nil, at range: Range<Int> = 0..<0) {
        self.problem = problem
        self.text = text
        self.range = range
    }

    public static func == (left: QueryFinding, right: QueryFinding) -> Bool {
        left.text == right.text && left.range == right.range && left.problem.code == right.problem.code
            && left.problem.words == right.problem.words
    }
}
