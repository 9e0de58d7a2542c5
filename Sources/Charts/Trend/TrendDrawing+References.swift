import Measures

extension TrendDrawing {
    /// The lines that figures are held against, told apart by their dashes.
    var references: [SVGElement] {
        level(chart.benchmark, .benchmark) + targetPath + level(chart.threshold, .threshold)
    }

    private func level(_ value: ReferenceValue?, _ line: ReferenceLine) -> [SVGElement] {
        guard let value = value?.drawn else { return [] }
        let y = layout.y(value.value)
        return [line.element([Place(x: layout.left, y: y), Place(x: layout.right, y: y)])]
    }

    private var targetPath: [SVGElement] {
        let places = zip(layout.xs, chart.points).map { x, point -> Place? in
            guard let target = point.target, ValueAxis.holds(target) else { return nil }
            return Place(x: x, y: layout.y(target))
        }
        return LineRuns.of(places).map { run in
            guard run.count == 1, let only = run.first else { return ReferenceLine.target.element(run) }
            return ReferenceLine.target.element([Place(x: only.x - 6, y: only.y), Place(x: only.x + 6, y: only.y)])
        }
    }
}
