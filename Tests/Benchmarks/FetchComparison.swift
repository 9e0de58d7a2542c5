import Foundation
import Measures
import ModuleKit
import Warehouse

/// A fetch of real records, cold, with nothing changed and with one new month, side by side with SQL written by hand.
struct FetchComparison {
    struct Times {
        var cold: [Double] = []
        var unchanged: [Double] = []
        var newMonth: [Double] = []
        var byHand: [Double] = []
    }

    private let street: StreetCrime
    private let folder: URL
    private let files: [URL]
    private let scratch: URL

    /// Copies the files, since one of them comes later than the others.
    init(_ data: URL, in scratch: URL) throws {
        street = try StreetCrime(data)
        self.scratch = scratch.appending(path: "fetch")
        folder = self.scratch.appending(path: "data")
        let source = data.appending(path: "police/west-mercia")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var files: [URL] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: source.path).sorted() where name.hasSuffix(".csv") {
            files.append(folder.appending(path: name))
            try FileManager.default.copyItem(at: source.appending(path: name), to: folder.appending(path: name))
        }
        self.files = files
    }

    func times(rounds: Int) async throws -> Times {
        let before = try await stateBeforeTheLastMonth()
        let state = scratch.appending(path: "state")
        let hand = HandWrittenSQL(street: street, files: files, database: scratch.appending(path: "by-hand.duckdb"))
        var times = Times()
        for _ in 0..<rounds {
            let byHand = try await hand.run("duckdb", in: scratch)
            times.byHand.append(byHand.seconds)
            try? FileManager.default.removeItem(at: state)
            let cold = try await fetch(state)
            try hold(cold.result, against: byHand.answers)
            times.cold.append(cold.seconds)
            let unchanged = try await fetch(state)
            guard unchanged.result.engineStarts == 0 else { throw BenchFailure("an unchanged fetch started the engine") }
            try hold(unchanged.result, against: byHand.answers)
            times.unchanged.append(unchanged.seconds)
            try FileManager.default.removeItem(at: state)
            try FileManager.default.copyItem(at: before, to: state)
            let newMonth = try await fetch(state)
            try hold(newMonth.result, against: byHand.answers)
            times.newMonth.append(newMonth.seconds)
        }
        return times
    }

    /// The state as it stands before the last month has come.
    private func stateBeforeTheLastMonth() async throws -> URL {
        let state = scratch.appending(path: "state-before")
        let last = files[files.count - 1]
        let aside = scratch.appending(path: last.lastPathComponent)
        try FileManager.default.moveItem(at: last, to: aside)
        _ = try await fetch(state)
        try FileManager.default.moveItem(at: aside, to: last)
        return state
    }

    private func fetch(_ state: URL) async throws -> (seconds: Double, result: FetchResult) {
        guard let day = CalendarDate("2026-01-31") else { throw BenchFailure("no such day") }
        let request = FetchRequest(
            dataFolder: folder.path, stateFolder: state.path, contracts: [StreetCrime.contract],
            geography: street.geography, asOf: day,
            queries: StreetCrime.questions.map { IdentifiedQuery(kpi: "crime", $0.query) })
        let clock = ContinuousClock()
        let start = clock.now
        let result = try await Warehouse().fetch(request)
        let seconds = (clock.now - start) / .seconds(1)
        return (seconds, result)
    }

    /// Both must have counted the same, or their times tell nothing.
    private func hold(_ result: FetchResult, against answers: [[[Substring]]]) throws {
        guard answers.count == StreetCrime.questions.count else {
            throw BenchFailure("not every question was answered by hand")
        }
        for (question, rows) in zip(StreetCrime.questions, answers) {
            let identity = QueryIdentity(kpi: "crime", query: question.query.name)
            guard let table = try result.tables[identity]?.get() else { throw BenchFailure("\(identity) has no table") }
            let ours = (0..<table.rowCount).map { row in
                [table.texts("area")[row], "\(Int(table.numbers("period")[row]))", "\(Int(table.numbers("n")[row]))"]
            }
            guard ours == rows.map({ $0.map(String.init) }), !rows.isEmpty else {
                throw BenchFailure("\(identity) differs from the SQL written by hand")
            }
        }
    }
}
