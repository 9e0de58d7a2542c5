/// The key under a chart: each mark that occurs and is not plain, with its words.
struct MarkKey: Sendable, Hashable {
    private enum Sign: Sendable, Hashable {
        case mark(Mark)
        case openRange
    }

    private struct Entry: Sendable, Hashable {
        var sign: Sign
        var words: String
        var start: Place
    }

    private static let signWidth = 16.0
    private static let gap = 14.0

    private let entries: [Entry]
    let bottom: Double

    /// - Parameters:
    ///   - reasons: why figures are absent; they stand beside the cross, as far as they fit.
    ///   - hasOpenRanges: whether a range that rounding left open is drawn.
    init(marks: Set<Mark>, reasons: [String], hasOpenRanges: Bool, top: Double, width: Double) {
        var signs = Mark.allCases.filter { $0 != .ordinary && marks.contains($0) }.map { mark in
            (sign: Sign.mark(mark), words: mark == .absent ? MarkKey.words(reasons) : mark.words)
        }
        if hasOpenRanges { signs.append((.openRange, "range before rounding")) }
        var entries: [Entry] = []
        var place = Place(x: 4, y: top + TextWidth.lineHeight / 2)
        for (sign, words) in signs {
            let fitting = TextLines.shortened(words, width: width - MarkKey.signWidth - 4)
            let end = place.x + MarkKey.signWidth + TextWidth.of(fitting)
            if end > width, place.x > 4 { place = Place(x: 4, y: place.y + TextWidth.lineHeight + 2) }
            entries.append(Entry(sign: sign, words: fitting, start: place))
            place.x += MarkKey.signWidth + TextWidth.of(fitting) + MarkKey.gap
        }
        self.entries = entries
        bottom = entries.isEmpty ? top - TrendLayout.gap : place.y + TextWidth.lineHeight / 2
    }

    var elements: [SVGElement] {
        entries.flatMap { entry in
            let middle = Place(x: entry.start.x + 5, y: entry.start.y)
            let words = Place(x: entry.start.x + MarkKey.signWidth, y: entry.start.y + 4.5)
            return [sign(entry.sign, at: middle), .label("chart-key-text", entry.words, at: words)]
        }
    }

    private func sign(_ sign: Sign, at place: Place) -> SVGElement {
        switch sign {
        case .mark(let mark): mark.element(at: place)
        case .openRange: .openRange(x: place.x, from: place.y + 6, to: place.y - 6)
        }
    }

    private static func words(_ reasons: [String]) -> String {
        let told = reasons.filter { !$0.isEmpty }
        return told.isEmpty ? Mark.absent.words : told.joined(separator: " or ")
    }
}

extension SVGElement {
    /// An upright bar with caps.
    static func openRange(x: Double, from: Double, to: Double) -> SVGElement {
        let caps = [from, to].map { "M\(text(Place(x: x - 3, y: $0)))L\(text(Place(x: x + 3, y: $0)))" }.joined()
        return path(
            "chart-range", data: "M\(text(Place(x: x, y: from)))L\(text(Place(x: x, y: to)))\(caps)", width: 1.2)
    }
}
