import Reporting

/// Where a report for a meeting or a year is written, and what is said where it can't be.
struct ReportFolder {
    let path: String

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

    /// - Parameter first: the pages that a reader begins with.
    /// - Returns: where those are.
    func write(_ pages: [Page], first: [String]) throws(RunFailure) -> [String] {
        do {
            try PageFolder(path: path).write(pages, isRead: true)
        } catch {
            throw .unfinished(
                stage: "report", words: "the pages cannot be written to \(path)",
                remedy: "name a folder that can be written with `--out`")
        }
        return first.map { "\(path)/\($0)" }
    }
}
