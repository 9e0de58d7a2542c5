public import Measures

/// The records that indicators read: where they lie, what their columns hold, when they are due.
public struct DatasetContract: Sendable, Hashable {
    /// What a row of the dataset is.
    public enum Holding: String, Sendable, Hashable, CaseIterable {
        /// An event or a thing, which lies in every area that holds its place.
        case records
        /// A figure for exactly the area named, never added up into another.
        case figures
    }

    /// How the texts of the files are written.
    public enum Encoding: String, Sendable, Hashable, CaseIterable {
        case utf8 = "utf-8"
        case windows1252 = "windows-1252"
        case latin1 = "latin-1"
        /// In the order of bytes that the file's mark says, else little-endian.
        case utf16 = "utf-16"
    }

    /// Whose records the files hold.
    public enum Extent: String, Sendable, Hashable, CaseIterable {
        /// The partnership's own: a record without a place counts for the whole, an unknown area is unfit.
        case partnership
        /// More than the partnership's, as a police force's file: records of other areas are elsewhere, and a
        /// record without a place belongs to no area of ours.
        case wider
    }

    /// Where a column's values come from.
    public enum Origin: Sendable, Hashable {
        /// The file's column of this header.
        case header(String)
        /// The sum of the numbers under several headers; absent where one of them is. For tables by single years of age.
        case sum([String])
        /// The same for every record: what the files leave out, as the year that a table is of.
        case value(String)

        /// The headers that a file has to have for it.
        public var headers: [String] {
            switch self {
            case .header(let header): [header]
            case .sum(let headers): headers
            case .value: []
            }
        }
    }

    /// Of files that hold the records of several senders, as those of all police forces: who sent a record.
    public struct Senders: Sendable, Hashable {
        /// The column that names the sender.
        public var column: String
        /// The area whose records each sends, by the sender's name in the files. One that is not named here, as a railway police,
        /// has none of its own.
        public var areas: [String: AreaCode]

        public init(column: String, areas: [String: AreaCode]) {
            self.column = column
            self.areas = areas
        }
    }

    public struct Column: Sendable, Hashable {
        /// As rules and modules name it.
        public var name: String
        public var origin: Origin
        public var type: ColumnType
        /// Whether an empty value makes the record unfit.
        public var required: Bool
        /// The values allowed; empty for any.
        public var codes: [String]
        /// Of a sum, the bounds of the sum.
        public var minimum: Double?
        public var maximum: Double?

        public init(
            name: String, header: String, type: ColumnType, required: Bool = false, codes: [String] = [],
            minimum: Double? = nil, maximum: Double? = nil
        ) {
            self.init(
                name: name, origin: .header(header), type: type, required: required, codes: codes, minimum: minimum,
                maximum: maximum)
        }

        public init(
            name: String, origin: Origin, type: ColumnType, required: Bool = false, codes: [String] = [],
            minimum: Double? = nil, maximum: Double? = nil
        ) {
            self.name = name
            self.origin = origin
            self.type = type
            self.required = required
            self.codes = codes
            self.minimum = minimum
            self.maximum = maximum
        }
    }

    public var name: String
    public var title: String
    /// Patterns below the data folder: `**/*-street.csv`. `*` stays within a folder, `**` crosses folders.
    public var files: [String]
    public var encoding: Encoding
    public var columns: [Column]
    /// The columns (by our name) whose values together name a record once; empty where the source promises none.
    public var key: [String]
    /// Whether the source promises every record of its key: for each area, and each value of the key's columns without codes, one for
    /// every code of the others. What lacks one is not used, since a sum of the rest would pass for the whole.
    public var isComplete: Bool
    public var holding: Holding
    public var extent: Extent
    /// Set where a month may be in from one sender and not from another.
    public var senders: Senders?
    /// How often an edition comes; nil for a table that comes once or whenever it does.
    public var every: Grain?
    /// Days after the period's end by which its records are due.
    public var dueDays: Int
    /// Months after a period's end for which its figures may still be revised.
    public var provisionalMonths: Int
    /// Full months for which records are kept; nil where they are for ever. By the clock, never by the as-of date.
    public var retentionMonths: Int?
    /// The share of unfit records over which the dataset is not used.
    public var mostUnfit: Double

    public init(
        name: String, title: String, files: [String], encoding: Encoding = .utf8, columns: [Column], key: [String] = [],
        isComplete: Bool = false, holding: Holding = .records, extent: Extent = .partnership, senders: Senders? = nil,
        every: Grain? = nil, dueDays: Int = 0, provisionalMonths: Int = 0, retentionMonths: Int? = nil,
        mostUnfit: Double = 0.05
    ) {
        self.name = name
        self.title = title
        self.files = files
        self.encoding = encoding
        self.columns = columns
        self.key = key
        self.isComplete = isComplete
        self.holding = holding
        self.extent = extent
        self.senders = senders
        self.every = every
        self.dueDays = dueDays
        self.provisionalMonths = provisionalMonths
        self.retentionMonths = retentionMonths
        self.mostUnfit = mostUnfit
    }

    /// Combinations of codes that a complete dataset may have in each group, at most: two sexes and a hundred ages are 200.
    public static let mostCombinations = 10_000.0

    public func column(_ name: String) -> Column? { columns.first { $0.name == name } }

    /// The column that dates a record: the one of type date or moment that is named `date`, else the first such.
    public var dateColumn: Column? {
        let dated = columns.filter { $0.type == .date || $0.type == .moment }
        return dated.first { $0.name == "date" } ?? dated.first
    }

    /// The column that places a record: the first of type area.
    public var areaColumn: Column? { columns.first { $0.type == .area } }
}

extension DatasetContract {
    /// Whether the day is past by which the records of a period are due: those of the edition that holds the period's last
    /// month. What does not come by the period is never late.
    public func isDue(_ period: Period, on day: CalendarDate) -> Bool {
        guard let every else { return true }
        return Period(every, holding: period.lastMonth).lastDay.advanced(byDays: dueDays) < day
    }

    /// Whether the figures of a period may still be revised.
    public func isProvisional(_ period: Period, on day: CalendarDate) -> Bool {
        provisionalMonths > 0 && period.lastMonth.advanced(by: provisionalMonths) >= day.month
    }
}

extension DatasetContract.Senders {
    /// The level at which every sender has its area; nil where they have them at different ones.
    public func level(in geography: Geography) -> AreaLevel? {
        let levels = Set(areas.values.map { geography.area($0)?.level })
        return levels.count == 1 ? levels.first ?? nil : nil
    }
}
