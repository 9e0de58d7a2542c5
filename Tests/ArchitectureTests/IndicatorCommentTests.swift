import Foundation
import Testing

/// The doc comment of an indicator's file says what an analyst has to know of it, in one form.
@Suite struct IndicatorCommentTests {
    /// The parts that follow the definition, in order.
    static let parts = ["Numerator", "Denominator", "Unit", "Source", "Departures"]

    /// What is wrong with the doc comment of an indicator's file; empty where nothing is.
    static func faults(in source: String) -> [String] {
        guard let name = source.firstMatch(of: /name: "(\w+)"/)?.output.1 else { return ["no name"] }
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        guard let declaration = lines.firstIndex(where: { $0.hasPrefix("struct ") }) else { return ["no struct"] }
        let comment = lines[..<declaration].reversed().prefix { $0.hasPrefix("///") }.reversed()
        var faults: [String] = []
        if comment.first?.wholeMatch(of: /\/\/\/ `(\w+)`: .+/)?.output.1 != name {
            faults.append("does not begin with `\(name)`: and the definition")
        }
        let told = comment.compactMap { $0.wholeMatch(of: /\/\/\/ - (\w+): .+/).map { String($0.output.1) } }
        if told != parts { faults.append("tells \(told)") }
        return faults
    }

    @Test(
        arguments: [
            ("ChildExploitation", 7), ("DomesticAbuse", 7), ("HighHarmAreas", 9), ("RoadSafety", 7),
            ("SeriousYouthViolence", 6),
        ])
    func everyIndicatorSaysItsParts(module: String, indicators: Int) throws {
        let folder = ImportTableTests.root.appending(path: "Plugins/\(module)")
        var seen = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift") {
            let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            guard source.contains(": FrameIndicator {") else { continue }
            seen += 1
            #expect(Self.faults(in: source) == [], "\(module)/\(file)")
        }
        #expect(seen == indicators)
    }

    @Test func aMissingPartIsFound() {
        let whole = """
            /// `deaths`: people who died.
            ///
            /// - Numerator: casualties.
            /// - Denominator: none.
            /// - Unit: count.
            /// - Source: notes.
            /// - Departures: none.
            struct Deaths: FrameIndicator {
                name: "deaths"
            """
        #expect(Self.faults(in: whole) == [])
        for part in Self.parts {
            let short = whole.split(separator: "\n").filter { !$0.hasPrefix("/// - \(part):") }.joined(separator: "\n")
            #expect(Self.faults(in: short) == ["tells \(Self.parts.filter { $0 != part })"])
        }
        #expect(Self.faults(in: whole.replacing("`deaths`", with: "`dead`")).count == 1)
    }
}
