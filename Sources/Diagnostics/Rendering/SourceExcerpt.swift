/// The line that a span starts on, as shown, and the marks that go under it.
struct SourceExcerpt {
    /// Lines wider than this are shown in part, around the span.
    static let widest = 120

    let line: String
    let marks: String

    /// Nil where there is nothing to show: an empty line, which a caret would not explain.
    init?(_ span: SourceSpan) {
        let start = span.start
        let range = span.file.utf8Range(ofLine: start.line)
        guard !range.isEmpty else { return nil }
        var cells = Self.cells(of: span.file.bytes, in: range)
        cells.append(Cell(offset: range.upperBound, shown: "", width: 1))
        let marked = cells.indices.filter { index in
            span.utf8Range.contains(cells[index].offset) && !cells[index].shown.isEmpty
        }
        let caret = marked.first ?? cells.lastIndex { $0.offset <= start.utf8Offset } ?? 0
        let end = marked.last ?? caret
        let window = Self.window(of: cells, around: caret, through: end)

        var line = window.lowerBound > 0 ? "…" : ""
        var marks = window.lowerBound > 0 ? " " : ""
        for index in window {
            let cell = cells[index]
            line += cell.shown
            if index < caret {
                marks += cell.shown == "\t" ? "\t" : String(repeating: " ", count: cell.width)
            } else if index <= end {
                marks += index == caret ? "^" : ""
                marks += String(repeating: "~", count: max(0, index == caret ? cell.width - 1 : cell.width))
            }
        }
        if window.upperBound < cells.count { line += "…" }
        self.line = line
        self.marks = marks
    }

    /// One scalar of the line and how it is shown.
    private struct Cell {
        let offset: Int
        let shown: String
        let width: Int
    }

    private static func cells(of bytes: [UInt8], in range: Range<Int>) -> [Cell] {
        bytes.withUnsafeBufferPointer { bytes in
            var cells: [Cell] = []
            var offset = range.lowerBound
            while offset < range.upperBound {
                let (scalar, length) = UTF8Walk.scalar(in: bytes, at: offset)
                if let scalar, scalar == "\t" {
                    cells.append(Cell(offset: offset, shown: "\t", width: 1))
                } else if let scalar, VisibleText.replacement(for: scalar) == nil {
                    cells.append(Cell(offset: offset, shown: String(scalar), width: VisibleText.width(of: scalar)))
                } else {
                    let shown = scalar.flatMap(VisibleText.replacement) ?? invalid(bytes[offset])
                    cells.append(Cell(offset: offset, shown: shown, width: shown.unicodeScalars.count))
                }
                offset += length
            }
            return cells
        }
    }

    private static func invalid(_ byte: UInt8) -> String {
        "<0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) + ">"
    }

    /// The cells to show: all of them, or as many as fit with a third of the width kept for what stands before.
    private static func window(of cells: [Cell], around caret: Int, through end: Int) -> Range<Int> {
        var total = 0
        for cell in cells { total += cell.width }
        guard total > widest else { return cells.indices }
        var first = caret
        var room = widest / 3
        while first > 0, cells[first - 1].width <= room {
            first -= 1
            room -= cells[first].width
        }
        room += widest - widest / 3
        var last = caret
        while last < cells.count, cells[last].width <= room {
            room -= cells[last].width
            last += 1
        }
        while first > 0, cells[first - 1].width <= room {
            first -= 1
            room -= cells[first].width
        }
        return first..<max(last, caret + 1)
    }
}
