/// The labels under the axis, as many as stand beside each other without touching.
struct PeriodLabels: Sendable, Hashable {
    static let widest = 84.0

    struct Label: Sendable, Hashable {
        var index: Int
        var lines: [String]
        var start: Double
        var width: Double
    }

    let labels: [Label]
    let top: Double
    let bottom: Double

    /// - Parameters:
    ///   - texts: of every point; as many as `middles`.
    ///   - total: the width of the drawing.
    init(_ texts: [String], middles: [Double], top: Double, total: Double) {
        let lines = texts.map { TextLines.of($0, width: PeriodLabels.widest, most: 2) }
        let widths = lines.map { $0.map(TextWidth.of).max() ?? 0 }
        labels = LabelThinning.kept(widths: widths, middles: middles, total: total).map { index in
            let span = LabelThinning.span(width: widths[index], middle: middles[index], total: total)
            return Label(index: index, lines: lines[index], start: span.lowerBound, width: widths[index])
        }
        self.top = top
        bottom = top + Double(labels.map(\.lines.count).max() ?? 0) * TextWidth.lineHeight
    }

    var elements: [SVGElement] {
        labels.flatMap { label in
            label.lines.enumerated().map { row, line in
                let baseline = top + Double(row + 1) * TextWidth.lineHeight - 2
                return .label(
                    "chart-tick-text", line, at: Place(x: label.start + label.width / 2, y: baseline), anchor: .middle)
            }
        }
    }
}
