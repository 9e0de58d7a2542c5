import ModuleKit

/// One statement to be answered: for a query, for several queries that ask the same, or for a dataset's placements.
struct Question: Sendable, Hashable {
    var statement: String
    var shape: AnswerShape
    /// Under which its answer is kept.
    var key: String
    /// The dataset's table, and what it must hold.
    var table: String
    var stamp: String
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
        while !open.isEmpty {
            let (answer, output) = try await engine.run(script(open))
            for question in open {
                guard let rows = answer.rows(question.key) else { continue }
                let table = try AnswerReader.table(rows, question.shape)
                try kept.keep(table, shape: question.shape, under: question.key)
                answers[question.key] = .table(table)
            }
            if output.failure == nil, answer.isWhole { break }
            // The statement that failed is out; those behind it have not been asked yet.
            guard let failed = answer.unfinished, isFresh || !dialect.blamesCache(output.complaint) else {
                throw .engineFailed(status: output.failure ?? "an answer cut short", message: output.complaint)
            }
            answers[failed] = .failed(output.complaint)
            open = open.filter { answers[$0.key] == nil }
        }
        return answers
    }

    func script(_ questions: [Question]) -> [ScriptItem] {
        var tables: [String: String] = [:]
        for question in questions { tables[question.table] = question.stamp }
        return dialect.opening(session)
            + tables.sorted { $0.key < $1.key }.map { dialect.assertion(table: $0.key, stamp: $0.value) }
            + questions.map { .answer(name: $0.key, $0.statement) }
    }
}
