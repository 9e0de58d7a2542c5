/// A record that does not fit its contract: where it stands and why. Its value is never here.
public struct SetAsideRecord: Sendable, Hashable, Codable {
    public var file: String
    /// The physical line, counted from 1, at which the record starts; of a Parquet file, the row.
    public var line: Int
    /// By the dataset's own name of it; nil where the whole record is unfit.
    public var column: String?
    public var reason: SetAsideReason
    /// Of a repeated key, the other file whose record counts; nil where that is the same file.
    public var countedIn: String?
}

public enum SetAsideReason: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Not as many fields as the header.
    case fieldCount = "wrong number of fields"
    /// Quotes that do not close, or text behind a closing quote.
    case quotes = "quotes do not close"
    /// A line of over a megabyte.
    case tooLong = "line too long"
    /// Bytes that are no text in the dataset's encoding.
    case encoding = "not in the encoding"
    /// The value is not of the column's type.
    case type = "wrong type"
    /// A required value is empty.
    case missing = "required value missing"
    case code = "not an allowed value"
    case range = "out of range"
    /// Before 1990, or more than a year after the as-of date.
    case date = "date out of range"
    /// No area of the partnership.
    case area = "unknown area"
    /// The same key as an earlier record.
    case repeated = "repeated key"

    public static func < (left: SetAsideReason, right: SetAsideReason) -> Bool { left.rawValue < right.rawValue }
}
