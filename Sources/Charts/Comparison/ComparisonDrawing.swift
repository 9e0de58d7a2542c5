import Measures

/// The layout and the elements of a comparison bar.
struct ComparisonDrawing: Sendable {
    private static let barHeight = 16.0
    private static let rowGap = 8.0
    private static let gap = 8.0

    private struct Row {
        var lines: [String]
        var number: String
        var top: Double
        var height: Double
        var middle: Double { top + height / 2 }
    }

    let width: Double
    let height: Double
    private let bar: ComparisonBar
    private let references: [ComparisonBar.Reference]
    private let reading: PlottedReading
    private let x: LinearScale
    private let left: Double
    private let right: Double
    private let rows: [Row]

    init(_ bar: ComparisonBar) {
        self.bar = bar
        let wished = max(bar.width, TrendLayout.narrowest)
        reading = bar.reading.plotted(in: bar.unit)
        references = bar.references.filter { $0.value.drawn != nil }
        let own = reading.figure
        let axis = ValueAxis(
            holding: [own?.value].compactMap { $0 } + references.map(\.value.value)
                + (own?.openRange.map { [$0.lowerBound, $0.upperBound] } ?? []), unit: bar.unit)

        let names = ([bar.label] + references.map(\.value.label)).map {
            TextLines.of($0, width: wished * 0.3, most: 2)
        }
        let numbers =
            [ComparisonDrawing.number(reading, bar.unit, width: wished * 0.28)]
            + references.map { Quantity($0.value.value, bar.unit).number }
        let nameWidth = names.flatMap { $0.map(TextWidth.of) }.max() ?? 0
        let numberWidth = numbers.map(TextWidth.of).max() ?? 0
        let left = nameWidth + Self.gap
        width = max(wished, left + TrendLayout.narrowestPlot + Self.gap + numberWidth)
        self.left = left
        right = width - numberWidth - Self.gap
        x = LinearScale(axis, from: left, to: right)

        var top = axis.caption == nil ? 6 : TextWidth.lineHeight + 6
        var rows: [Row] = []
        for (lines, number) in zip(names, numbers) {
            let height = max(Self.barHeight, Double(lines.count) * TextWidth.lineHeight)
            rows.append(Row(lines: lines, number: number, top: top, height: height))
            top += height + Self.rowGap
        }
        self.rows = rows
        height = top - Self.rowGap + 4
    }

    var elements: [SVGElement] {
        let foot = height - 2
        let zero = SVGElement.line(
            "chart-zero", from: Place(x: x(0), y: rows.first?.top ?? 0), to: Place(x: x(0), y: foot))
        let caption = ValueAxis(holding: [], unit: bar.unit).caption.map { text in
            SVGElement.label(
                "chart-caption", TextLines.shortened(text, width: width), at: Place(x: 0, y: TextWidth.lineHeight - 4))
        }
        return [caption].compactMap { $0 } + figure + lines + [zero] + rows.enumerated().flatMap(labels)
    }

    private var figure: [SVGElement] {
        guard let row = rows.first else { return [] }
        switch reading {
        case .absent: return [Mark.absent.element(at: Place(x: x(0) + 10, y: row.middle))]
        case .above: return [Mark.fromNone.element(at: Place(x: right - 6, y: row.middle))]
        case .on(let figure):
            let classes = [
                "chart-bar", figure.alerting ? "chart-alerting" : nil, figure.provisional ? "chart-hollow" : nil,
            ]
            let ends = [x(0), x(figure.value)].sorted()
            let rectangle = SVGElement(
                "rect",
                [
                    "class": classes.compactMap { $0 }.joined(separator: " "),
                    "x": SVGText.number(ends[0]), "y": SVGText.number(row.middle - Self.barHeight / 2),
                    "width": SVGText.number(ends[1] - ends[0]), "height": SVGText.number(Self.barHeight),
                    "fill": figure.provisional ? "Canvas" : "currentColor", "stroke": "currentColor",
                    "stroke-width": "1.5",
                ])
            let range = figure.openRange.map { range in
                SVGElement.path(
                    "chart-range",
                    data: "M\(SVGElement.text(Place(x: x(range.lowerBound), y: row.middle)))"
                        + "L\(SVGElement.text(Place(x: x(range.upperBound), y: row.middle)))", width: 3)
            }
            return [rectangle] + [range].compactMap { $0 }
        }
    }

    /// Each from the top of the bar to the foot of its own row, so that the eye can follow it to its name.
    private var lines: [SVGElement] {
        guard let first = rows.first else { return [] }
        return zip(references, rows.dropFirst()).flatMap { reference, row in
            let at = x(reference.value.value)
            return [
                SVGElement.line("chart-grid", from: Place(x: left, y: row.middle), to: Place(x: right, y: row.middle)),
                reference.line.element([Place(x: at, y: first.top - 4), Place(x: at, y: row.top + row.height)]),
            ]
        }
    }

    private func labels(index: Int, row: Row) -> [SVGElement] {
        let name = row.lines.enumerated().map { line, text in
            let top = row.middle - Double(row.lines.count) * TextWidth.lineHeight / 2
            return SVGElement.label(
                index == 0 ? "chart-last" : "chart-tick-text", text,
                at: Place(x: 0, y: top + Double(line + 1) * TextWidth.lineHeight - 3))
        }
        let number = SVGElement.label(
            index == 0 ? "chart-last" : "chart-tick-text", row.number, at: Place(x: width, y: row.middle + 4.5),
            anchor: .end)
        return name + [number]
    }

    /// The figure in full, or the reason for its absence as far as it fits.
    private static func number(_ reading: PlottedReading, _ unit: Unit, width: Double) -> String {
        switch reading {
        case .on(let figure): Quantity(figure.value, unit).number
        case .above: "from none"
        case .absent(let reason): TextLines.shortened(reason.isEmpty ? Mark.absent.words : reason, width: width)
        }
    }
}
