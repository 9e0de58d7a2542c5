public import Measures

/// What became of one data file. Of a file that was read, `records` is the sum of what was loaded, set aside and too old.
public struct DataFile: Sendable, Hashable {
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// Its records count.
        case used
        /// It could not be read.
        case refused = "not used"
        /// It was read, and its dataset is not used.
        case datasetRefused = "dataset not used"
        /// Another file of its dataset is the same, byte for byte: that one is read.
        case copy
    }

    /// Records by what became of them.
    public struct Counts: Sendable, Hashable {
        /// Physical records, the header and blank lines left out.
        public var records: Int
        public var loaded: Int
        public var setAside: Int
        /// Older than the dataset's retention.
        public var tooOld: Int

        public init(records: Int, loaded: Int, setAside: Int, tooOld: Int) {
            self.records = records
            self.loaded = loaded
            self.setAside = setAside
            self.tooOld = tooOld
        }
    }

    /// The dataset, by name.
    public var dataset: String
    /// Below the data folder.
    public var path: String
    public var standing: Standing
    /// Nil of a file that could not be read. Of a copy those of the other file, which counts them.
    public var counts: Counts?
    /// The file that is read in its place.
    public var copyOf: String?
    /// The months of the first and the last date among the records loaded.
    public var firstMonth: Month?
    public var lastMonth: Month?
    /// SHA-256 of the content, in hexadecimal; empty of a file that could not be read.
    public var digest: String

    public init(
        dataset: String, path: String, standing: Standing, counts: Counts?, copyOf: String? = nil,
        firstMonth: Month? = nil, lastMonth: Month? = nil, digest: String
    ) {
        self.dataset = dataset
        self.path = path
        self.standing = standing
        self.counts = counts
        self.copyOf = copyOf
        self.firstMonth = firstMonth
        self.lastMonth = lastMonth
        self.digest = digest
    }
}
