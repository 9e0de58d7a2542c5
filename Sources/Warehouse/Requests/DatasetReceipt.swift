public import Diagnostics
public import Measures

/// What became of one dataset's files and records.
public struct DatasetReceipt: Sendable {
    public var dataset: String
    /// In the order of their paths.
    public var files: [FileReceipt]
    /// Files that were not read, since another of the dataset is the same: further names of a file, and copies byte for byte.
    public var copies: [FileCopy] = []
    /// The files that hold most of what another holds, and count beside it.
    public var versions: [FileVersions] = []
    /// The first records set aside, at most `listLimit` a file, by file and line; `setAsideCounts` has them all.
    public var setAside: [SetAsideRecord]
    /// How many records were set aside, by reason.
    public var setAsideCounts: [SetAsideReason: Int]
    /// Where the records loaded lie, month by month; a month of nil holds those without a date.
    public var placements: [MonthPlacement]
    /// Which months are in from whom; nil where the dataset does not name its senders.
    public var senders: SenderCoverage?
    /// What a dataset that promises to be complete lacks.
    public var gaps: [TableGap] = []
    /// Whether any loaded file lies below a folder named `sample`: made records.
    public var made: Bool
    /// Whether the dataset's queries get tables.
    public var standing: Standing
    public var diagnostics: [Diagnostic]

    public enum Standing: String, Sendable, Codable {
        case usable
        /// No file matches.
        case missing
        /// Every file, or too great a share of the records, is unfit.
        case refused
    }

    /// Records of one file listed one by one at most; a file of the state folder has all of them.
    public static let listLimit = 1_000

    /// Records in the files that were read, loaded or set aside.
    public var records: Int { files.reduce(0) { $0 + $1.records } }
    public var loaded: Int { files.reduce(0) { $0 + $1.loaded } }
    /// Records older than the dataset's retention.
    public var expired: Int { files.reduce(0) { $0 + $1.expired } }
    public var setAsideCount: Int { files.reduce(0) { $0 + $1.setAside } }

    /// The months that hold at least one loaded record dated no later than the as-of date.
    public var months: [Month] { placements.filter { $0.records > 0 }.compactMap(\.month) }
    /// Records that lie in areas that are not the partnership's.
    public var elsewhere: Int { placements.reduce(0) { $0 + $1.elsewhere } }
    /// Records without an area.
    public var unplaced: Int { placements.reduce(0) { $0 + $1.unplaced } }
}

/// One file's account: records are loaded or set aside, or the file is refused and none is used.
public struct FileReceipt: Sendable, Hashable {
    /// Below the data folder, with `/`.
    public var path: String
    /// Physical records, the header and blank lines left out. Of a refused file nothing is counted.
    public var records: Int
    public var loaded: Int
    public var setAside: Int
    /// Older than the dataset's retention: read, and neither loaded nor kept.
    public var expired: Int
    public var refused: Bool
    /// SHA-256 of the content, in hexadecimal; empty of a refused file.
    public var digest: String
    /// How many records were set aside, by reason.
    public var reasons: [SetAsideReason: Int] = [:]
    /// Of the records whose key came before: how many came before in another file, by its path.
    public var repeatedFrom: [String: Int] = [:]
    /// The months of the first and the last date among the records loaded; nil where none has a date.
    public var firstMonth: Month?
    public var lastMonth: Month?
}

/// A file that is the same as another of its dataset.
public struct FileCopy: Sendable, Hashable {
    public var path: String
    /// The file that is read in its place.
    public var first: String
}

/// The records of one month, by where they lie. Only records dated no later than the as-of date.
public struct MonthPlacement: Sendable, Hashable, Codable {
    var monthOrdinal: Int?
    /// All of the month's loaded records.
    public var records: Int
    /// Their area is not one of the partnership's.
    public var elsewhere: Int
    /// They name no area.
    public var unplaced: Int
    /// By level, the records that lie in at least one area of it.
    public var placed: [String: Int]

    public var month: Month? { monthOrdinal.map(Month.init(ordinal:)) }

    /// Records that lie in the partnership but in no area of `level`, as those of an old code whose successors lie in
    /// two wards.
    public func inWholeOnly(_ level: AreaLevel) -> Int {
        max(0, records - elsewhere - unplaced - (placed[level.rawValue] ?? 0))
    }
}
