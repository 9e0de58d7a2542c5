extension Evaluation {
    /// The place of every area among those judged, 1 for the greatest figure; equal figures share the better place. An area
    /// whose figure is missing may stand anywhere, so it widens the places of the others by one, and their reason is its.
    func ranks(_ series: Int, into result: Column) {
        for period in 0..<frame.periodCount {
            let figures = frame.areas.indices.map { figure(series, $0, period, .earlier(0)) }
            let absent = figures.filter(\.isAbsent)
            let reason = absent.reduce(0 as UInt8) { Cell.first($0, $1.reason) }
            for (area, own) in figures.enumerated() {
                guard !own.isAbsent else {
                    result[area * frame.periodCount + period] = own
                    continue
                }
                var place = Cell(value: 1, low: 1, high: 1, reason: reason)
                for (other, figure) in figures.enumerated() where other != area && !figure.isAbsent {
                    if Self.isOver(figure.value, own.value) { place.value += 1 }
                    if Self.isOver(figure.low, own.high) { place.low += 1 }
                    if Self.isOver(figure.high, own.low) { place.high += 1 }
                }
                place.high += Double(absent.count)
                result[area * frame.periodCount + period] = place
            }
        }
    }

    /// The area's part of the whole. The whole's own figure is taken, not a sum of the parts: records that lie in no area
    /// count for it too. A part is never over the whole.
    func share(of series: Int, in total: Int, _ area: Int, _ period: Int) -> Cell {
        let (part, whole) = (figure(series, area, period, .earlier(0)), figure(total, area, period, .earlier(0)))
        let share = Self.arithmetic(.divided, part, whole)
        guard !share.isAbsent else { return share }
        return Cell(
            value: min(share.value, 1), low: min(share.low, 1), high: min(share.high, 1), reason: share.reason)
    }
}
