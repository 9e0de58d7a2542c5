import ModuleKit

/// What is to be answered: for a query, for several queries that ask the same, or for a dataset's placements.
struct Question: Sendable, Hashable {
    /// A query's plan, and the records that it is asked of.
    struct Asked: Sendable, Hashable {
        var plan: PlannedQuery
        var records: RecordTable
    }

    /// The statement that answers it by itself.
    var statement: String
    var shape: AnswerShape
    /// Under which its answer is kept.
    var key: String
    /// The dataset's table, and what it must hold.
    var table: String
    var stamp: String
    /// Nil for placements.
    var asked: Asked?
}

/// Answers questions: from what is kept, and else by the engine.
struct QuestionAnswerer {
    let dialect: any SQLDialect
    let engine: EngineStarter
    let kept: KeptResults
    let session: EngineSession
    /// Whether the cache was made in this very run, so that no fault can be laid to its age.
    let isFresh: Bool

    enum Answer: Sendable {
        case table(Table)
        case failed(String)
    }

    func answers(_ questions: [Question]) async throws(WarehouseError) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        var open: [Question] = []
        for question in questions where answers[question.key] == nil && !open.contains(where: { $0.key == question.key }) {
            if let table = kept.table(question.key, shape: question.shape) {
                answers[question.key] = .table(table)
            } else {
                open.append(question)
            }
        }
        var alone: Set<String> = []
        while !open.isEmpty {
            let asks =
                Ask.asks(open.filter { !alone.contains($0.key) }, dialect)
                + open.filter { alone.contains($0.key) }.map { Ask($0) }
            let (answer, output) = try await engine.run(opening(open) + asks.map { .answer(name: $0.name, $0.statement) })
            for ask in asks {
                guard let rows = answer.rows(ask.name) else { continue }
                for part in ask.parts {
                    let table = try ask.table(part, rows)
                    try kept.keep(table, shape: part.question.shape, under: part.question.key)
                    answers[part.question.key] = .table(table)
                }
            }
            if output.failure == nil, answer.isWhole { break }
            // The statement that failed is out; those behind it have not been asked yet. Of a batch, each is asked by itself.
            guard let failed = asks.first(where: { $0.name == answer.unfinished }),
                isFresh || !dialect.blamesCache(output.complaint)
            else { throw .engineFailed(status: output.failure ?? "an answer cut short", message: output.complaint) }
            if failed.isBatch {
                alone.formUnion(failed.parts.map(\.question.key))
            } else {
                answers[failed.name] = .failed(output.complaint)
            }
            open = open.filter { answers[$0.key] == nil }
        }
        return answers
    }

    /// What comes before the asks of a script.
    func opening(_ questions: [Question]) -> [ScriptItem] {
        var tables: [String: String] = [:]
        for question in questions { tables[question.table] = question.stamp }
        return dialect.opening(session)
            + tables.sorted { $0.key < $1.key }.map { dialect.assertion(table: $0.key, stamp: $0.value) }
    }
}
