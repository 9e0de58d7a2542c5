import Diagnostics
import Testing

@Suite("The name that was meant")
struct SpellingTests {
    private static let names = ["title", "indicator", "unit", "grains", "by", "better", "syv_incidents", "on"]

    @Test(
        "a slip of the hand is recognised, another word is not",
        arguments: [
            ("titel", "title"), ("tite", "title"), ("Title", "title"), ("indicater", "indicator"), ("units", "unit"),
            ("syv-incidents", "syv_incidents"), ("syv_incidnets", "syv_incidents"), ("grain", "grains"),
            ("target", nil), ("no", nil), ("b", nil), ("", nil), ("title", nil),
            ("ON", "on"), (String(repeating: "x", count: 100), nil),
        ] as [(String, String?)])
    func nearMiss(_ name: String, _ expected: String?) {
        #expect(Spelling.nearMiss(for: name, among: Self.names) == expected)
    }

    @Test("of two near names the nearer is offered, then the first")
    func best() {
        #expect(Spelling.nearMiss(for: "count_a", among: ["count_bc", "count_b"]) == "count_b")
        #expect(Spelling.nearMiss(for: "count_a", among: ["count_c", "count_b"]) == "count_c")
    }
}
