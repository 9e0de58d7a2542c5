import Charts
import Measures

/// Charts of the kinds that breach lists hold, kept as golden files under their names.
enum ChartSamples {
    static let vehicleMiles = Unit.rate(Unit.Rate(per: 1_000_000_000, of: "vehicle miles"))

    static var all: [(name: String, svg: String)] {
        [
            ("quarters-with-gaps", quartersWithGaps.svg),
            ("changes", changes.svg),
            ("rounded-percents", roundedPercents.svg),
            ("crowded-months", crowdedMonths.svg),
            ("labels-close-together", labelsCloseTogether.svg),
            ("one-point", onePoint.svg),
            ("no-points", TrendChart(id: "none", title: "No periods", unit: .count, points: []).svg),
            ("all-missing", allMissing.svg),
            (
                "all-equal",
                TrendChart(id: "equal", title: "Steady", unit: .money, points: years([5000, 5000, 5000])).svg
            ),
            ("hostile-labels", hostile.svg),
            ("sparkline", sparkline.svg),
            ("comparison", comparison.svg),
            ("comparison-of-changes", comparisonOfChanges.svg),
            ("comparison-withheld", comparisonWithheld.svg),
            ("tiles", tiles.svg), ("tiles-hostile", hostileTiles.svg), ("tiles-none", TileMap(id: "none", title: "No areas", tiles: []).svg),
        ] + process
    }

    /// Six areas, one without a figure, with a hole in the plan.
    static let tiles = TileMap(
        id: "tiles", title: "Incidents by ward",
        tiles: [("Ashdown", 1, 1, 70), ("Birchfield", 1, 2, 25), ("Castle", 2, 2, 4), ("Dell", 3, 1, 19), ("Eastcote", 3, 3, 41)].map {
            TileMap.Tile($0.0, mark: String($0.0.prefix(4)), at: TilePlace(row: $0.1, column: $0.2), text: "\($0.3)", value: Double($0.3))
        } + [TileMap.Tile("Fenwick", mark: "Fenw", at: TilePlace(row: 2, column: 3), text: "–", value: nil)], isNamed: true)

    static let hostileTiles = TileMap(
        id: "<tiles>", title: "</title><script>alert(1)</script>",
        tiles: [TileMap.Tile("\"><b>", mark: "<i>", at: TilePlace(row: 4, column: 9), text: "&<\u{0}", value: .infinity)], isNamed: true)

    static func years(_ values: [Double]) -> [ChartPoint] {
        values.enumerated().map { ChartPoint("\(2020 + $0)/\(21 + $0)", value: $1) }
    }

    static let quartersWithGaps = TrendChart(
        id: "gaps", title: "Serious youth violence incidents", unit: .count,
        points: [31, 28, nil, 35, 33, 36, 41, 38, nil, 44, 52, 57].enumerated().map { index, value in
            let label = "\(["Jan to Mar", "Apr to Jun", "Jul to Sep", "Oct to Dec"][index % 4]) \(2022 + index / 4)"
            guard let value else {
                return ChartPoint(label, .absent(because: index == 2 ? "missing" : "withheld"), target: 40)
            }
            return ChartPoint(
                label, .figure(ChartFigure(value, provisional: index > 10, alerting: index > 9)),
                target: 44 - Double(index))
        }, threshold: ReferenceValue("Threshold", 50))

    static let changes = TrendChart(
        id: "changes", title: "Change against the year before", unit: .change,
        points: [0.031, -0.12, -0.055, .infinity, 0.04, 0.157].enumerated().map { index, value in
            ChartPoint("Q\(index % 4 + 1) \(2023 + index / 4)", .figure(ChartFigure(value, alerting: value > 0.1)))
        }, threshold: ReferenceValue("Over", 0.1))

    static let roundedPercents = TrendChart(
        id: "rounded", title: "Empty properties back in use", unit: .percent,
        points: [0.02, 0.05, 0.07].enumerated().map { index, value in
            ChartPoint(
                "\(2023 + index)/\(24 + index)",
                .figure(ChartFigure(value, bounds: Observation.Bounds(low: value - 0.005, high: value + 0.005))),
                target: 0.1 * Double(index + 1) / 3)
        } + [ChartPoint("2026/27", .absent(because: "not due"), target: 0.1)])

    static let crowdedMonths = TrendChart(
        id: "crowded", title: "Killed or seriously injured", unit: vehicleMiles,
        points: (0..<72).map { index in
            let month = Month(year: 2019, month: 1).advanced(by: index)
            let label = "\(month.title.prefix(3)) \(month.year)"
            if (15...17).contains(index) { return ChartPoint(label, .absent(because: "missing")) }
            let value = 62.4 + Double((index * 37) % 23) - (index == 40 ? -45 : 0)
            return ChartPoint(label, .figure(ChartFigure(value, provisional: index > 68, alerting: index == 40)))
        }, threshold: ReferenceValue("Threshold", 94.5), benchmark: ReferenceValue("England 2022", 87.1))

    static let labelsCloseTogether = TrendChart(
        id: "close", title: "Repeat referrals within 12 months", unit: .percent,
        points: years([0.30, 0.31, 0.33, 0.32]).map { ChartPoint($0.label, $0.reading, target: 0.325) },
        threshold: ReferenceValue("Threshold set by the board", 0.33),
        benchmark: ReferenceValue("Most similar areas", 0.315))

    static let onePoint = TrendChart(
        id: "one", title: "One period", unit: .count, points: [ChartPoint("2023/24", value: 148)])

    static let allMissing = TrendChart(
        id: "missing", title: "Nothing reported", unit: .percent,
        points: (1...4).map { ChartPoint("2024 Q\($0)", .absent(because: "missing")) })

    static let hostile = TrendChart(
        id: "a b\"<script>", title: "</title><script>alert(1)</script>", description: "<img src=x onerror='x'>",
        unit: .rate(Unit.Rate(per: 10_000, of: "\"><b>people</b> & others who live in one of the wards named")),
        points: [
            ChartPoint("<b>\u{0}\u{1B}</b>", .figure(ChartFigure(3))),
            ChartPoint("]]>&amp;", .absent(because: "</text><script>")),
            ChartPoint(String(repeating: "unbroken", count: 60), .figure(ChartFigure(.nan))),
            ChartPoint("\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{202E}right to left", .figure(ChartFigure(4))),
        ], threshold: ReferenceValue("' onload='x", 5), benchmark: ReferenceValue("never", .infinity))

    static let sparkline = Sparkline(
        label: "Incidents, 8 quarters, from 31 to \"57\"", unit: .count,
        readings: [31, 28, nil, 35, 33, 36, 41, 57].enumerated().map { index, value in
            value.map { .figure(ChartFigure($0, alerting: index == 7)) } ?? .absent(because: "missing")
        }, threshold: 50)

    static let comparison = ComparisonBar(
        id: "ksi", title: "Killed or seriously injured, 2023", label: "Telford 2023", unit: vehicleMiles,
        reading: .figure(ChartFigure(62.4)),
        references: [
            ComparisonBar.Reference(.threshold, ReferenceValue("Threshold", 94.5)),
            ComparisonBar.Reference(.benchmark, ReferenceValue("England 2022", 87.1)),
        ])

    static let comparisonOfChanges = ComparisonBar(
        id: "fall", title: "Change since 2019", label: "2019 to 2023", unit: .change,
        reading: .figure(ChartFigure(-0.216, bounds: Observation.Bounds(low: -0.25, high: -0.19), provisional: true)),
        references: [
            ComparisonBar.Reference(.target, ReferenceValue("Target", -0.3)),
            ComparisonBar.Reference(.threshold, ReferenceValue("Rise over", 0.1)),
        ])

    static let comparisonWithheld = ComparisonBar(
        id: "withheld", title: "Referrals", label: "Donnington", unit: .count, reading: .absent(because: "withheld"),
        references: [ComparisonBar.Reference(.threshold, ReferenceValue("Threshold", 10))])
}
