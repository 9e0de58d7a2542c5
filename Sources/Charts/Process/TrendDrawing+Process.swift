import Measures

extension TrendDrawing {
    /// Means and limits, each over its own periods only, and the steps between them.
    var processLines: [SVGElement] {
        chart.drawnStretches.flatMap(lines) + steps
    }

    private func lines(_ stretch: ProcessStretch) -> [SVGElement] {
        let half = layout.xs.count > 1 ? min(TrendLayout.inset, (layout.xs[1] - layout.xs[0]) / 2) : TrendLayout.inset
        let start = layout.xs[stretch.range.lowerBound] - half
        let end = layout.xs[stretch.range.upperBound - 1] + half
        let line = { (cssClass: String, value: Double, dashes: String?) in
            let y = self.layout.y(value)
            return SVGElement.polyline(
                cssClass, [Place(x: start, y: y), Place(x: end, y: y)], width: 1.3, dashes: dashes)
        }
        return [line("chart-mean", stretch.mean, nil)]
            + [stretch.upper, stretch.lower].compactMap { $0 }.map {
                line("chart-limit", $0, stretch.isTrial ? "3 3" : "10 3")
            }
    }

    private var steps: [SVGElement] {
        chart.drawnSteps.map { step in
            let before = step.point > 0 ? layout.xs[step.point - 1] : layout.left
            let x = (before + layout.xs[step.point]) / 2
            return SVGElement.line(
                "chart-step", from: Place(x: x, y: layout.top - 4), to: Place(x: x, y: layout.bottom), dashes: "1 3"
            ).titled("From \(chart.points[step.point].label): \(step.reason)")
        }
    }

    /// The slack beside the target within which a figure is no miss.
    var toleranceBand: [SVGElement] {
        let edges = zip(layout.xs, chart.points).map { x, point in
            point.toleratedValue.map { Place(x: x, y: layout.y($0)) }
        }
        return LineRuns.of(edges).map { run in
            let own = run.count == 1 ? run.flatMap { [Place(x: $0.x - 6, y: $0.y), Place(x: $0.x + 6, y: $0.y)] } : run
            return .polyline("chart-tolerance", own, width: 1, dashes: "1 2")
        }
    }

    var notes: [SVGElement] {
        layout.footnotes.enumerated().map { row, line in
            .label(
                "chart-key-text", line,
                at: Place(x: 4, y: layout.notesTop + Double(row + 1) * TextWidth.lineHeight - 3))
        }
    }
}

extension TrendChart {
    var drawnStretches: [ProcessStretch] { process.stretches.filter { $0.isDrawn(among: points.count) } }

    var drawnSteps: [LimitStep] { process.steps.filter { points.indices.contains($0.point) } }

    /// The sentences under the chart: of steps and of limits.
    var processNotes: [String] {
        drawnSteps.map { "Dotted upright: from \(points[$0.point].label), \($0.reason)." }
            + (drawnStretches.contains(where: \.isTrial) ? ["Short dashes: trial limits, from fewer than 13 figures."] : [])
            + (points.contains(where: { $0.toleratedValue != nil })
                ? ["Fine dots: the worst figure that the target tolerates."] : [])
            + process.notes
    }

    /// The means and limits, and what the figures show against them, for those who do not see them.
    var processSummary: [String] {
        var sentences = drawnStretches.map { stretch in
            let limits: String
            switch (stretch.lower, stretch.upper) {
            case (let lower?, let upper?): limits = "\(Quantity(lower, unit)) to \(Quantity(upper, unit))"
            case (nil, let upper?): limits = "up to \(Quantity(upper, unit))"
            case (let lower?, nil): limits = "from \(Quantity(lower, unit))"
            case (nil, nil): limits = "beyond any figure that there can be"
            }
            return "From \(points[stretch.range.lowerBound].label) to \(points[stretch.range.upperBound - 1].label): "
                + "mean \(Quantity(stretch.mean, unit)), \(stretch.isTrial ? "trial " : "")limits "
                + "\(limits)."
        }
        for cause in SpecialCause.allCases {
            let labels = points.filter { $0.reading.plotted(in: unit).figure?.special == cause }.map(\.label)
            if !labels.isEmpty { sentences.append("\(cause.words.capitalizedFirst): \(Self.listed(labels)).") }
        }
        let exceptional = points.filter { $0.reading.plotted(in: unit).figure?.exceptional ?? false }.map(\.label)
        if !exceptional.isEmpty { sentences.append("Exceptional, not in the limits: \(Self.listed(exceptional)).") }
        sentences += drawnSteps.map { "Step from \(points[$0.point].label): \($0.reason)." }
        return sentences + process.notes
    }
}

extension ChartPoint {
    /// The edge of the target's tolerance, where both have a place on a chart.
    var toleratedValue: Double? {
        guard let target, ValueAxis.holds(target), let tolerated, ValueAxis.holds(tolerated) else { return nil }
        return tolerated
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
