import Measures

extension TrendChart {
    /// The chart in words: how many periods, the last figure, the highest and the lowest, what is missing, and the
    /// lines.
    var summary: String {
        guard let first = points.first, let last = points.last else { return "No periods." }
        let figures = points.compactMap { point in
            point.reading.plotted(in: unit).figure.map { (label: point.label, figure: $0) }
        }
        var sentences = [
            points.count == 1
                ? "One period, \(first.label)."
                : "\(points.count) periods; the first is \(first.label), the last \(last.label)."
        ]
        if let latest = figures.last { sentences.append("Last figure \(told(latest)).") }
        if let highest = figures.max(by: { $0.figure.value < $1.figure.value }),
            let lowest = figures.min(by: { $0.figure.value < $1.figure.value }),
            highest.figure.value > lowest.figure.value
        {
            sentences.append("Highest \(told(highest)); lowest \(told(lowest)).")
        }
        for (mark, words) in [(Mark.absent, "without a figure"), (.fromNone, "with a change from none")] {
            let labels = points.filter { Mark($0.reading.plotted(in: unit)) == mark }.map(\.label)
            if !labels.isEmpty { sentences.append("\(labels.count) \(words): \(Self.listed(labels)).") }
        }
        let alerting = figures.filter(\.figure.alerting).map(\.label)
        if !alerting.isEmpty { sentences.append("Alerting: \(Self.listed(alerting)).") }
        for line in [threshold, benchmark].compactMap({ $0?.drawn }) {
            sentences.append("\(line.label) \(Quantity(line.value, unit)).")
        }
        if let target = points.last(where: { $0.target.map(ValueAxis.holds) ?? false }), let value = target.target {
            sentences.append("\(targetLabel) \(Quantity(value, unit)) in \(target.label).")
            if let edge = target.toleratedValue {
                sentences.append("Tolerated: \(Quantity(edge, unit)).")
            }
        }
        return (sentences + processSummary).joined(separator: " ")
    }

    private func told(_ point: (label: String, figure: ChartFigure)) -> String {
        "\(Quantity(point.figure.value, unit)) in \(point.label)\(point.figure.provisional ? " (provisional)" : "")"
    }

    /// More than six labels are not listened to.
    static func listed(_ labels: [String]) -> String {
        labels.count <= 6
            ? labels.joined(separator: ", ")
            : "\(labels.prefix(5).joined(separator: ", ")) and \(labels.count - 5) more"
    }
}
