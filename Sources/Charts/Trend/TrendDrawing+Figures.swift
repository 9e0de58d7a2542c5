import Measures

extension TrendDrawing {
    /// Points nearer to each other than this have no plain mark of their own: the line shows them.
    private static let crowded = 6.0

    private var places: [Place?] {
        zip(layout.xs, readings).map { x, reading in
            reading.figure.map { Place(x: x, y: layout.y($0.value)) }
        }
    }

    var line: [SVGElement] {
        LineRuns.of(places).filter { $0.count > 1 }.map { .polyline("chart-line", $0, width: 2) }
    }

    var ranges: [SVGElement] {
        zip(layout.xs, readings).compactMap { x, reading in
            reading.figure?.openRange.map { range in
                .openRange(x: x, from: layout.y(range.lowerBound), to: layout.y(range.upperBound))
            }
        }
    }

    var marks: [SVGElement] {
        readings.indices.compactMap { index in
            let mark = Mark(readings[index])
            guard mark != .ordinary || !isCrowded || standsAlone(index) else { return nil }
            return mark.element(at: place(of: index)).titled(words(index))
        }
    }

    private func place(of index: Int) -> Place {
        let y =
            switch readings[index] {
            case .on(let figure): layout.y(figure.value)
            case .above: layout.top
            case .absent: layout.absentY
            }
        return Place(x: layout.xs[index], y: y)
    }

    private var isCrowded: Bool {
        layout.xs.count > 1 && layout.xs[1] - layout.xs[0] < TrendDrawing.crowded
    }

    /// Whether no line reaches the point, or it is the last: its mark is drawn in any crowd.
    private func standsAlone(_ index: Int) -> Bool {
        let before = index > 0 && readings[index - 1].figure != nil
        let after = index + 1 < readings.count && readings[index + 1].figure != nil
        return !after && (!before || index == readings.count - 1)
    }

    /// `Mar 2024: 62.4 per billion vehicle miles (provisional)`.
    private func words(_ index: Int) -> String {
        let label = chart.points[index].label
        switch readings[index] {
        case .absent(let reason): return "\(label): \(reason.isEmpty ? Mark.absent.words : reason)"
        case .above: return "\(label): from none"
        case .on(let figure):
            let mark = Mark(figure)
            return "\(label): \(Quantity(figure.value, chart.unit))"
                + (mark == .ordinary ? "" : " (\(mark.words))") + figure.openRangeWords(in: chart.unit)
        }
    }
}
