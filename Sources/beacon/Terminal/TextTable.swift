import Diagnostics

/// A table in plain text: columns as wide as they need, two spaces apart, the last one free.
enum TextTable {
    static func text(_ columns: [String], _ rows: [[String]]) -> String {
        let rows = ([columns] + rows).map { $0.map(VisibleText.visible) }
        let widths = columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
