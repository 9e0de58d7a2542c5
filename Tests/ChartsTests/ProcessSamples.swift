import Charts
import Measures

/// Charts that tell change from chance.
extension ChartSamples {
    static var process: [(name: String, svg: String)] {
        [
            ("process-signs", processSigns.svg), ("process-steps", processSteps.svg), ("process-trial", processTrial.svg),
            ("process-withheld", processWithheld.svg), ("trajectory", trajectory.svg), ("funnel", funnel.svg),
            ("funnel-withheld", funnelWithheld.svg), ("funnel-empty", funnelEmpty.svg),
            ("funnel-hostile", funnelHostile.svg),
        ]
    }

    static func months(_ values: [Double?], _ mark: (Int, inout ChartFigure) -> Void = { _, _ in }) -> [ChartPoint] {
        values.enumerated().map { index, value in
            let month = Month(year: 2023, month: 1).advanced(by: index)
            let label = "\(month.title.prefix(3)) \(month.year % 100)"
            guard let value else { return ChartPoint(label, .absent(because: "missing")) }
            var figure = ChartFigure(value)
            mark(index, &figure)
            return ChartPoint(label, .figure(figure))
        }
    }

    static let processSigns = TrendChart(
        id: "signs", title: "Antisocial behaviour, Brookside", unit: .count,
        points: months([
            50, 54, 47, 52, 90, 49, 51, nil, 46, 53, 51, 49, 62, 48, 63, 55, 56, 54, 57, 55, 58, 56, 43, 36, 71,
        ]) { index, figure in
            switch index {
            case 4: figure.exceptional = true
            case 12, 14: figure.special = SpecialCause(.twoOfThree, .worse)
            case 15...21: figure.special = SpecialCause(.shift, .worse)
            case 22: figure.special = SpecialCause(.trend, .better)
            case 23: figure.special = SpecialCause(.outsideLimits, .better)
            case 24:
                figure.special = SpecialCause(.outsideLimits, .worse)
                figure.provisional = true
            default: break
            }
        },
        process: ProcessLines(
            stretches: [ProcessStretch(range: 0..<25, mean: 51, lower: 37.5, upper: 64.5, isTrial: false)]),
        width: 340, plotHeight: 110)

    static let processSteps = TrendChart(
        id: "steps", title: "Repeat cases", unit: .percent,
        points: months([0.3, 0.32, 0.29, 0.31, 0.3, 0.33, 0.2, 0.21, 0.19, 0.22, 0.2, 0.18]).map {
            ChartPoint($0.label, $0.reading, target: 0.25)
        },
        process: ProcessLines(
            stretches: [
                ProcessStretch(range: 0..<6, mean: 0.308, lower: 0.25, upper: 0.365, isTrial: true),
                ProcessStretch(range: 6..<12, mean: 0.2, lower: nil, upper: 0.25, isTrial: true),
            ], steps: [LimitStep(point: 6, reason: "cases are flagged by a new rule of the safeguarding board")]),
        width: 340, plotHeight: 110)

    static let processTrial = TrendChart(
        id: "trial", title: "Steady", unit: .count, points: months([5, 5, 5, 5]),
        process: ProcessLines(stretches: [ProcessStretch(range: 0..<4, mean: 5, lower: 5, upper: 5, isTrial: true)]))

    static let processWithheld = TrendChart(
        id: "omitted", title: "Referrals", unit: .count,
        points: months([12, 14, nil, 13]).map {
            if case .absent = $0.reading { ChartPoint($0.label, .absent(because: "withheld")) } else { $0 }
        }, process: ProcessLines(notes: ["No limits: they would tell of figures that are withheld."]))

    static let trajectory = TrendChart(
        id: "trajectory", title: "Killed or seriously injured against the target", unit: .count,
        points: [60, 57, 58, 51, nil].enumerated().map { index, value in
            let target = 60 - 4 * Double(index)
            return ChartPoint(
                "\(2020 + index)",
                value.map { .figure(ChartFigure($0, provisional: index == 3)) } ?? .absent(because: "not due"),
                target: target, tolerated: target * 1.1)
        }, width: 340, plotHeight: 110)

    private static func area(
        _ name: String, _ size: Double, _ value: Double, _ verdict: FunnelChart.Verdict = .within
    ) -> FunnelChart.Point { FunnelChart.Point(name, size: size, value: value, verdict: verdict) }

    private static func curve(_ deviate: Double) -> [FunnelChart.Limits] {
        (0...40).map { step in
            let size = 400 + 190 * Double(step)
            let distance = deviate * (0.2 * 0.8 / size).squareRoot()
            return FunnelChart.Limits(size: size, lower: max(0, 0.2 - distance), upper: 0.2 + distance)
        }
    }

    static let funnel = FunnelChart(
        id: "funnel", title: "Repeat victims across wards, 2024", unit: .percent, sizeLabel: "victims",
        points: [
            area("Ashdown", 400, 0.21),
            area("Birchfield", 2500, 0.29, .outside(isOuter: true, isHigher: true, isWorse: true)),
            area("Castle & Quay", 2600, 0.285, .outside(isOuter: true, isHigher: true, isWorse: true)),
            area("Dell", 5000, 0.185, .outside(isOuter: false, isHigher: false, isWorse: false)), area("Elm", 8000, 0.2),
            area("Fallow", 1200, 0.226, .outside(isOuter: false, isHigher: true, isWorse: true)), area("Grange", 3000, 0.2),
        ], benchmark: ReferenceValue("the other areas", 0.2), inner: curve(1.96), outer: curve(3.09))

    static let funnelWithheld = FunnelChart(
        id: "funnel-withheld", title: "Withheld", unit: .rate(Unit.Rate(per: 1000, of: "people")), sizeLabel: "people",
        points: [area("Ashdown", 11_400, 12.1), area("Birchfield", 9800, 15)],
        notes: ["No limits: they would tell of 1 area withheld."])

    static let funnelEmpty = FunnelChart(id: "e", title: "Empty", unit: .percent, sizeLabel: "people", points: [])

    static let funnelHostile = FunnelChart(
        id: "a b\"<script>", title: "</title><script>alert(1)</script>", unit: .percent, sizeLabel: "<img src=x onerror=y>",
        points: [
            area("</text><script>\u{0}", 10, 0.5, .outside(isOuter: true, isHigher: true, isWorse: true)),
            area(
                String(repeating: "unbroken", count: 60), 10, 0.5, .outside(isOuter: false, isHigher: false, isWorse: true)),
            area("none", .nan, 0.5), area("never", 10, .infinity), area("negative", -5, 0.1),
        ], benchmark: ReferenceValue("' onload='x", 0.4), notes: ["<b>&amp;</b>"])
}
