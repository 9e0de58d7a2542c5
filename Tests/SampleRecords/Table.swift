/// Which cells of a table stand in quotation marks.
enum Quoting {
    /// Only those that hold a comma, a quotation mark or a line end.
    case whereNeeded
    /// Header and text, and no number.
    case allText
}

/// Rows of text under a header, written as comma-separated values.
struct Table {
    var header: [String]
    var rows: [[String]]
    var quoting = Quoting.whereNeeded
    var lineEnd = "\n"

    /// The whole file, with a line end after each line.
    var text: String {
        var text = ""
        for cells in [header] + rows {
            text += cells.map(written).joined(separator: ",")
            text += lineEnd
        }
        return text
    }

    private func written(_ cell: String) -> String {
        let needed =
            switch quoting {
            case .whereNeeded: cell.utf8.contains { $0 == 0x2c || $0 == 0x22 || $0 == 0x0a || $0 == 0x0d }
            case .allText: Double(cell) == nil
            }
        guard needed else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
