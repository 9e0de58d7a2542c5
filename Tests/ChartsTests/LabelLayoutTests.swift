import Measures
import Testing

@testable import Charts

@Suite struct LabelLayoutTests {
    @Test func stackedLabelsNeverOverlapNorLeaveThePlot() {
        let heights = [15.0, 30, 15, 30]
        let places = [0.0, 10, 14, 60, 110, 150]
        var bad: [[Double]] = []
        for a in places {
            for b in places {
                for c in places {
                    for d in places {
                        let middles = LabelStack.middles(wanted: [a, b, c, d], heights: heights, within: 0...150)
                        let boxes = zip(middles, heights).map { ($0 - $1 / 2, $0 + $1 / 2) }.sorted { $0 < $1 }
                        let apart = zip(boxes, boxes.dropFirst()).allSatisfy { $0.1 <= $1.0 }
                        if !apart || (boxes.first?.0 ?? 0) < -1e-9 || (boxes.last?.1 ?? 0) > 150 + 1e-9 {
                            bad.append(middles)
                        }
                    }
                }
            }
        }
        #expect(bad.isEmpty)
    }

    @Test(arguments: 1...60)
    func periodLabelsNeverTouchAndTheLastIsKept(count: Int) {
        for width in [12.0, 40, 84] {
            let middles = (0..<count).map { 40 + Double($0) * 250 / Double(max(1, count - 1)) }
            let kept = LabelThinning.kept(
                widths: Array(repeating: width, count: count), middles: middles, total: 400)
            let spans = kept.map { LabelThinning.span(width: width, middle: middles[$0], total: 400) }
            #expect(kept.last == count - 1)
            #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound + LabelThinning.gap <= $1.lowerBound })
        }
    }

    @Test(arguments: [
        ("Threshold 94.5", ["Threshold 94.5"]),
        ("England and Wales in 2022 and 2023", ["England and", "Wales in 2022 a\u{2026}"]),
        ("", []), (" \n", []), ("Wolverhamptonshirewards", ["Wolverhampton\u{2026}"]),
    ])
    func longLabelsAreBrokenAndThenShortened(text: String, lines: [String]) {
        let broken = TextLines.of(text, width: 120, most: 2)
        #expect(broken == lines)
        #expect(broken.allSatisfy { TextWidth.of($0) <= 120 })
    }

    @Test(arguments: [
        ("", "94.5", ["94.5"]), ("Threshold", "94.5", ["Threshold 94.5"]),
        ("England and Wales 2022", "87.1", ["England and", "Wales 2022 87.1"]),
        (
            "Set by the board in the autumn", "1,000,000,000,000",
            ["Set by the board", "in the autumn", "1,000,000,000,000"]
        ),
    ])
    func numberIsNeverCutShort(label: String, number: String, lines: [String]) {
        #expect(TextLines.of(label, number: number, width: 120) == lines)
    }

    @Test(arguments: ChartSamples.all.map(\.name))
    func everyTextLiesWithinTheDrawing(name: String) throws {
        let svg = try #require(ChartSamples.all.first { $0.name == name }?.svg)
        let drawing = try #require(DrawingReader(svg))
        let size = try #require(drawing.attributes("viewBox").first).split(separator: " ").compactMap { Double($0) }
        let texts = drawing.elements.filter { $0.name == "text" }
        for (element, text) in zip(texts, drawing.texts) {
            let x = try #require(element.attributes["x"].flatMap(Double.init))
            let y = try #require(element.attributes["y"].flatMap(Double.init))
            let width = TextWidth.of(text)
            let start = ["start": x, "middle": x - width / 2, "end": x - width][element.attributes["text-anchor"] ?? ""]
            let left = try #require(start)
            #expect(left >= -0.1 && left + width <= size[2] + 0.1 && y <= size[3], "\(text)")
        }
    }
}
