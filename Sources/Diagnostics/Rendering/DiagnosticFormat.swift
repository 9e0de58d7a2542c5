/// The ways in which a report is written.
public enum DiagnosticFormat: String, Sendable, CaseIterable {
    /// For people: the message, the source line, a caret.
    case text
    /// For programs: an array of objects.
    case json
    /// For GitHub Actions: workflow commands, which put the message beside the line.
    case github
}

extension DiagnosticReport {
    /// The whole report in one format, ending in a line feed unless empty.
    ///
    /// `text` and `github` hold at most `limit` diagnostics and close with a line that counts the rest; `json` holds all.
    public func rendered(as format: DiagnosticFormat, limit: Int = usualLimit) -> String {
        switch format {
        case .text: TextRendering.render(self, limit: limit)
        case .json: JSONRendering.render(self)
        case .github: GitHubRendering.render(self, limit: limit)
        }
    }
}

extension Diagnostic {
    /// This one diagnostic as a person reads it, without a line feed at the end.
    public var rendered: String { TextRendering.lines(of: self).joined(separator: "\n") }

    /// What follows the message: the near miss first, then the remedy.
    var advice: [String] {
        var advice: [String] = []
        if let nearMiss = problem.nearMiss { advice.append("did you mean `\(nearMiss)`?") }
        if let remedy = problem.remedy { advice.append(remedy) }
        return advice + problem.details
    }
}
