public import Measures

/// What a module asks of the warehouse: records of one dataset, filtered, grouped and measured. A value, not SQL: the
/// warehouse writes it in the dialect of its engine.
///
/// The answer is a `Table` with a column per grouping (named as `Grouping.columnName`) and per measure, and a row
/// per group that has a record. Groups without a record have no row.
public struct Query: Sendable, Hashable {
    /// Unique among the queries of one KPI: `incidents`, `population`.
    public var name: String
    public var dataset: String
    /// Columns that are worked out for every record first, in this order; a later one may name an earlier.
    public var steps: [RecordStep]
    /// A condition on records in the rule language (`offence in ["Robbery"] and victim_age < 25`); nil for all.
    public var filter: String?
    public var groupings: [Grouping]
    public var measures: [Measure]

    public init(
        _ name: String, of dataset: String, steps: [RecordStep] = [], where filter: String? = nil, by groupings: [Grouping],
        measures: [Measure]
    ) {
        self.name = name
        self.dataset = dataset
        self.steps = steps
        self.filter = filter
        self.groupings = groupings
        self.measures = measures
    }
}

public enum Grouping: Sendable, Hashable {
    /// By the area of a level in which the record lies; text column `area` of area codes. Records that lie in
    /// no area of the level are in no row.
    case area(level: String)
    /// Beside the area, by the area of a smaller level in which the record lies; text column `part` of area codes. Records that
    /// lie in only one of the two are in no row.
    case part(level: String)
    /// By the area whose records the record's sender sends, wherever the record lies and whether it has a place or not; text
    /// column `area`. Of the whole's level every record of the files is the whole's. Only for the whole, and for datasets that name
    /// their senders, at the level of their areas.
    case sender(level: String)
    /// By the periods of a grain that hold the record's date; number column `period` of ordinals. On the
    /// overlapping grains a record is in every period that holds it.
    case period(grain: String)
    /// By the value of a column.
    case column(String)

    public static func area(_ level: AreaLevel) -> Grouping { .area(level: level.rawValue) }
    public static func period(_ grain: Grain) -> Grouping { .period(grain: grain.rawValue) }

    public var columnName: String {
        switch self {
        case .area, .sender: "area"
        case .part: "part"
        case .period: "period"
        case .column(let name): name
        }
    }
}

/// One figure of each group. Where it takes an expression, that is text in the rule language over the dataset's
/// columns: a column's name, arithmetic, `days_between(a, b)`, `hours_between(a, b)`, or a condition.
public struct Measure: Sendable, Hashable {
    public enum Function: Sendable, Hashable {
        /// Records in the group.
        case count
        /// Records that satisfy a condition.
        case countWhere(String)
        /// Different values, nulls left out.
        case distinct(String)
        case sum(String)
        case average(String)
        case median(String)
        /// The value below which this part (0 to 1) of the values lies, interpolated.
        case quantile(String, Double)
        case minimum(String)
        case maximum(String)
    }

    public var name: String
    public var function: Function

    public init(_ name: String, _ function: Function) {
        self.name = name
        self.function = function
    }
}
