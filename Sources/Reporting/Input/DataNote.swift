/// Something about the data files that readers of a list should know. It never holds a record's value.
public struct DataNote: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Nothing of the dataset could be used: its KPIs are not assessed.
        case datasetRefused = "dataset not used"
        /// No file of the dataset is there.
        case datasetMissing = "no file"
        case fileRefused = "file not used"
        /// A file that seems to be another version of one that counts too.
        case fileVersions = "file in two versions"
        /// A table that lacks records which it promises.
        case incomplete = "not complete"
        case recordsSetAside = "records set aside"
        case recordsRepeated = "repeated records"
        /// Records that count for the whole and for none of its parts.
        case recordsUnplaced = "records without a place"
        /// An edition that holds fewer than half of the records that are usual; with fewer than a tenth it is not in.
        case fewerRecords = "fewer records than usual"
        /// So many more that one of its files may be there in two versions.
        case moreRecords = "more records than usual"
        case other = "note"
    }

    public var kind: Kind
    /// The dataset, by name.
    public var dataset: String
    /// The dataset's title.
    public var title: String
    /// Below the data folder; nil where the whole dataset is meant.
    public var file: String?
    /// Counted from 1.
    public var line: Int?
    /// The column's name in the dataset.
    public var column: String?
    public var reason: String
    /// What an audience that may not see every count is told in its place; nil where the reason holds no count of records that are used.
    public var reasonWithoutCounts: String?
    /// How many records it concerns; nil where it isn't about records.
    public var count: Int?

    public init(
        kind: Kind, dataset: String, title: String, file: String? = nil, line: Int? = nil, column: String? = nil,
        reason: String, withoutCounts: String? = nil, count: Int? = nil
    ) {
        self.kind = kind
        self.dataset = dataset
        self.title = title
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
        reasonWithoutCounts = withoutCounts
        self.count = count
    }
}

extension DataNote {
    /// What readers are told who don't see every figure: what is wrong with which data, and neither how often nor where. Nil of what would
    /// say how many records there are of a period.
    var withoutCounts: DataNote? {
        switch kind {
        case .fewerRecords, .moreRecords: return nil
        case .recordsSetAside, .recordsRepeated, .recordsUnplaced:
            return DataNote(kind: kind, dataset: dataset, title: title, reason: reasonWithoutCounts ?? reason)
        case .datasetRefused, .datasetMissing, .fileRefused, .fileVersions, .incomplete, .other:
            return DataNote(
                kind: kind, dataset: dataset, title: title, file: file, reason: reasonWithoutCounts ?? reason)
        }
    }
}
