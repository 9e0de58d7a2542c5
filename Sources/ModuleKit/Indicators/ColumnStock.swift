import Measures

/// `stock`: what a column holds at the period's end: homes that are empty, schemes that run, people on a register.
///
/// The sum of the column over the records of the period's last edition: of a dataset of figures the edition that it comes by, of other
/// records the month. Editions before it do not count, and are not added up: four quarters of 400 empty homes are 400. A period that ends
/// within an edition, or whose last edition holds no number, has no stock. No events stand behind a stock, so chance is not judged.
public struct ColumnStock: FrameIndicator {
    public init() {}

    public var description: IndicatorDescription {
        IndicatorDescription(
            name: "stock", summary: "What a column holds at the period's end",
            definition: "Sum of the column over the records of the period's last edition that satisfy the condition.",
            unit: .stated, parameters: [.dataset, .column, .condition], carriesCounts: false, addsUp: false)
    }

    public func plan(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        var editions = request
        editions.grains = [try edition(request).rawValue]
        return editions.queriesByPeriod(
            "stock", of: try request.dataset(), where: try request.condition(),
            measures: [Measure("sum", .sum(try request.text("column")))])
    }

    public func rows(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) -> [ComputedObservations.Row] {
        let edition = try edition(request.request)
        var last = frame
        last.grain = edition.rawValue
        let ends = try frame.cells().map { Period(edition, holding: $0.period.lastMonth).ordinal }
        last.periods = Array(Set(ends)).sorted()
        let stocks = try request.column("sum", of: "stock", for: last)
        let places = Dictionary(
            last.periods.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return try frame.rows { cell in
            let period = Period(edition, holding: cell.period.lastMonth)
            guard period.lastMonth == cell.period.lastMonth, let place = places[period.ordinal] else { return nil }
            let end = Cell(area: cell.area, period: period, areaIndex: cell.areaIndex, periodIndex: place)
            return stocks[end].map { Observation(value: $0) }
        }
    }

    private func edition(_ request: IndicatorRequest) throws(IndicatorError) -> Grain {
        request.figures?[try request.dataset()].flatMap(Grain.init(rawValue:)) ?? .month
    }
}
