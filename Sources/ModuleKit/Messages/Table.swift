/// Columns of equal length, each with a name: what the warehouse gives to a module, and a module to the host.
public struct Table: Sendable, Hashable {
    public enum Column: Sendable, Hashable {
        /// An absent number is NaN on the wire and nil in `Table.number`.
        case numbers([Double])
        /// An absent text is the empty text.
        case texts([String])

        public var count: Int {
            switch self {
            case .numbers(let values): values.count
            case .texts(let values): values.count
            }
        }
    }

    public private(set) var names: [String]
    public private(set) var columns: [Column]
    public let rowCount: Int

    /// - Precondition: all columns have the same length, and no name stands twice.
    public init(_ columns: [(name: String, column: Column)] = []) {
        names = columns.map(\.name)
        self.columns = columns.map(\.column)
        rowCount = columns.first?.column.count ?? 0
        precondition(columns.allSatisfy { $0.column.count == rowCount }, "columns of a table have one length")
        precondition(Set(names).count == names.count, "columns of a table have different names")
    }

    /// The numbers of a column; empty where there is no such column of numbers.
    public func numbers(_ name: String) -> [Double] {
        guard let index = names.firstIndex(of: name), case .numbers(let values) = columns[index] else { return [] }
        return values
    }

    /// The texts of a column; empty where there is no such column of texts.
    public func texts(_ name: String) -> [String] {
        guard let index = names.firstIndex(of: name), case .texts(let values) = columns[index] else { return [] }
        return values
    }

    public func has(_ name: String) -> Bool { names.contains(name) }
}
