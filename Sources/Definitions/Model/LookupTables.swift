/// A published lookup table: from LSOA to ward, from ward to authority.
public struct LookupTable: Sendable, Hashable {
    public var header: [String]
    /// As many values each as the header has.
    public var rows: [[String]]

    public init(header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows
    }
}

/// The lookup tables that `areas:` may name, by their paths below the definitions' folder or the data folder. How a file becomes
/// a table is the host's affair.
public struct LookupTables: Sendable {
    public enum Failure: Error, Sendable, Equatable {
        /// The path leads out of both folders.
        case outside
        case absent
        case unreadable(reason: String)
    }

    private let read: @Sendable (String) -> Result<LookupTable, Failure>

    public init(_ read: @escaping @Sendable (String) -> Result<LookupTable, Failure>) {
        self.read = read
    }

    /// Where no file can be read.
    public static let none = LookupTables { _ in .failure(.absent) }

    func table(_ path: String) -> Result<LookupTable, Failure> { read(path) }
}
