import Definitions
import Measures

extension Notice {
    /// The notice as plain text, for a mail or a file: subject, as-of date, body, and a line for each alert.
    public var text: String {
        var lines = [subject, "As of \(asOf.title)", ""] + body
        if !items.isEmpty { lines += [""] + items.map(\.line) }
        return lines.map(Self.singleLine).joined(separator: "\n") + "\n"
    }

    /// A line break inside a title must not make a line that looks like ours.
    private static func singleLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

extension Notice.Item {
    /// `- [continuing, high] Rise in burglary, Arleston, October to December 2025, since …: 12 → 18 (+50%) (not told before)`
    fileprivate var line: String {
        let begin = since.map { ", since \($0.title)" } ?? ""
        return "- [\(section.rawValue), \(severity.rawValue)] \(title), \(areaName), \(period.title)\(begin): \(message)"
            + (why.map { " (\($0))" } ?? "")
    }
}
