import Disclosure
public import Measures

/// What is in of a dataset that comes by the period, and what is not.
public struct DatasetEditions: Sendable, Hashable {
    public enum Standing: Sendable, Hashable {
        case isIn
        /// Due and not there, so many days after the last day on which it was in time.
        case late(days: Int)
        /// Not due yet, whether some of it is there or not.
        case notDue
    }

    public struct Edition: Sendable, Hashable {
        public var period: Period
        /// The last day on which it is in time.
        public var due: CalendarDate
        public var standing: Standing
        /// Its records that are there, of a file that holds other areas' too those of the partnership; nil where an audience
        /// may not know.
        public var records: Int?
        /// How many records its forerunners held in the middle; nil where too few are in to tell, and where an audience may
        /// not know.
        public var usual: Double?
        /// Whether it is there and no record of it lies in the partnership.
        public var isElsewhere: Bool

        public init(
            period: Period, due: CalendarDate, standing: Standing, records: Int?, usual: Double? = nil,
            isElsewhere: Bool = false
        ) {
            self.period = period
            self.due = due
            self.standing = standing
            self.records = records
            self.usual = usual
            self.isElsewhere = isElsewhere
        }
    }

    /// The dataset, by name.
    public var dataset: String
    public var title: String
    public var every: Grain
    /// Days after an edition's end by which it is due.
    public var dueDays: Int
    /// The newest ones, oldest first, up to the one that runs.
    public var editions: [Edition]

    public init(dataset: String, title: String, every: Grain, dueDays: Int, editions: [Edition]) {
        self.dataset = dataset
        self.title = title
        self.every = every
        self.dueDays = dueDays
        self.editions = editions
    }
}

extension DatasetEditions {
    /// As an audience may see it. How many records there are is no figure of a KPI, and so no disclosure control holds it against those: one
    /// month less the day before would tell of a day, and a dataset of another that holds the same events. Only who sees every figure is told.
    func disclosed(by policy: DisclosurePolicy) -> DatasetEditions {
        guard !policy.isOpen else { return self }
        var disclosed = self
        for place in editions.indices {
            (disclosed.editions[place].records, disclosed.editions[place].usual) = (nil, nil)
        }
        return disclosed
    }

    /// The newest edition that is in.
    var lastIn: Edition? { editions.last { $0.standing == .isIn } }
    /// The next that is due.
    var next: Edition? { editions.first { $0.standing == .notDue } }

    /// The editions that are late, the newest first, each with the days.
    var late: [(edition: Edition, days: Int)] {
        editions.reversed().compactMap { edition in
            if case .late(let days) = edition.standing { (edition, days) } else { nil }
        }
    }

    /// The late editions in words, the newest first: `May 2024 (12 days late)`; of many, the first ones and how many more.
    ///
    /// - Parameter periods: only those that share a month with one of these; nil for all.
    func lateWords(within periods: [Period]? = nil) -> [String] {
        let told = late.filter { late in periods?.contains(where: late.edition.period.overlaps) ?? true }
        let words = told.map { "\($0.edition.period.title) (\(PlainText.counted($0.days, "day")) late)" }
        guard words.count > Self.mostLate else { return words }
        return words.prefix(Self.mostLate) + ["and \(words.count - Self.mostLate) before"]
    }

    private static let mostLate = 3
}

extension DatasetEditions.Standing {
    /// For a program: `in`, `late`, `not-due`.
    var code: String {
        switch self {
        case .isIn: "in"
        case .late: "late"
        case .notDue: "not-due"
        }
    }

    var daysLate: Int? { if case .late(let days) = self { days } else { nil } }
}
