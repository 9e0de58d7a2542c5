import Testing

@testable import Charts

@Suite struct HostileLabelTests {
    private static let allowed: Set<String> = ["svg", "title", "desc", "g", "path", "text", "circle", "rect"]

    @Test(arguments: ChartSamples.all.map(\.name))
    func noLabelBecomesMarkup(name: String) throws {
        let svg = try #require(ChartSamples.all.first { $0.name == name }?.svg)
        let drawing = try #require(DrawingReader(svg), "not well-formed")
        #expect(Set(drawing.elements.map(\.name)).subtracting(Self.allowed).isEmpty)
        #expect(drawing.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
        #expect(!svg.contains("<script"))
    }

    @Test(arguments: [
        ("a & b", "a &amp; b"), ("<b>", "&lt;b&gt;"), ("\"'", "&quot;&#39;"), ("a\nb\tc", "a b c"),
        ("\u{0}\u{1B}\u{FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("£ – é 家", "£ – é 家"),
    ])
    func charactersAreEscaped(text: String, escaped: String) {
        #expect(SVGText.escaped(text) == escaped)
    }

    @Test func differentIdsStayDifferent() {
        let texts = ["a b", "a-b", "a_b", "a.b", "a.32.b", "a\"b", "a  b", "ab", "é", "e\u{301}"]
        let ids = texts.map(SVGText.identifier)
        #expect(Set(ids).count == texts.count)
        #expect(ids.allSatisfy { !$0.contains { $0.isWhitespace || "\"'<>&".contains($0) } })
    }

    @Test(arguments: [
        (1.0, "1"), (1.25, "1.3"), (-0.04, "0"), (-0.0, "0"), (12.96, "13"), (1234.5, "1234.5"), (-3.5, "-3.5"),
    ])
    func coordinatesAreShort(value: Double, text: String) {
        #expect(SVGText.number(value) == text)
    }
}
