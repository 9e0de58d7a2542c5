import Charts
import Measures
import Testing

@Suite struct TrendChartTests {
    private func chart(_ values: [Double?], unit: Unit = .count) -> TrendChart {
        TrendChart(
            id: "t", title: "Trend", unit: unit,
            points: values.enumerated().map { index, value in
                ChartPoint("P\(index)", value.map { .figure(ChartFigure($0)) } ?? .absent(because: "missing"))
            })
    }

    @Test(
        arguments: [
            ([1, 2, 3], 1, 0), ([1, 2, nil, 3, 4], 2, 1), ([1, nil, 3], 0, 1), ([nil, nil], 0, 2),
            ([nil, 2, 3, nil], 1, 2),
            ([], 0, 0), ([5], 0, 0),
        ] as [([Double?], Int, Int)])
    func missingPeriodBreaksTheLineAndIsCrossed(values: [Double?], lines: Int, crosses: Int) throws {
        let drawing = try #require(DrawingReader(chart(values).svg))
        #expect(drawing.all("chart-line").count == lines)
        // One more cross stands in the key.
        #expect(drawing.all("chart-absent").count == (crosses == 0 ? 0 : crosses + 1))
        #expect(drawing.all("chart-point").count == values.compactMap { $0 }.count)
    }

    @Test func marksDifferInShapeAndFillAlone() throws {
        let figures = [(false, false), (true, false), (false, true), (true, true)]
        let points = figures.enumerated().map { index, marks in
            ChartPoint("\(index)", .figure(ChartFigure(5, provisional: marks.0, alerting: marks.1)))
        }
        let drawing = try #require(
            DrawingReader(TrendChart(id: "m", title: "Marks", unit: .count, points: points).svg))
        let shapes = (drawing.all("chart-point") + drawing.all("chart-alerting")).map {
            "\($0.name) \($0.attributes["fill"] ?? "")"
        }
        #expect(Set(shapes) == ["circle currentColor", "circle Canvas", "path currentColor", "path Canvas"])
        #expect(drawing.texts.suffix(3) == ["provisional", "alerting", "alerting, provisional"])
    }

    static let extremes: [Double] = [
        .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e-12,
        -1e-9, 1e15, -1e15, 0, -0.0,
    ]

    @Test(
        arguments: extremes, [Unit.count, .percent, .change, .points, .money, .days, .index, ChartSamples.vehicleMiles])
    func noCoordinateIsWithoutANumber(value: Double, unit: Unit) throws {
        let figure = ChartFigure(value, bounds: Observation.Bounds(low: -value, high: value), alerting: true)
        let reading = ChartPoint.Reading.figure(figure)
        let line = ReferenceValue("Line", value)
        let drawings = [
            TrendChart(
                id: "x", title: "Extremes", unit: unit,
                points: [ChartPoint("a", reading, target: value), ChartPoint("b", value: 1)], threshold: line,
                benchmark: line
            ).svg,
            TrendChart(id: "x", title: "Alone", unit: unit, points: [ChartPoint("a", reading)]).svg,
            Sparkline(label: "Extremes", unit: unit, readings: [reading, reading], threshold: value).svg,
            ComparisonBar(
                id: "x", title: "Extremes", label: "Now", unit: unit, reading: reading,
                references: [ComparisonBar.Reference(.target, line)]
            ).svg,
        ]
        for svg in drawings {
            let drawing = try #require(DrawingReader(svg))
            #expect(drawing.coordinates.allSatisfy { Double($0).map { $0.isFinite && abs($0) < 2000 } ?? false })
            #expect(!drawing.texts.contains { $0.contains("nan") || $0.hasPrefix("inf") || $0.contains("-inf") })
        }
    }

    @Test func changeFromNoneStandsAtTheTopAndIsNamed() throws {
        let drawing = try #require(DrawingReader(chart([0.1, .infinity, 0.2], unit: .change).svg))
        #expect(drawing.texts.contains("change from none"))
        #expect(drawing.all("chart-line").isEmpty)
    }

    @Test func equalChartsAreEqualBytes() {
        #expect(ChartSamples.all.map(\.svg) == ChartSamples.all.map(\.svg))
    }

    @Test func screenReaderHearsLastFigureGapsAndThreshold() throws {
        let svg = ChartSamples.quartersWithGaps.svg
        #expect(svg.contains("aria-labelledby=\"gaps-title gaps-description\""))
        #expect(
            svg.contains(
                """
                12 periods; the first is Jan to Mar 2022, the last Oct to Dec 2024. Last figure 57 in Oct to Dec 2024 \
                (provisional). Highest 57 in Oct to Dec 2024 (provisional); lowest 28 in Apr to Jun 2022. 2 without a figure: \
                Jul to Sep 2022, Jan to Mar 2024. Alerting: Jul to Sep 2024, Oct to Dec 2024. Threshold 50. \
                Target 33 in Oct to Dec 2024.
                """))
    }
}
