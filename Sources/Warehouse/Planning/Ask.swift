import Measures
import ModuleKit

/// One statement for the engine: of a question by itself, or of several that are answered together.
struct Ask: Sendable {
    /// A question's part of the answer.
    struct Part: Sendable {
        var question: Question
        /// Where the question's columns stand in the answer.
        var places: [Int]
        /// What a row holds in its first columns that is the question's; nil where all are.
        var mark: [String]?
    }

    /// Under which the answer comes back.
    var name: String
    var statement: String
    var parts: [Part]

    var isBatch: Bool { parts.count > 1 }

    /// The table of one of the parts.
    func table(_ part: Part, _ rows: [[String]]) throws(WarehouseError) -> Table {
        try AnswerReader.table(
            part.mark.map { mark in rows.filter { $0.starts(with: mark) } } ?? rows, part.question.shape, at: part.places)
    }

    init(_ question: Question) {
        name = question.key
        statement = question.statement
        parts = [Part(question: question, places: Array(question.shape.columns.indices), mark: nil)]
    }

    private init(_ batch: PlannedBatch, _ members: [(question: Question, place: BatchPlace)], _ dialect: any SQLDialect) {
        let table = members[0].place.likeness.table
        name = "batch \(members[0].question.key)"
        statement = dialect.statement(batch, over: table)
        parts = members.map { question, place in
            let set = Self.set(place, in: batch.keys)
            let isJoined = place.likeness.area == .joined
            let mark = ["\(batch.number(of: set))"] + (isJoined ? [place.level?.rawValue ?? ""] : [])
            let measures = batch.query.measures.indices.map { mark.count + batch.keys.count + $0 }
            return Part(question: question, places: set.map { mark.count + $0 } + measures, mark: mark)
        }
    }

    /// The asks that answer all questions, those that can be together together, in the order of their first questions.
    static func asks(_ questions: [Question], _ dialect: any SQLDialect) -> [Ask] {
        var members: [BatchPlace.Likeness: [(question: Question, place: BatchPlace)]] = [:]
        var order: [(likeness: BatchPlace.Likeness?, question: Question)] = []
        for question in questions {
            let place = question.asked.flatMap { BatchPlace($0.plan, over: $0.records, stamp: question.stamp) }
            if let place {
                if members[place.likeness] == nil { order.append((place.likeness, question)) }
                members[place.likeness, default: []].append((question, place))
            } else {
                order.append((nil, question))
            }
        }
        return order.flatMap { likeness, question in
            guard let alike = likeness.flatMap({ members[$0] }) else { return [Ask(question)] }
            return batches(alike).map { batch, members in
                members.count > 1 ? Ask(batch, members, dialect) : Ask(members[0].question)
            }
        }
    }

    /// Levels that ask for the same sets stand in one batch, so that no group is made that nobody asks for.
    private static func batches(
        _ alike: [(question: Question, place: BatchPlace)]
    ) -> [(PlannedBatch, [(question: Question, place: BatchPlace)])] {
        var sets: [AreaLevel?: Set<[PlannedGrouping.Key]>] = [:]
        for (_, place) in alike { sets[place.level, default: []].insert(place.keys) }
        var done: Set<Set<[PlannedGrouping.Key]>> = []
        return alike.compactMap { _, place -> (PlannedBatch, [(question: Question, place: BatchPlace)])? in
            guard let own = sets[place.level], done.insert(own).inserted else { return nil }
            let members = alike.filter { sets[$0.place.level] == own }
            guard let query = members[0].question.asked?.plan else { return nil }
            var levels: [AreaLevel] = []
            for case let level? in members.map(\.place.level) where !levels.contains(level) { levels.append(level) }
            let area = levels.first.map { [PlannedGrouping.Key.area($0)] } ?? []
            let keys = area + Set(own.joined()).sorted { $0.rank < $1.rank }
            var numbered: [[Int]] = []
            for set in members.map({ Self.set($0.place, in: keys) }) where !numbered.contains(set) { numbered.append(set) }
            let isJoined = place.likeness.area == .joined
            return (PlannedBatch(query: query, levels: isJoined ? levels : [], keys: keys, sets: numbered), members)
        }
    }

    private static func set(_ place: BatchPlace, in keys: [PlannedGrouping.Key]) -> [Int] {
        (place.level == nil ? [] : [0]) + place.keys.compactMap { keys.firstIndex(of: $0) }
    }
}
