/// A report for programs: an array of objects, one diagnostic a line.
///
/// Every object has `severity`, `code` and `message`; where they are known also `file`, `line`, `column`, `endLine`,
/// `endColumn` (the column after the last), `nearMiss`, `remedy`, `details` and `notes`. Columns count Unicode scalars from 1.
enum JSONRendering {
    static func render(_ report: DiagnosticReport) -> String {
        guard !report.isEmpty else { return "[]\n" }
        return "[\n" + report.diagnostics.map { "  " + object(of: $0) }.joined(separator: ",\n") + "\n]\n"
    }

    private static func object(of diagnostic: Diagnostic) -> String {
        let problem = diagnostic.problem
        var members: [String] = []
        if let span = diagnostic.span {
            members += place(of: span)
        } else if let path = diagnostic.path {
            members.append(member("file", path))
        }
        members.append(member("severity", problem.severity.rawValue))
        members.append(member("code", problem.code))
        members.append(member("message", problem.words))
        if let nearMiss = problem.nearMiss { members.append(member("nearMiss", nearMiss)) }
        if let remedy = problem.remedy { members.append(member("remedy", remedy)) }
        if !problem.details.isEmpty {
            members.append("\"details\": [" + problem.details.map(JSONText.quoted).joined(separator: ", ") + "]")
        }
        if !diagnostic.notes.isEmpty {
            let notes = diagnostic.notes.map { note in
                "{" + (place(of: note.span) + [member("message", note.words)]).joined(separator: ", ") + "}"
            }
            members.append("\"notes\": [" + notes.joined(separator: ", ") + "]")
        }
        return "{" + members.joined(separator: ", ") + "}"
    }

    private static func place(of span: SourceSpan) -> [String] {
        let (start, end) = (span.start, span.end)
        return [
            member("file", span.file.path),
            "\"line\": \(start.line)", "\"column\": \(start.column)",
            "\"endLine\": \(end.line)", "\"endColumn\": \(end.column)",
        ]
    }

    private static func member(_ name: String, _ value: String) -> String {
        JSONText.quoted(name) + ": " + JSONText.quoted(value)
    }
}
