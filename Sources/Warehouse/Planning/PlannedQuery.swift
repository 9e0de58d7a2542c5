import Measures
import ModuleKit

/// A query whose names are found and whose expressions are typed: all that a dialect needs to write it.
struct PlannedQuery: Sendable, Hashable {
    /// By its index among the contracts.
    var dataset: Int
    /// The dataset's, with a column more for each step: what expressions and groupings name by index.
    var contract: DatasetContract
    var steps: [PlannedStep]
    var filter: RecordExpression?
    var groupings: [PlannedGrouping]
    var measures: [PlannedMeasure]
}

struct PlannedGrouping: Sendable, Hashable {
    enum Key: Sendable, Hashable {
        case area(AreaLevel)
        case part(AreaLevel)
        case sender(AreaLevel)
        case period(Grain)
        case column(Int)
    }

    var name: String
    var key: Key
}

struct PlannedMeasure: Sendable, Hashable {
    enum Function: Sendable, Hashable {
        case count
        case countWhere(RecordExpression)
        case distinct(RecordExpression)
        case sum(RecordExpression)
        case average(RecordExpression)
        case quantile(RecordExpression, Double)
        case minimum(RecordExpression)
        case maximum(RecordExpression)

        /// Whether the figure of a union follows from the figures of its parts.
        var addsUp: Bool {
            switch self {
            case .count, .countWhere, .sum, .minimum, .maximum: true
            case .distinct, .average, .quantile: false
            }
        }
    }

    var name: String
    var function: Function
}
