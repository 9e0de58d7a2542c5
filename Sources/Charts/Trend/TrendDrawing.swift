import Measures

/// The elements of a trend chart, from the back to the front.
struct TrendDrawing: Sendable {
    let chart: TrendChart
    let layout: TrendLayout
    let readings: [PlottedReading]

    init(chart: TrendChart, layout: TrendLayout) {
        self.chart = chart
        self.layout = layout
        readings = chart.points.map { $0.reading.plotted(in: chart.unit) }
    }

    var elements: [SVGElement] {
        [
            .group("chart-axes", axes),
            .group("chart-references", processLines + toleranceBand + references),
            .group("chart-figures", ranges + line + marks),
            .group("chart-labels", sideLabels + emptyNote),
            .group("chart-key", layout.key.elements + notes),
        ].filter { $0.content != .elements([]) }
    }

    private var axes: [SVGElement] {
        var elements: [SVGElement] = layout.axis.ticks.flatMap { tick in
            let y = layout.y(tick)
            let cssClass = tick == 0 ? "chart-zero" : "chart-grid"
            return [
                SVGElement.line(cssClass, from: Place(x: layout.left, y: y), to: Place(x: layout.right, y: y)),
                .label(
                    "chart-tick-text", layout.axis.text(tick), at: Place(x: layout.left - TrendLayout.gap, y: y + 4.5),
                    anchor: .end),
            ]
        }
        if let caption = layout.axis.caption {
            let fitting = TextLines.shortened(caption, width: layout.width)
            elements.append(.label("chart-caption", fitting, at: Place(x: 0, y: TextWidth.lineHeight - 3)))
        }
        elements += layout.periodLabels.labels.map { label in
            let x = layout.xs[label.index]
            return .line(
                "chart-tick", from: Place(x: x, y: layout.bottom), to: Place(x: x, y: layout.bottom + 4))
        }
        return elements + layout.periodLabels.elements
    }

    private var sideLabels: [SVGElement] {
        zip(layout.sideLabels, layout.sideMiddles).flatMap { label, middle in
            leader(from: label.anchor, to: middle)
                + label.lines.enumerated().map { row, line in
                    let baseline = middle - label.height / 2 + Double(row + 1) * TextWidth.lineHeight - 3
                    return .label(label.cssClass, line, at: Place(x: layout.right + TrendLayout.leader, y: baseline))
                }
        }
    }

    /// Leads the eye to a label that does not stand right beside what it speaks of.
    private func leader(from anchor: Place, to middle: Double) -> [SVGElement] {
        guard abs(anchor.y - middle) > 3 || anchor.x < layout.right - TrendLayout.inset - 1 else { return [] }
        let start = Place(x: anchor.x < layout.right ? anchor.x + 6 : anchor.x, y: anchor.y)
        let bend = Place(x: layout.right + 2, y: anchor.y)
        return [
            .polyline(
                "chart-leader", [start, bend, Place(x: layout.right + TrendLayout.leader - 3, y: middle)], width: 0.8)
        ]
    }

    private var emptyNote: [SVGElement] {
        guard !readings.contains(where: { Mark($0) != .absent }) else { return [] }
        let middle = Place(x: (layout.left + layout.right) / 2, y: (layout.top + layout.bottom) / 2)
        return [.label("chart-note", chart.points.isEmpty ? "No periods" : "No figures", at: middle, anchor: .middle)]
    }
}
