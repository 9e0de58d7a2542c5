public import Measures
import ModuleKit

/// Two files of a dataset of which one seems to be another version of the other: in the months that both hold, most of what is in
/// the one with less is in the other too. Both are counted. Two senders' files share next to nothing.
public struct FileVersions: Sendable, Hashable {
    /// Below the data folder, the first by path.
    public var first: String
    public var second: String
    /// Records of `second` that `first` holds too.
    public var records: Int
    /// The months of the first and the last of them; nil where they have no date.
    public var firstMonth: Month?
    public var lastMonth: Month?

    /// Contents that two files must have in common at least: one or two can be equal by chance.
    static let leastAlike = 3

    static let shape = AnswerShape(
        columns: ["first", "second"].map { AnswerShape.Column(name: $0, isNumber: false) }
            + ["records", "since", "until"].map { AnswerShape.Column(name: $0, isNumber: true) })

    static func pairs(_ table: Table) -> [FileVersions] {
        func month(_ name: String, _ row: Int) -> Month? {
            let ordinal = table.numbers(name)[row]
            return ordinal.isNaN ? nil : Month(ordinal: Int(ordinal))
        }
        return (0..<table.rowCount).map { row in
            FileVersions(
                first: table.texts("first")[row], second: table.texts("second")[row],
                records: Int(table.numbers("records")[row]), firstMonth: month("since", row), lastMonth: month("until", row))
        }
    }

    /// The files whose months meet another's, in the order of their paths: none where each month came in one file, so that nothing
    /// has to be asked.
    static func candidates(_ files: [CacheIndex.File], isDated: Bool) -> [String] {
        let holding = files.filter { $0.loaded > 0 }
        guard isDated else { return holding.count > 1 ? holding.map(\.path).sorted() : [] }
        var spans = holding.compactMap { file -> (path: String, first: Month, last: Month)? in
            guard let first = file.receipt.firstMonth, let last = file.receipt.lastMonth else { return nil }
            return (file.path, first, last)
        }
        spans.sort { ($0.first, $0.path) < ($1.first, $1.path) }
        var found: Set<String> = []
        var longest = spans.first
        for span in spans.dropFirst() {
            guard let before = longest else { break }
            if span.first <= before.last { found.formUnion([before.path, span.path]) }
            if span.last > before.last { longest = span }
        }
        return found.sorted()
    }

    /// `2024-03`, or `2024-01 to 2024-03`; nil where they have no date.
    public var months: String? {
        guard let firstMonth, let lastMonth else { return nil }
        return firstMonth == lastMonth ? "\(firstMonth)" : "\(firstMonth) to \(lastMonth)"
    }
}
