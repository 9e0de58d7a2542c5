/// A column that is worked out for every record of a dataset before a query filters and groups them: from the other records of the same
/// person or place, or from where the record lies. A query's filter, groupings and measures may name it like a column of the file.
///
/// A step sees every record of the dataset up to the as-of date, whatever the query's own filter, so that a repeat is found where the first
/// record lies before the period. Records are ordered by the dataset's date, those of one moment by file and line.
public struct RecordStep: Sendable, Hashable {
    public enum Function: Sendable, Hashable {
        /// Days by the calendar since the previous record with the same values in these columns; absent for the first, and where
        /// any of the values or the date is absent.
        case gap(of: [String])
        /// How many records with the same values in these columns lie in so many days (1 to `mostDays`) up to this one, itself
        /// among them; those of one moment count for each other, and one exactly so many days before still counts: of two records
        /// the later has a count of 2 where its gap is at most so many days. Absent where any of the values or the date is.
        case count(of: [String], withinDays: Int)
        /// The cell of a grid of squares of about so many metres (1 to `mostMetres`) in which the record lies, as the text `row:column`;
        /// absent where the columns, degrees of WGS 84, hold no place on Earth. Rows follow the latitude; in each row the columns
        /// follow the longitude at the latitude of the row's middle. A degree of latitude is `metresInDegree` long.
        case grid(longitude: String, latitude: String, metres: Double)
    }

    /// A hundred years.
    public static let mostDays = 36_525
    public static let mostMetres = 100_000
    /// Of a sphere with the Earth's mean radius, 6,371,008.8 m (IUGG).
    public static let metresInDegree = 111_195.08

    /// The column's name, different from those of the dataset's columns.
    public var name: String
    public var function: Function
    /// Only records that satisfy this condition count for the step; for others the column is absent. Nil for all.
    public var among: String?

    public init(_ name: String, _ function: Function, among: String? = nil) {
        self.name = name
        self.function = function
        self.among = among
    }

    /// The columns that it names outside of `among`.
    public var columns: [String] {
        switch function {
        case .gap(let columns), .count(let columns, _): columns
        case .grid(let longitude, let latitude, _): [longitude, latitude]
        }
    }

    /// The type of the column.
    public var type: ColumnType {
        switch function {
        case .gap, .count: .whole
        case .grid: .text
        }
    }
}

extension RecordStep: Codable {
    private enum Keys: String, CodingKey { case name, step, of, days, longitude, latitude, metres, among }
    private enum Kind: String, Codable { case gap, count, grid }

    /// `{"name": "since_last", "step": "gap", "of": ["child"]}`, `{"name": "in_90_days", "step": "count", "of": ["child"], "days": 90}`,
    /// `{"name": "cell", "step": "grid", "longitude": "lon", "latitude": "lat", "metres": 100}`; each may have `"among": condition`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(name, forKey: .name)
        try container.encodeIfPresent(among, forKey: .among)
        switch function {
        case .gap(let columns):
            try container.encode(Kind.gap, forKey: .step)
            try container.encode(columns, forKey: .of)
        case .count(let columns, let days):
            try container.encode(Kind.count, forKey: .step)
            try container.encode(columns, forKey: .of)
            try container.encode(days, forKey: .days)
        case .grid(let longitude, let latitude, let metres):
            try container.encode(Kind.grid, forKey: .step)
            try container.encode(longitude, forKey: .longitude)
            try container.encode(latitude, forKey: .latitude)
            try container.encode(metres, forKey: .metres)
        }
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let function: Function =
            switch try container.decode(Kind.self, forKey: .step) {
            case .gap: .gap(of: try container.decode([String].self, forKey: .of))
            case .count:
                .count(
                    of: try container.decode([String].self, forKey: .of),
                    withinDays: try container.decode(Int.self, forKey: .days))
            case .grid:
                .grid(
                    longitude: try container.decode(String.self, forKey: .longitude),
                    latitude: try container.decode(String.self, forKey: .latitude),
                    metres: try container.decode(Double.self, forKey: .metres))
            }
        self.init(
            try container.decode(String.self, forKey: .name), function,
            among: try container.decodeIfPresent(String.self, forKey: .among))
    }
}
