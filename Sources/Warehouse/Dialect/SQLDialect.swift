import Measures
import ModuleKit

/// A way of writing plans as SQL. Everything above it speaks of datasets, plans and answers; everything that one
/// engine does in its own manner stands behind it.
protocol SQLDialect: Sendable {
    /// The engine's name, for a reader.
    var engine: String { get }
    /// What the engine's program is called in the folders of `PATH`.
    var program: String { get }
    /// The oldest version of the engine that will do.
    var leastVersion: String { get }
    /// The engine's store in the state folder, and what else it may leave beside it.
    var store: (file: String, others: [String]) { get }

    /// Part of every key under which an answer is kept: raised when the same plan is written otherwise.
    var version: String { get }

    /// Opens a run: settings, sandbox, the tables, the places.
    func opening(_ session: EngineSession) -> [ScriptItem]
    /// Reads files into a dataset's table, and reports on each.
    func load(_ load: DatasetLoad) -> [ScriptItem]
    /// One statement that tells a Parquet file's columns, their types, and its number of rows, as `ParquetSchema` reads it.
    func parquetColumns(of opened: String) -> String
    /// Looks through a dataset's Parquet files without keeping anything, and reports on each.
    func survey(_ load: DatasetLoad) -> [ScriptItem]
    /// Makes a dataset's table a view of its Parquet files.
    func view(_ load: DatasetLoad, without unfit: [(path: String, rows: [Int])]) -> [ScriptItem]
    /// Removes a table that no dataset has any more.
    func removal(of table: String) -> [ScriptItem]
    /// Whether what the engine complains of is its store, which can be made anew, and not the statement.
    func blamesCache(_ complaint: String) -> Bool
    /// Fails where a table does not hold what the index says.
    func assertion(table: String, stamp: String) -> ScriptItem
    /// One statement that answers a query.
    func statement(_ query: PlannedQuery, over table: RecordTable) -> String
    /// One statement that answers several queries.
    func statement(_ batch: PlannedBatch, over table: RecordTable) -> String
    /// A statement's rows with one column more. A row of one empty text would be a blank line, which is no record.
    func widened(_ statement: String) -> String
    /// One statement that says where a dataset's records lie, in the columns of `PlacementAnswer`.
    func placements(of table: RecordTable, levels: [AreaLevel]) -> String
    /// One statement that says which of some files hold the same records, in the columns of `FileVersions`.
    func versions(of table: RecordTable, among paths: [String]) -> String
    /// One statement that says what a dataset that promises to be complete holds, in the columns of `CompleteKey`.
    func held(_ key: CompleteKey, of table: RecordTable) -> String
    /// One statement that says of which months each sender's records are there, in the columns of `SenderCoverage`.
    func sentMonths(of table: RecordTable, _ senders: DatasetContract.Senders) -> String
}

/// A part of the script that one start of the engine runs.
enum ScriptItem: Sendable, Hashable {
    case statement(String)
    /// A statement whose answer comes back under a name.
    case answer(name: String, String)
    /// A statement that holds a secret: run, and never shown.
    case secret(String, shown: String)
}

/// What one start of the engine works in.
struct EngineSession: Sendable {
    /// Nil where nothing that is kept is asked.
    var database: String?
    var workFolder: String
    /// Folders that it may read.
    var readable: [String]
    var settings: WarehouseSettings
    var places: Places
    /// Set where persons' references are read.
    var personKey: PersonKey?
    var opensForWriting: Bool
}
