/// How a data file is written, told by its name.
enum FileFormat: Sendable, Hashable {
    case csv
    /// Queried where it lies: nothing of it is copied.
    case parquet

    init(path: String) {
        self = path.lowercased().hasSuffix(".parquet") ? .parquet : .csv
    }
}
