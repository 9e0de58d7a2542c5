import Measures

extension Evaluation {
    /// A figure of the window that ends with each period. One figure that isn't there leaves the whole without: a window with
    /// a hole has no mean.
    func window(_ aggregate: Aggregate, _ series: Int, _ steps: Int, into result: Column) {
        // Room for one window serves them all.
        var cells: [Cell] = []
        var sorted: [Double] = []
        cells.reserveCapacity(steps)
        sorted.reserveCapacity(steps)
        for area in frame.areas.indices {
            for period in 0..<frame.periodCount {
                cells.removeAll(keepingCapacity: true)
                for earlier in (0..<steps).reversed() { cells.append(figure(series, area, period, .earlier(earlier))) }
                result[area * frame.periodCount + period] =
                    Self.hole(in: cells) ?? combined(aggregate, series, area, period, cells, &sorted)
            }
        }
    }

    private static func hole(in cells: [Cell]) -> Cell? {
        var reason: UInt8 = 0
        for cell in cells where cell.isAbsent { reason = Cell.first(reason, cell.reason) }
        return AbsenceReason(rawValue: reason).map(Cell.absent)
    }

    private func combined(
        _ aggregate: Aggregate, _ series: Int, _ area: Int, _ period: Int, _ cells: [Cell], _ sorted: inout [Double]
    ) -> Cell {
        switch aggregate {
        case .sum: return Self.sum(cells)
        case .mean:
            guard isRatio(series) else {
                let sum = Self.sum(cells)
                let count = Double(cells.count)
                return Cell(value: sum.value / count, low: sum.low / count, high: sum.high / count, reason: 0)
            }
            return pooled(series, area, period, cells)
        case .min: return Self.folded(cells, min)
        case .max: return Self.folded(cells, max)
        case .median:
            // Order statistics rise with each of their figures, so their ends are those of the ends.
            return Cell(
                value: Self.median(cells, \.value, &sorted), low: Self.median(cells, \.low, &sorted),
                high: Self.median(cells, \.high, &sorted), reason: 0)
        }
    }

    private static func sum(_ cells: [Cell]) -> Cell {
        cells.reduce(.exact(0)) {
            Cell(value: $0.value + $1.value, low: $0.low + $1.low, high: $0.high + $1.high, reason: 0)
        }
    }

    private static func folded(_ cells: [Cell], _ body: (Double, Double) -> Double) -> Cell {
        cells.dropFirst().reduce(cells[0]) {
            Cell(value: body($0.value, $1.value), low: body($0.low, $1.low), high: body($0.high, $1.high), reason: 0)
        }
    }

    /// The middle figure, or the mean of the two in the middle.
    private static func median(_ cells: [Cell], _ end: (Cell) -> Double, _ sorted: inout [Double]) -> Double {
        sorted.removeAll(keepingCapacity: true)
        for cell in cells { sorted.append(end(cell)) }
        sorted.sort()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    private func isRatio(_ series: Int) -> Bool {
        switch program.series[series].unit {
        case .percent, .rate, .index: true
        default: false
        }
    }

    /// The mean of ratios from their parts: all numerators over all denominators, which is their mean weighted by the
    /// denominators. Without denominators there is none.
    private func pooled(_ series: Int, _ area: Int, _ period: Int, _ cells: [Cell]) -> Cell {
        var whole = 0.0
        var (value, low, high) = (0.0, 0.0, 0.0)
        for (place, cell) in cells.enumerated() {
            let column = column(series, period, .earlier(cells.count - 1 - place))
            guard let weight = inputs[series].observations.denominator(area, column), weight > 0 else {
                return .absent(.noValue)
            }
            whole += weight
            value += cell.value * weight
            low += cell.low * weight
            high += cell.high * weight
        }
        return Cell(value: value / whole, low: low / whole, high: high / whole, reason: 0)
    }

    /// A figure of a month or a quarter as one of the twelve months that end with it, by days: at a constant daily rate that is
    /// just what the twelve months come to. A rate per month or per quarter counts twelve or four to the year.
    func annual(_ series: Int, _ area: Int, _ period: Int) -> Cell {
        let figure = figure(series, area, period, .earlier(0))
        guard !figure.isAbsent else { return figure }
        let scale = annualScale(series, period)
        return Cell(value: figure.value * scale, low: figure.low * scale, high: figure.high * scale, reason: 0)
    }

    func annualScale(_ series: Int, _ period: Int) -> Double {
        if case .rate(let rate) = program.series[series].unit {
            switch rate.time {
            case .month: return 12
            case .quarter: return 4
            case .period, .year: break
            }
        }
        let judged = frame.first.moved(by: period)
        return Double(Period(.rollingYear, holding: judged.lastMonth).days) / Double(judged.days)
    }

    /// Days from the end of the last period with a figure to the end of the one judged. What is not due yet is not old.
    func age(_ series: Int, _ area: Int, _ period: Int) -> Cell {
        switch state(series, area, period, .earlier(0)) {
        case .notDue: return .absent(.notDue)
        case .moduleFailed: return .absent(.moduleFailed)
        default: break
        }
        var steps = 0
        while true {
            switch state(series, area, period, .earlier(steps)) {
            case .reported, .noValue:
                let judged = frame.first.moved(by: period)
                return .exact(
                    Double(judged.lastDay.daysSince1970 - judged.moved(by: -steps).lastDay.daysSince1970))
            case .beforeHistory: return .absent(.insufficientHistory)
            default: steps += 1
            }
        }
    }
}
