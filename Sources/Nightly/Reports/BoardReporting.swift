import AlertStore
import Alerting
import Definitions
import Diagnostics
import Foundation
public import Measures
import Reporting

/// Makes the pages of boards anew, from the definitions as they stand and what is stored: for a meeting that the nightly run knows
/// nothing of, without data and without modules' work.
public struct BoardReporting: Sendable {
    private let settings: NightlySettings

    public init(settings: NightlySettings) {
        self.settings = settings
    }

    /// Writes the pages, those of each board in a folder of its name, and takes away what an earlier report on the boards left there.
    ///
    /// - Parameters:
    ///   - day: the day since which they tell what changed; nil for each board's last meeting.
    ///   - board: the board, by id; nil for all.
    /// - Returns: where each board's first page is.
    /// - Throws: where nothing is stored, the definitions are not valid, or there is no such board or day.
    public func report(since day: CalendarDate?, board: String?) async throws(RunFailure) -> [String] {
        try StoredMemory.checkThereIsOne(in: settings.stateFolder)
        let checked = await settings.checkDefinitions(isLinting: false)
        guard let definitions = checked.definitions else { throw .definitions(checked.report) }
        let boards = try boards(named: board, in: definitions)
        let input = try input(definitions, since: day)
        let report = try ReportFolder.make { () throws(TemplateError) in try BoardReport(input, of: boards.map(\.id)) }
        return try ReportFolder(path: settings.outFolder, kind: .board).write(report.pages, first: report.first) { path in
            // The pages of a board that is gone go with the report on all.
            board == nil || report.covers(path)
        }
    }

    private func boards(named name: String?, in definitions: Definitions) throws(RunFailure) -> [Body] {
        let all = definitions.partnership.bodies.filter { $0.kind == .board }
        guard let name else { return all }
        guard let board = all.first(where: { $0.id == name }) else {
            throw .unknown("board", name, among: all.map(\.id))
        }
        return [board]
    }

    /// What the pages are made of, judged anew from the figures last stored.
    private func input(_ definitions: Definitions, since day: CalendarDate?) throws(RunFailure) -> ReportInput {
        let stored = try StoredFigures(settings)
        let asOf = stored.asOf
        if let day, day >= asOf {
            throw .usage(
                words: "the last run stands on \(asOf), and nothing is known of what changed after \(day)",
                remedy: "name a day before it")
        }
        var input = stored.input(definitions)
        let changes = MeetingChanges(
            definitions: definitions, evaluations: input.evaluations, recorded: stored.memory.transitions, runs: stored.runs)
        let days = day.map { [$0] } ?? MeetingChanges.days(definitions, asOf: asOf)
        input.changes = try stored.changes(changes, since: days)
        input.since = day
        return input
    }
}
