import Measures
import ModuleKit

/// The cells of a grid in which injury collisions gather: the dataset, the query, and the clusters at the end of a month.
///
/// A collision is a distinct `reference` with at least one casualty, of any severity; a casualty's row is not one. Looked at are the
/// `months` that end with a period, whatever its grain. The grid is fixed: a cluster across the border of two cells, or of two areas, may be
/// missed, so the cell's size, the months and the least number are the KPI's to state. A collision without a place is in no cell.
struct CollisionCells {
    /// The most months that may be looked at, the one told of among them.
    static let mostMonths = 36

    static let use = DatasetUse(
        Casualties.name,
        columns: [
            ColumnUse("date", .date), ColumnUse("area", .area), ColumnUse("reference", .text),
            ColumnUse("longitude", .number), ColumnUse("latitude", .number),
        ])

    static let parameters = [
        ParameterDescription(
            "at_least", .number, required: true, summary: "The injury collisions within the months that make a cluster."),
        ParameterDescription(
            "months", .number, required: true,
            summary: "The months looked at, that of the period's end among them, 1 to \(mostMonths)."),
        ParameterDescription("metres", .number, required: true, summary: "The side of a grid cell, 1 to 5,000."),
    ]

    private static let name = "cells"
    private static let cell = "cell"

    /// Collisions by area and cell, and by month; those without a place under the empty cell.
    private var collisions: [String: [String: [Month: Double]]] = [:]
    /// Of each cell, how many casualties it has and the sums of their places.
    private var places: [String: (count: Double, longitude: Double, latitude: Double)] = [:]
    private let atLeast: Double
    private let months: Int

    static func queries(_ request: IndicatorRequest) throws(IndicatorError) -> [Query] {
        let metres = try request.number("metres")
        guard (1...5_000).contains(metres) else { throw .unfitParameter("metres", expected: "1 to 5,000") }
        _ = try atLeast(request)
        _ = try months(request)
        let step = RecordStep(cell, .grid(longitude: "longitude", latitude: "latitude", metres: metres))
        return request.levels.map { level in
            Query(
                "\(name)/\(level)", of: Casualties.name, steps: [step],
                by: [.area(level: level), .period(.month), .column(cell)],
                measures: [
                    Measure("collisions", .distinct("reference")), Measure("casualties", .count),
                    Measure("longitude", .average("longitude")), Measure("latitude", .average("latitude")),
                ])
        }
    }

    init(for frame: Frame, of request: ComputeRequest) throws(IndicatorError) {
        atLeast = try Self.atLeast(request.request)
        months = try Self.months(request.request)
        let table = try request.areaTable(Self.name, for: frame)
        let areas = table.texts("area")
        let cells = table.texts(Self.cell)
        let counts = table.numbers("collisions")
        let casualties = table.numbers("casualties")
        let longitudes = table.numbers("longitude")
        let latitudes = table.numbers("latitude")
        for (row, ordinal) in table.numbers("period").enumerated() {
            guard let ordinal = Int(exactly: ordinal) else { continue }
            let shortest =
                [areas.count, cells.count, counts.count, casualties.count, longitudes.count, latitudes.count].min() ?? 0
            guard row < shortest else {
                throw .missingColumn("area, cell, collisions, casualties, longitude or latitude", table: Self.name)
            }
            collisions[areas[row], default: [:]][cells[row], default: [:]][Month(ordinal: ordinal), default: 0] +=
                counts[row]
            var place = places[cells[row]] ?? (0, 0, 0)
            place.count += casualties[row]
            place.longitude += longitudes[row] * casualties[row]
            place.latitude += latitudes[row] * casualties[row]
            places[cells[row]] = place
        }
    }

    private static func atLeast(_ request: IndicatorRequest) throws(IndicatorError) -> Double {
        let number = try request.whole("at_least")
        guard number >= 1 else { throw .unfitParameter("at_least", expected: "1 or more") }
        return Double(number)
    }

    private static func months(_ request: IndicatorRequest) throws(IndicatorError) -> Int {
        let months = try request.whole("months")
        guard (1...mostMonths).contains(months) else { throw .unfitParameter("months", expected: "1 to \(mostMonths)") }
        return months
    }

    /// The cells of an area with enough collisions in the months that end with this one, and how many.
    func clusters(in area: String, at month: Month) -> [String: Double] {
        (collisions[area] ?? [:]).compactMapValues { byMonth in
            let sum = sum(byMonth, at: month)
            return sum >= atLeast ? sum : nil
        }.filter { !$0.key.isEmpty }
    }

    /// The clusters at a period's end that were none at the end of the period before.
    func newClusters(in area: String, _ period: Period) -> [String: Double] {
        let before = clusters(in: area, at: period.moved(by: -1).lastMonth)
        return clusters(in: area, at: period.lastMonth).filter { before[$0.key] == nil }
    }

    /// Collisions of an area without a place, in the months that end with this one.
    func unplaced(in area: String, at month: Month) -> Double {
        sum(collisions[area]?[""] ?? [:], at: month)
    }

    private func sum(_ byMonth: [Month: Double], at month: Month) -> Double {
        let first = month.advanced(by: 1 - months)
        return byMonth.reduce(0) { $0 + ($1.key >= first && $1.key <= month ? $1.value : 0) }
    }

    /// The middle of a cell's casualties, as latitude and longitude to about ten metres.
    private func place(of cell: String) -> String {
        guard let place = places[cell], place.count > 0 else { return cell }
        let degrees = [place.latitude, place.longitude].map { DecimalText.plain($0 / place.count, places: 4) }
        return degrees.joined(separator: ", ")
    }

    /// What a reader should know of the last period of a frame: where its clusters lie, the most collisions first, and what is in no cell.
    func notes(_ frame: Frame, title: String, _ found: (String, Period) -> [String: Double]) throws(IndicatorError)
        -> [String]
    {
        guard let ordinal = frame.periods.last else { return [] }
        let last = Period(grain: try frame.periodGrain(), ordinal: ordinal)
        var notes: [String] = []
        for area in frame.areas {
            let clusters = found(area, last).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            if !clusters.isEmpty {
                let told = clusters.prefix(5).map { "\(place(of: $0.key)) (\(DecimalText.shortest($0.value, upTo: 0)))" }
                let more = clusters.count > told.count ? " and \(clusters.count - told.count) more" : ""
                notes.append("\(title) of \(area) at the end of \(last): \(told.joined(separator: "; "))\(more)")
            }
            let lost = unplaced(in: area, at: last.lastMonth)
            if lost > 0 {
                notes.append(
                    "\(DecimalText.shortest(lost, upTo: 0)) injury collisions of \(area) in the \(months) months to \(last.lastMonth) have no place"
                )
            }
        }
        return notes
    }
}
