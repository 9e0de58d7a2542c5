import Measures
import ModuleKit

/// Queries over the same records, filtered and measured alike, that one statement with grouping sets answers.
///
/// Its columns: a number that says which set a row belongs to, the level where places are joined, the keys, the
/// measures.
struct PlannedBatch: Sendable, Hashable {
    /// Any of them, for what they have in common: contract, steps, filter and measures.
    var query: PlannedQuery
    /// The levels whose areas are joined, each with all sets; empty where none is.
    var levels: [AreaLevel]
    /// All keys of all queries, in the order in which each query has its own; the area of any level is one key.
    var keys: [PlannedGrouping.Key]
    /// The sets asked for, by the indices of keys.
    var sets: [[Int]]

    /// The number of a set as the engine tells it: a bit for every key, the first the highest, set where the key is not in it.
    func number(of set: [Int]) -> Int { keys.indices.reduce(0) { $0 << 1 | (set.contains($1) ? 0 : 1) } }
}

/// A query's place in a batch: what it must have in common with the others, and what it has of its own.
struct BatchPlace: Sendable, Hashable {
    /// Equal for queries that can be answered together.
    struct Likeness: Sendable, Hashable {
        enum Area: Sendable, Hashable { case none, whole, joined }

        var table: RecordTable
        var stamp: String
        var steps: [PlannedStep]
        var filter: RecordExpression?
        var measures: [PlannedMeasure.Function]
        var area: Area
        var isByPeriod: Bool
    }

    var likeness: Likeness
    /// The level whose areas are joined.
    var level: AreaLevel?
    /// Its keys but for the area.
    var keys: [PlannedGrouping.Key] = []

    /// Nil for a query that is asked by itself: one without groups, which has no row where no record is; of overlapping periods,
    /// which repeat records; of parts or senders, which few queries share; or with keys in another order than a batch has them, which its rows would follow.
    init?(_ query: PlannedQuery, over table: RecordTable, stamp: String) {
        let ranks = query.groupings.map { $0.key.rank }
        guard !ranks.isEmpty, zip(ranks, ranks.dropFirst()).allSatisfy(<) else { return nil }
        likeness = Likeness(
            table: table, stamp: stamp, steps: query.steps, filter: query.filter, measures: query.measures.map(\.function),
            area: .none, isByPeriod: false)
        likeness.table.contract = query.contract
        for key in query.groupings.map(\.key) {
            switch key {
            case .area(let level):
                likeness.area = table.isWholeOfAll(level) ? .whole : .joined
                self.level = level
                continue
            case .period(let grain):
                guard !grain.overlaps else { return nil }
                likeness.isByPeriod = true
            case .part, .sender: return nil
            case .column: break
            }
            keys.append(key)
        }
    }
}

extension PlannedGrouping.Key {
    /// The order of keys in a batch: the area, periods, columns.
    var rank: Int {
        switch self {
        case .area, .part, .sender: 0
        case .period(let grain): 1 + (Grain.allCases.firstIndex(of: grain) ?? 0)
        case .column(let index): 1 + Grain.allCases.count + index
        }
    }
}
