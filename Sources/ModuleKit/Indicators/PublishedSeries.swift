import Measures

/// What `published` tells of one area: the stated figures, and the years before that follow from stated changes.
struct PublishedSeries {
    struct Told {
        var value: Double
        var bounds: Observation.Bounds?
    }

    private(set) var told: [Period: Told] = [:]
    private(set) var notes: [String] = []

    init(area: String, figures: PublishedFigures, request: IndicatorRequest) throws(IndicatorError) {
        let name = try request.text("figure")
        let standIn = try request.standInPeriod()
        let unit = try request.measuredUnit()
        let stated = try figures.figures(name, area: area, at: standIn)
        for (period, figure) in stated {
            guard figure.isFraction == [.percent, .change, .points].contains(unit) else {
                throw .unfitUnit(request.unit, expected: "what the source states: \(figure.unit)")
            }
            told[period] = Told(value: figure.value, bounds: figure.bounds)
        }
        guard let changeName = try request.optionalText("change") else { return }
        let isCount = try request.truth("count") || unit == .count
        for (period, change) in try figures.figures(changeName, area: area, at: standIn).sorted(by: { $0.key < $1.key }) {
            guard change.isFraction else {
                throw .unfitData("the figure '\(changeName)' is stated in \(change.unit), which is no change")
            }
            guard let after = stated[period] else { continue }
            guard let before = PublishedSeries.before(after.range, change: change.range, whole: isCount) else {
                notes.append("\(name) of \(period): no figure of the year before goes with its stated change")
                continue
            }
            if let known = stated[period.yearBefore] {
                if known.range.high < before.low || known.range.low > before.high {
                    notes.append(
                        "\(name) of \(period): its stated change does not go with the stated figure of the year before")
                }
            } else {
                told[period.yearBefore] = Told(
                    value: (before.low + before.high) / 2, bounds: before.low == before.high ? nil : before)
            }
        }
    }

    /// The figures that may have stood before a change; nil where none can have.
    static func before(
        _ after: Observation.Bounds, change: Observation.Bounds, whole: Bool
    ) -> Observation.Bounds? {
        guard change.low > -1, after.low >= 0 else { return nil }
        var low = after.low / (1 + change.high)
        var high = after.high / (1 + change.low)
        if whole {
            // A quotient that is whole by its digits may lie a hair beside it in binary.
            low = (low - 1e-9).rounded(.up)
            high = (high + 1e-9).rounded(.down)
        }
        return low <= high ? Observation.Bounds(low: low, high: high) : nil
    }
}
