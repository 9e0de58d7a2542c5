import Foundation
import Reporting

/// Where a report for a meeting or a year is written, and what is said where it can't be.
struct ReportFolder {
    /// Reports that may share a folder; each has a record of its own pages.
    enum Kind: String {
        case board, annual

        var record: String { ".\(rawValue)-pages.json" }
    }

    let path: String
    let kind: Kind

    /// Makes a report.
    ///
    /// - Throws: where a template that comes with Beacon can't be read.
    static func make<Report>(_ body: () throws(TemplateError) -> Report) throws(RunFailure) -> Report {
        do throws(TemplateError) {
            return try body()
        } catch {
            throw .unfinished(
                stage: "report", words: "the page template \(error.template) cannot be read: \(error.reason)", remedy: nil)
        }
    }

    /// Writes the pages, and takes away those that an earlier report left and this one has no more.
    ///
    /// - Parameters:
    ///   - first: the pages that a reader begins with.
    ///   - isOfReport: whether a path is one that this report would have written, had it the page.
    /// - Returns: where those are.
    func write(_ pages: [Page], first: [String], replacing isOfReport: (String) -> Bool) throws(RunFailure) -> [String] {
        do {
            try write(pages, replacing: isOfReport)
        } catch {
            throw .unfinished(
                stage: "report", words: "the pages cannot be written to \(path)",
                remedy: "name a folder that can be written with `--out`")
        }
        return first.map { "\(path)/\($0)" }
    }

    private func write(_ pages: [Page], replacing isOfReport: (String) -> Bool) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let file = "\(path)/\(kind.record)"
        let before = PageRecord.read(file)
        var record = before
        record.add(pages)
        // Said before it is done: a report that is killed leaves no page that nobody knows of.
        if record != before { try record.write(file) }
        try PageFolder(path: path).write(pages, isRead: true)
        let written = record
        try record.removeOld(than: pages, in: path, where: isOfReport)
        if record != written { try record.write(file) }
    }
}
