import Measures

/// Where everything on a funnel chart lies.
struct FunnelLayout: Sendable {
    let width: Double
    let height: Double
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let xAxis: ValueAxis
    let yAxis: ValueAxis
    let x: LinearScale
    let y: LinearScale
    /// Under the axis of sizes: names of the areas outside, the key and the notes.
    let lines: [String]
    let linesTop: Double

    init(_ chart: FunnelChart) {
        let drawn = chart.drawnPoints
        // Sizes are told as they are, whatever the unit of the values; a fraction would have no ticks of its own.
        xAxis = ValueAxis(holding: drawn.map(\.size), unit: .index, intervals: 4)
        let least = drawn.map(\.size).min() ?? 0
        let limits = [chart.inner, chart.outer].flatMap { $0 }.filter { $0.size >= least }
        yAxis = ValueAxis(
            holding: drawn.map(\.value) + [chart.benchmark?.drawn?.value].compactMap { $0 }
                + limits.flatMap { [$0.lower, $0.upper] }, unit: chart.unit)
        let yAxis = yAxis
        left = (yAxis.ticks.map { TextWidth.of(yAxis.text($0)) }.max() ?? 0) + TrendLayout.gap
        let lastTick = TextWidth.of(xAxis.text(xAxis.high)) / 2
        width = max(chart.width, TrendLayout.narrowest, left + TrendLayout.narrowestPlot + lastTick)
        right = width - max(lastTick, TrendLayout.inset + 4)
        top = yAxis.caption == nil ? TextWidth.lineHeight * 0.75 : TextWidth.lineHeight * 1.8
        bottom = top + chart.plotHeight
        x = LinearScale(xAxis, from: left, to: right)
        y = LinearScale(yAxis, from: bottom, to: top)
        linesTop = bottom + 2 * TextWidth.lineHeight + 12
        let room = width - 8
        lines = chart.lines.flatMap { TextLines.of($0, width: room, most: 3) }
        height = linesTop + Double(lines.count) * TextWidth.lineHeight + 4
    }
}

extension FunnelChart {
    /// The text under the chart.
    var lines: [String] {
        var lines = named.enumerated().map { "\($0 + 1) \(told($1))" }
        let more = drawnPoints.count { $0.verdict != .within } - named.count
        if more > 0 { lines.append("and \(more) more outside the limits") }
        if let line = benchmark?.drawn { lines.append("Full line: \(line.label) \(Quantity(line.value, unit).number)") }
        if !inner.isEmpty { lines.append("Short dashes: 95% limits") }
        if !outer.isEmpty { lines.append("Long dashes: 99.8% limits") }
        return lines + notes
    }
}
