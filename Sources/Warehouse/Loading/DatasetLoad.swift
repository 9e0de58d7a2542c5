import Measures
import ModuleKit

/// Files to be read into one dataset's table.
struct DatasetLoad: Sendable {
    struct Source: Sendable, Hashable {
        /// Below the data folder: what the records are kept under.
        var path: String
        /// What the engine opens: the file itself, or a regular copy of it.
        var opened: String
        var match: HeaderMatch
        var lineEnds: FileSurvey.LineEnds
        /// Of a Parquet file.
        var schema: ParquetSchema?
    }

    var table: RecordTable
    /// In the order of their paths.
    var sources: [Source]
    /// The folder in front of the path of a source that is opened itself.
    var root: String
    /// Paths whose records leave the table first; nil to make the table anew.
    var replacing: [String]?
    /// What the table holds before, where it is not made anew.
    var stampBefore: String?
    var stampAfter: String
    var earliestDay: CalendarDate
    /// The last day that a date may have.
    var latestDay: CalendarDate
}
