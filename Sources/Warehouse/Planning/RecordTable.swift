import Digests
import Measures
import ModuleKit

/// A dataset as it stands in the engine: its table, its columns, and what a query over it must heed.
struct RecordTable: Sendable, Hashable {
    /// A name made by us: letters, digits and `_` only.
    var name: String
    /// Of a query with record steps, with a column more for each.
    var contract: DatasetContract
    /// Set where the table holds records dated later than the as-of date: those are left out.
    var latestDay: CalendarDate?
    /// The last month that an overlapping period may end with.
    var lastMonth: Month
    /// The area that holds every record of the partnership's own datasets, with its level.
    var whole: Area?

    /// Whether it is a view of files where they lie.
    var isView: Bool { name.hasSuffix(Self.viewEnding) }

    /// The name of the column of a contract's column: its index first, since two names may differ in letter case only.
    func column(_ index: Int) -> String { "c\(index)_\(Self.plain(contract.columns[index].name))" }

    var dateIndex: Int? { contract.dateColumn.flatMap { date in contract.columns.firstIndex { $0.name == date.name } } }
    var areaIndex: Int? { contract.areaColumn.flatMap { area in contract.columns.firstIndex { $0.name == area.name } } }

    /// Whether a record needs a value there though its contract does not say so: the column named `date`, without
    /// which it lies in no period, and the area that a figure is for.
    func requires(_ index: Int) -> Bool {
        index == dateIndex && contract.columns[index].name == "date"
            || index == areaIndex && contract.holding == .figures && contract.extent == .partnership
    }

    /// Whether a record whose area nobody knows is unfit, rather than elsewhere.
    var mustKnowArea: Bool { areaIndex != nil && contract.extent == .partnership }

    /// Whether every record counts for the level's one area, placed or not: the partnership's own, for the whole.
    func isWholeOfAll(_ level: AreaLevel) -> Bool {
        guard let whole, level == whole.level, contract.extent == .partnership else { return false }
        return contract.holding == .records || areaIndex == nil
    }

    /// A table name for a dataset: readable, and different for different datasets.
    static func name(for contract: DatasetContract) -> String {
        "\(plain(contract.name))_\(SHA256.hexadecimal(of: contract.name).prefix(8))"
    }

    private static let viewEnding = "_view"

    /// The name where its files are Parquet. It differs from the table's, so that neither passes for the other.
    var nameOfView: String { isView ? name : name + Self.viewEnding }

    static func isView(_ name: String) -> Bool { name.hasSuffix(viewEnding) }

    private static func plain(_ text: String) -> String {
        String(
            text.lowercased().unicodeScalars.prefix(40).map { scalar in
                let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
                return isPlain ? Character(scalar) : "_"
            })
    }
}

/// The kinds of an answer's columns, in order.
struct AnswerShape: Sendable, Hashable {
    struct Column: Sendable, Hashable {
        var name: String
        var isNumber: Bool
    }

    var columns: [Column]

    init(columns: [Column]) { self.columns = columns }

    init(_ query: PlannedQuery) {
        columns = query.groupings.map { grouping in
            switch grouping.key {
            case .area, .part, .sender: Column(name: grouping.name, isNumber: false)
            case .period: Column(name: grouping.name, isNumber: true)
            case .column(let index):
                Column(name: grouping.name, isNumber: RecordKind(query.contract.columns[index].type) == .number)
            }
        }
        columns += query.measures.map { Column(name: $0.name, isNumber: true) }
    }
}
