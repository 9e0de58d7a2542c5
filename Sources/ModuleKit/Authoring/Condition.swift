/// Conditions on records, written in the rule language.
public enum Condition {
    /// Every condition that is there must hold; nil where none is.
    public static func all(_ conditions: String?...) -> String? {
        let given = conditions.compactMap(\.self)
        return given.count > 1 ? given.map { "(\($0))" }.joined(separator: " and ") : given.first
    }

    /// `column in ["a", "b"]`.
    public static func oneOf(_ column: String, _ values: [String]) -> String {
        "\(column) in [\(values.map(quoted).joined(separator: ", "))]"
    }

    /// `column == "value"`.
    public static func equals(_ column: String, _ value: String) -> String { "\(column) == \(quoted(value))" }

    /// A text as the rule language writes it: a quote within it stands twice.
    public static func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// A number as the rule language writes it: without an exponent, and without a fraction where it has none.
    public static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? "\(value)"
    }
}
