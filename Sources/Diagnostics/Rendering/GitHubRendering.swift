/// A report as workflow commands of GitHub Actions: `::error file=…,line=…,col=…,title=…::words`.
enum GitHubRendering {
    static func render(_ report: DiagnosticReport, limit: Int) -> String {
        let (shown, hidden) = report.capped(at: limit)
        var lines = shown.map(command(for:))
        if let rest = TextRendering.summary(of: hidden) { lines.append("::notice::" + escaped(rest)) }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func command(for diagnostic: Diagnostic) -> String {
        let problem = diagnostic.problem
        var properties: [String] = []
        if let path = diagnostic.path { properties.append("file=" + escapedProperty(path)) }
        if let span = diagnostic.span {
            let (start, end) = (span.start, span.end)
            properties += ["line=\(start.line)", "col=\(start.column)"]
            // GitHub takes columns only for a stretch of one line, and counts the last column in.
            if end.line == start.line, end.column > start.column {
                properties += ["endLine=\(end.line)", "endColumn=\(end.column - 1)"]
            }
        }
        properties.append("title=" + escapedProperty(problem.code))
        let notes = diagnostic.notes.map { "\($0.words) (line \($0.span.start.line))" }
        let words = ([problem.words] + diagnostic.advice + notes).joined(separator: "\n")
        return "::\(name(of: problem.severity)) \(properties.joined(separator: ","))::\(escaped(words))"
    }

    private static func name(of severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    private static func escaped(_ text: String) -> String {
        escape(text, also: [])
    }

    private static func escapedProperty(_ text: String) -> String {
        escape(text, also: [":", ","])
    }

    private static func escape(_ text: String, also extra: Set<Unicode.Scalar>) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "\r" || scalar == "\n" || extra.contains(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
