import ArgumentParser
import Diagnostics

/// How diagnostics are written.
struct ReportFormatOption: ParsableArguments {
    @Option(
        help: "How to write what was found: text, json or github.",
        transform: { text in
            guard let format = DiagnosticFormat(rawValue: text) else {
                throw ValidationError("'\(text)' is not a format; formats: text, json, github")
            }
            return format
        })
    var format = DiagnosticFormat.text

    /// Writes a report: for people to standard error, for programs to standard output.
    func write(_ report: DiagnosticReport) {
        let rendered = report.rendered(as: format)
        if rendered.isEmpty { return }
        if format == .text { Terminal.message(rendered) } else { Terminal.result(rendered) }
    }

    /// Writes a result for people; where a report for programs has taken standard output, to standard error.
    func tell(_ words: String) {
        if format == .text { Terminal.result(words) } else { Terminal.message(words) }
    }
}
