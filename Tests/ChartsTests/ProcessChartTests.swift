import Charts
import Measures
import Testing

@Suite struct ProcessChartTests {
    static let extremes: [Double] = [
        .nan, .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e-12, 1e15, -1e15, -37.5, 0, 5,
    ]

    private func expectWithinTheBox(_ svg: String) throws {
        let drawing = try #require(DrawingReader(svg))
        let box = try #require(drawing.attributes("viewBox").first).split(separator: " ").compactMap { Double($0) }
        #expect(drawing.coordinates.allSatisfy { Double($0)?.isFinite ?? false })
        for element in drawing.elements {
            for (x, y) in [("x", "y"), ("cx", "cy")] {
                guard let x = element.attributes[x].flatMap(Double.init), let y = element.attributes[y].flatMap(Double.init)
                else { continue }
                #expect(x >= 0 && x <= box[2] && y >= 0 && y <= box[3], "\(element)")
            }
            let path = (element.attributes["d"] ?? "").split { "MLZ".contains($0) }
            for place in path.map({ $0.split(separator: " ").compactMap { Double($0) } }) {
                #expect(place.count == 2 && place[0] >= 0 && place[0] <= box[2] && place[1] >= 0 && place[1] <= box[3])
            }
        }
    }

    @Test(arguments: extremes, [Unit.count, .percent, .change, ChartSamples.vehicleMiles])
    func hostileFiguresStayWithinTheBox(value: Double, unit: Unit) throws {
        let figure = ChartPoint.Reading.figure(ChartFigure(value, special: SpecialCause(.outsideLimits, .worse)))
        for count in [0, 1, 2, 30] {
            let points = (0..<count).map { ChartPoint("P\($0)", figure, target: value, tolerated: -value) }
            let lines = ProcessLines(
                stretches: [
                    ProcessStretch(range: 0..<count, mean: value, lower: -value, upper: value, isTrial: true),
                    ProcessStretch(range: 0..<99, mean: 1, lower: 0, upper: 2, isTrial: true),
                ], steps: [LimitStep(point: 0, reason: "at the start"), LimitStep(point: 99, reason: "never")])
            try expectWithinTheBox(TrendChart(id: "x", title: "X", unit: unit, points: points, process: lines).svg)
            let areas = (0..<count).map { index in
                FunnelChart.Point(
                    "A\(index)", size: index % 2 == 0 ? abs(value) : 10, value: value,
                    verdict: .outside(isOuter: index % 3 == 0, isHigher: true, isWorse: true))
            }
            let curve = [1, 10, value].map { FunnelChart.Limits(size: $0, lower: -value, upper: value) }
            try expectWithinTheBox(
                FunnelChart(
                    id: "f", title: "F", unit: unit, sizeLabel: "people", points: areas,
                    benchmark: ReferenceValue("all", value), inner: curve, outer: curve
                ).svg)
        }
    }

    @Test(arguments: ChartSamples.process.map(\.name))
    func samplesStayWithinTheBox(name: String) throws {
        try expectWithinTheBox(try #require(ChartSamples.process.first { $0.name == name }?.svg))
    }

    @Test func everySignHasAShapeOfItsOwnAndWorseARing() throws {
        func shapes(_ cause: SpecialCause, provisional: Bool = false) throws -> [String] {
            let point = ChartPoint("P", .figure(ChartFigure(5, provisional: provisional, special: cause)))
            let svg = TrendChart(id: "s", title: "S", unit: .count, points: [point]).svg
            let figures = try #require(svg.split(separator: "chart-figures").last?.split(separator: "chart-labels").first)
            return figures.matches(of: /\b(?:d|r|fill)="([^"]+)"/).map { String($0.output.1) }
        }
        let plain = try SpecialCause.Sign.allCases.map { try shapes(SpecialCause($0, .better)) }
        #expect(Set(plain).count == SpecialCause.Sign.allCases.count)
        for sign in SpecialCause.Sign.allCases {
            #expect(try shapes(SpecialCause(sign, .worse)) != shapes(SpecialCause(sign, .better)), "without colour")
            #expect(try shapes(SpecialCause(sign, .worse), provisional: true) != shapes(SpecialCause(sign, .worse)))
        }
    }

    @Test func limitsEndAtAStepAndGapsAreNotBridged() throws {
        let steps = try #require(DrawingReader(ChartSamples.processSteps.svg))
        #expect(
            steps.all("chart-mean").count == 2 && steps.all("chart-limit").count == 3 && steps.all("chart-step").count == 1)
        #expect(steps.all("chart-limit").allSatisfy { $0.attributes["stroke-dasharray"] == "3 3" })
        #expect(steps.texts.joined(separator: " ").contains("trial limits, from fewer than 13 figures"))
        #expect(steps.texts.joined(separator: " ").contains("from Jul 23, cases are flagged by a new rule"))
        let signs = try #require(DrawingReader(ChartSamples.processSigns.svg))
        #expect(signs.all("chart-line").count == 2)
        #expect(signs.all("chart-limit").allSatisfy { $0.attributes["stroke-dasharray"] == "10 3" })
    }

    @Test func screenReaderHearsLimitsSignsAndWhatIsLeftOut() {
        let svg = ChartSamples.processSigns.svg
        #expect(svg.contains("From Jan 23 to Jan 25: mean 51, limits 37.5 to 64.5."))
        #expect(svg.contains("Outside the limits, worse: Jan 25. Outside the limits, better: Dec 24."))
        #expect(svg.contains("Exceptional, not in the limits: May 23."))
        #expect(ChartSamples.processWithheld.svg.contains("No limits: they would tell of figures that are withheld.</desc>"))
        #expect(
            ChartSamples.funnel.svg.contains(
                "Outside the limits: Birchfield 29% (above the 99.8% limits, worse), Castle &amp; Quay 28.5% (above"))
    }
}
