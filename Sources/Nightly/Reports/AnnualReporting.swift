import AlertStore
import Definitions
import Foundation
public import Measures
import Reporting

/// Makes the report on a financial year, from the definitions as they stand and what is stored: without data and without modules' work.
public struct AnnualReporting: Sendable {
    private let settings: NightlySettings

    public init(settings: NightlySettings) {
        self.settings = settings
    }

    /// Writes the report for each reader, into a folder of its name.
    ///
    /// - Parameters:
    ///   - year: a financial year; nil for the last one that had ended when the last run stood.
    ///   - reader: the thematic group or board, by id; nil for all.
    /// - Returns: where each report is.
    /// - Throws: where nothing is stored, the definitions are not valid, or there is no such reader or year.
    public func report(of year: Period?, for reader: String?) async throws(RunFailure) -> [String] {
        try StoredMemory.checkThereIsOne(in: settings.stateFolder)
        let checked = await settings.checkDefinitions(isLinting: false)
        guard let definitions = checked.definitions else { throw .definitions(checked.report) }
        let bodies = definitions.partnership.bodies.map(\.id)
        if let reader, !bodies.contains(reader) { throw .unknown("group or board", reader, among: bodies) }
        let stored = try StoredFigures(settings)
        let year = year ?? Period.latestClosed(.financialYear, on: stored.asOf)
        guard year.firstDay <= stored.asOf else {
            throw .usage(
                words: "\(year.title) begins after \(stored.asOf), the date of the last run stored",
                remedy: "name an earlier year by `--year`")
        }
        let annual = AnnualInput(
            year: year, marks: stored.marks, editedOn: Self.edits(stored.runs, in: year),
            edits: stored.edits.edits.filter { year.firstDay <= $0.foundOn && $0.foundOn <= year.lastDay },
            textsKnownSince: stored.edits.knownSince, restatements: try stored.restatements(of: definitions, in: year))
        let input = stored.input(definitions)
        let report = try ReportFolder.make { () throws(TemplateError) in
            try AnnualReport(input, annual, for: reader.map { [$0] } ?? bodies)
        }
        return try ReportFolder(path: settings.outFolder, kind: .annual).write(report.pages, first: report.first) { path in
            report.isOfYear(path) && (reader == nil || report.covers(path))
        }
    }

    /// The as-of dates of the runs in the year that found other definitions than the run before, each once.
    private static func edits(_ runs: [StoredRun], in year: Period) -> [CalendarDate] {
        let found = zip(runs, runs.dropFirst()).filter { $0.definitionsFingerprint != $1.definitionsFingerprint }.map(
            \.1.asOf)
        return Set(found.filter { year.firstDay <= $0 && $0 <= year.lastDay }).sorted()
    }
}
