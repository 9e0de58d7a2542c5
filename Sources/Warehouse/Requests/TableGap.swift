public import Measures

/// What a dataset that promises to be complete lacks. The figures of these areas and this group are not used: a sum of the records
/// that are there would pass for the whole.
public struct TableGap: Sendable, Hashable {
    /// A column of the dataset's key that has no codes, and the group's value as the engine writes it: `year`, `2023`.
    public struct GroupValue: Sendable, Hashable {
        public var column: String
        public var value: String
    }

    public var group: [GroupValue]
    /// What has no whole record: codes (`female, 25-64`), or the codes of areas.
    public var missing: [String]
    /// The areas, in the order of the partnership's, whose figures are not used.
    public var areas: [AreaCode]

    /// `year 2023`; nil where the key has areas and codes only.
    public var words: String? {
        group.isEmpty ? nil : group.map { "\($0.column) \($0.value)" }.joined(separator: ", ")
    }
}
