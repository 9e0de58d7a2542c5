import Measures

/// Where everything on a trend chart lies.
struct TrendLayout: Sendable, Hashable {
    static let narrowest = 240.0
    static let narrowestPlot = 100.0
    /// Between axis and labels.
    static let gap = 6.0
    /// Between plot and side labels: room for a line that leads to a label that had to move.
    static let leader = 14.0
    /// Free on both sides of the points within the plot.
    static let inset = 8.0

    let width: Double
    let height: Double
    let axis: ValueAxis
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    /// Of each point.
    let xs: [Double]
    let y: LinearScale
    let sideLabels: [SideLabel]
    let sideMiddles: [Double]
    /// The middle of the band of crosses under the axis.
    let absentY: Double
    let periodLabels: PeriodLabels
    let key: MarkKey
    /// Lines of text under the key.
    let footnotes: [String]
    let notesTop: Double

    init(_ chart: TrendChart) {
        let plotted = chart.points.map { $0.reading.plotted(in: chart.unit) }
        let figures = plotted.compactMap(\.figure)
        let lines = [chart.threshold, chart.benchmark].compactMap { $0?.drawn?.value }
        let ends = figures.compactMap(\.openRange).flatMap { [$0.lowerBound, $0.upperBound] }
        let axis = ValueAxis(
            holding: figures.map(\.value) + ends + lines + chart.points.flatMap(\.targetValues)
                + chart.drawnStretches.flatMap(\.values), unit: chart.unit)
        let wished = max(chart.width, TrendLayout.narrowest)
        self.axis = axis

        let notes = chart.sideNotes
        let texts = notes.map { TextLines.of($0.label, number: $0.number, width: wished * 0.27) }
        let sideWidth = texts.flatMap { $0.map(TextWidth.of) }.max() ?? 0
        let heights = texts.map { Double($0.count) * TextWidth.lineHeight }
        let left = (axis.ticks.map { TextWidth.of(axis.text($0)) }.max() ?? 0) + TrendLayout.gap
        let side = sideWidth == 0 ? TrendLayout.inset : sideWidth + TrendLayout.leader
        // Numbers of many digits may leave no room between axis and labels; then the drawing is wider.
        width = max(wished, left + TrendLayout.narrowestPlot + side)
        right = width - side
        self.left = left
        top = axis.caption == nil ? TextWidth.lineHeight * 0.75 : TextWidth.lineHeight * 1.8
        bottom = top + max(chart.plotHeight, LabelStack.height(heights))
        xs = TrendLayout.columns(chart.points.count, from: left + TrendLayout.inset, to: right - TrendLayout.inset)
        let y = LinearScale(axis, from: bottom, to: top)
        self.y = y

        let plotRight = right
        let columns = xs
        sideLabels = zip(notes, texts).map { note, lines in
            let x = note.point.map { columns[$0] } ?? plotRight
            return SideLabel(cssClass: note.cssClass, lines: lines, anchor: Place(x: x, y: y(note.value)))
        }
        sideMiddles = LabelStack.middles(wanted: sideLabels.map(\.anchor.y), heights: heights, within: top...bottom)

        let marks = Set(plotted.map(Mark.init))
        absentY = bottom + 8
        let labelsTop = bottom + (marks.contains(.absent) ? 17 : 7)
        periodLabels = PeriodLabels(chart.points.map(\.label), middles: xs, top: labelsTop, total: width)
        key = MarkKey(
            marks: marks, reasons: plotted.absenceReasons, hasOpenRanges: !ends.isEmpty,
            top: periodLabels.bottom + TrendLayout.gap, width: width)
        notesTop = key.bottom + (chart.processNotes.isEmpty ? 0 : 2)
        let noteWidth = width - 8
        footnotes = chart.processNotes.flatMap { TextLines.of($0, width: noteWidth, most: 4) }
        height = notesTop + Double(footnotes.count) * TextWidth.lineHeight + 4
    }

    /// The columns of so many points: spread over the whole width, a single one in its middle.
    private static func columns(_ count: Int, from start: Double, to end: Double) -> [Double] {
        guard count > 1 else { return Array(repeating: (start + end) / 2, count: count) }
        return (0..<count).map { start + Double($0) / Double(count - 1) * (end - start) }
    }
}

extension [PlottedReading] {
    /// Why readings are absent, each reason once, in the order of time.
    var absenceReasons: [String] {
        var reasons: [String] = []
        for case .absent(let reason) in self where !reasons.contains(reason) { reasons.append(reason) }
        return reasons
    }
}

extension ChartPoint {
    /// What the lines of the target need a place for.
    fileprivate var targetValues: [Double] { [target, toleratedValue].compactMap { $0 } }
}
