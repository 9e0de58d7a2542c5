import Measures

/// A label at the right of the plot, for the line that ends beside it.
struct SideLabel: Sendable, Hashable {
    var cssClass: String
    var lines: [String]
    /// Where the line ends that the label speaks of.
    var anchor: Place

    var height: Double { Double(lines.count) * TextWidth.lineHeight }
    var width: Double { lines.map(TextWidth.of).max() ?? 0 }
}

/// What a side label says and at which value, before there is a layout to put it in.
struct SideNote: Sendable, Hashable {
    var cssClass: String
    /// The line's name; for the last figure its period, or nothing where that is the last period.
    var label: String
    var number: String
    var value: Double
    /// The place of the point that the label is for; nil for a line that runs through the whole plot.
    var point: Int?
}

extension TrendChart {
    /// The last figure first, then the lines.
    var sideNotes: [SideNote] {
        var notes: [SideNote] = []
        let plotted = points.map { $0.reading.plotted(in: unit) }
        if let index = plotted.lastIndex(where: { $0.figure != nil }), let figure = plotted[index].figure {
            let latest = index == points.count - 1
            notes.append(
                SideNote(
                    cssClass: figure.alerting ? "chart-last chart-alerting-text" : "chart-last",
                    label: latest ? "" : "\(points[index].label):", number: Quantity(figure.value, unit).number,
                    value: figure.value, point: index))
        }
        for (line, cssClass) in [(threshold, "chart-threshold-text"), (benchmark, "chart-benchmark-text")] {
            guard let line = line?.drawn else { continue }
            notes.append(note(cssClass, line.label, line.value, point: nil))
        }
        if let index = points.lastIndex(where: { $0.target.map(ValueAxis.holds) ?? false }),
            let value = points[index].target
        {
            notes.append(note("chart-target-text", targetLabel, value, point: index))
        }
        if let last = drawnStretches.last {
            let lines = [("Upper limit", last.upper), ("Mean", last.mean), ("Lower limit", last.lower)]
            notes += lines.compactMap { label, value in
                value.map { note("chart-limit-text", label, $0, point: last.range.upperBound - 1) }
            }
        }
        return notes
    }

    private func note(_ cssClass: String, _ label: String, _ value: Double, point: Int?) -> SideNote {
        SideNote(cssClass: cssClass, label: label, number: Quantity(value, unit).number, value: value, point: point)
    }
}
