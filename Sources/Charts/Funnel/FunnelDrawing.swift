import Measures

/// The elements of a funnel chart, from the back to the front.
struct FunnelDrawing {
    let chart: FunnelChart
    let layout: FunnelLayout

    var elements: [SVGElement] {
        [
            .group("chart-axes", axes),
            .group("chart-references", limits),
            .group("chart-figures", chart.drawnPoints.map(mark)),
            .group("chart-labels", numbers + emptyNote),
            .group("chart-key", lines),
        ].filter { $0.content != .elements([]) }
    }

    private var axes: [SVGElement] {
        var elements: [SVGElement] = layout.yAxis.ticks.flatMap { tick in
            let y = layout.y(tick)
            return [
                SVGElement.line(
                    tick == 0 ? "chart-zero" : "chart-grid", from: Place(x: layout.left, y: y),
                    to: Place(x: layout.right, y: y)),
                .label(
                    "chart-tick-text", layout.yAxis.text(tick), at: Place(x: layout.left - TrendLayout.gap, y: y + 4.5),
                    anchor: .end),
            ]
        }
        let ticks = layout.xAxis.ticks
        let texts = ticks.map(layout.xAxis.text)
        let kept = LabelThinning.kept(
            widths: texts.map(TextWidth.of), middles: ticks.map { layout.x($0) }, total: layout.width)
        for index in kept {
            let x = layout.x(ticks[index])
            let span = LabelThinning.span(width: TextWidth.of(texts[index]), middle: x, total: layout.width)
            elements.append(
                .line("chart-tick", from: Place(x: x, y: layout.bottom), to: Place(x: x, y: layout.bottom + 4)))
            elements.append(
                .label(
                    "chart-tick-text", texts[index],
                    at: Place(
                        x: (span.lowerBound + span.upperBound) / 2, y: layout.bottom + TextWidth.lineHeight + 3),
                    anchor: .middle))
        }
        if let caption = layout.yAxis.caption {
            let fitting = TextLines.shortened(caption, width: layout.width)
            elements.append(.label("chart-caption", fitting, at: Place(x: 0, y: TextWidth.lineHeight - 3)))
        }
        let size = TextLines.shortened(chart.sizeLabel, width: layout.width)
        elements.append(
            .label(
                "chart-caption", size, at: Place(x: layout.width, y: layout.bottom + 2 * TextWidth.lineHeight + 3),
                anchor: .end))
        return elements
    }

    private var limits: [SVGElement] {
        var elements: [SVGElement] = []
        if let line = chart.benchmark?.drawn {
            let y = layout.y(line.value)
            elements.append(
                .polyline("chart-mean", [Place(x: layout.left, y: y), Place(x: layout.right, y: y)], width: 1.3))
        }
        for (curve, dashes) in [(chart.inner, "3 3"), (chart.outer, "10 3")] {
            for value in [\FunnelChart.Limits.lower, \.upper] {
                let places = curve.map { place(size: $0.size, value: $0[keyPath: value]) }
                elements += LineRuns.of(places).filter { $0.count > 1 }.map {
                    .polyline("chart-limit", $0, width: 1.3, dashes: dashes)
                }
            }
        }
        return elements
    }

    /// Nil outside the plot: a limit of a very small area would flatten all others.
    private func place(size: Double, value: Double) -> Place? {
        guard size >= layout.xAxis.low, size <= layout.xAxis.high, value >= layout.yAxis.low, value <= layout.yAxis.high
        else { return nil }
        return Place(x: layout.x(size), y: layout.y(value))
    }

    private func mark(_ point: FunnelChart.Point) -> SVGElement {
        let place = Place(x: layout.x(point.size), y: layout.y(point.value))
        return FunnelMark(point.verdict).element(at: place).titled(
            "\(chart.told(point)), \(chart.sizeLabel) \(Quantity(point.size, .index).number)")
    }

    /// Beside each named point the number of its line, where no other number is.
    private var numbers: [SVGElement] {
        var taken: [(x: Double, y: Double)] = []
        return chart.named.enumerated().map { index, point in
            let at = Place(x: layout.x(point.size), y: layout.y(point.value))
            let width = TextWidth.of("\(index + 1)")
            let wishes = [(12.0, 4.5), (-12 - width, 4.5), (-width / 2, -11), (-width / 2, 20), (12, -9), (12, 18)]
            let spots = wishes.map { (x: at.x + $0.0, y: at.y + $0.1) }.filter {
                $0.x >= layout.left && $0.x + width <= layout.width && $0.y >= 10 && $0.y <= layout.bottom + 4
            }
            let free = spots.first { spot in
                taken.allSatisfy { abs($0.x - spot.x) > 16 || abs($0.y - spot.y) > 12 }
            }
            let spot = free ?? spots.first ?? (x: layout.left, y: at.y)
            taken.append(spot)
            return .label("chart-last", "\(index + 1)", at: Place(x: spot.x, y: spot.y))
        }
    }

    private var emptyNote: [SVGElement] {
        guard chart.drawnPoints.isEmpty else { return [] }
        let middle = Place(x: (layout.left + layout.right) / 2, y: (layout.top + layout.bottom) / 2)
        return [.label("chart-note", "No figures", at: middle, anchor: .middle)]
    }

    private var lines: [SVGElement] {
        layout.lines.enumerated().map { row, line in
            .label("chart-key-text", line, at: Place(x: 4, y: layout.linesTop + Double(row + 1) * TextWidth.lineHeight - 3))
        }
    }
}
