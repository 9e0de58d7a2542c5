/// A value of a CSV file.
enum CSVCell {
    case text(String)
    /// A number that stays a number; nil for an empty cell.
    case number(Double?)
}

/// Writes CSV by RFC 4180: commas, quotes doubled, lines ended by CR LF.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe before it, and marks that turn its reading direction are replaced. The file begins with a byte order mark,
/// without which spreadsheets misread everything beyond ASCII.
enum CSVText {
    static func file(header: [String], rows: [[CSVCell]]) -> String {
        "\u{FEFF}" + ([header.map(CSVCell.text)] + rows).map { line($0) + "\r\n" }.joined()
    }

    private static func line(_ cells: [CSVCell]) -> String { cells.map(cell).joined(separator: ",") }

    private static func cell(_ cell: CSVCell) -> String {
        switch cell {
        case .number(let value): value.map(NumberText.plain) ?? ""
        case .text(let text):
            quoted(harmless(PlainText.withoutDirections(text)))
        }
    }

    private static func harmless(_ text: String) -> String {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": "'" + text
        default: text
        }
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
        let doubled = text.unicodeScalars.reduce(into: "") { result, scalar in
            result.unicodeScalars.append(scalar)
            if scalar == "\"" { result.unicodeScalars.append(scalar) }
        }
        return "\"\(doubled)\""
    }
}

/// Numbers for programs.
enum NumberText {
    /// Without separators: whole numbers without a point, others with as many digits as tell them apart. Empty where there is
    /// no finite number.
    static func plain(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        return Int(exactly: value).map(String.init) ?? "\(value)"
    }
}
