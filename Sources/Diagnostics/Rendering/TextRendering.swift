/// A report for people.
enum TextRendering {
    static func render(_ report: DiagnosticReport, limit: Int) -> String {
        let (shown, hidden) = report.capped(at: limit)
        var lines = shown.flatMap(lines(of:))
        if let rest = summary(of: hidden) { lines.append(rest) }
        return lines.map { $0 + "\n" }.joined()
    }

    static func lines(of diagnostic: Diagnostic) -> [String] {
        let problem = diagnostic.problem
        let label = "\(problem.severity.rawValue)[\(problem.code)]: \(VisibleText.visible(problem.words))"
        var lines: [String]
        switch diagnostic.place {
        case .span(let span): lines = [place(of: span) + ": " + label] + excerpt(of: span)
        case .file(let path): lines = [VisibleText.visible(path) + ": " + label]
        case .nowhere: lines = [label]
        }
        lines += diagnostic.advice.map { "  " + VisibleText.visible($0) }
        for note in diagnostic.notes {
            lines.append("  " + place(of: note.span) + ": note: " + VisibleText.visible(note.words))
            lines += excerpt(of: note.span).map { "  " + $0 }
        }
        return lines
    }

    /// "and 12 more: 3 errors, 9 warnings", or nil for none.
    static func summary(of hidden: [Diagnostic]) -> String? {
        guard !hidden.isEmpty else { return nil }
        let counts = Severity.allCases.reversed().compactMap { severity -> String? in
            let count = hidden.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return "and \(hidden.count) more: " + counts.joined(separator: ", ")
    }

    private static func place(of span: SourceSpan) -> String {
        let start = span.start
        return "\(VisibleText.visible(span.file.path)):\(start.line):\(start.column)"
    }

    private static func excerpt(of span: SourceSpan) -> [String] {
        guard let excerpt = SourceExcerpt(span) else { return [] }
        return ["  " + excerpt.line, "  " + excerpt.marks]
    }
}
