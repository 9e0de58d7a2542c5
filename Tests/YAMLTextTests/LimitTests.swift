import Diagnostics
import Testing
import YAMLText

@Suite("A file that would take the night's memory or time")
struct LimitTests {
    private func codes(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) -> [String] {
        YAMLDocument(parsing: SourceFile(path: "a.yaml", bytes: bytes), limits: limits).diagnostics.map(\.problem.code)
    }

    private func codes(_ text: String, limits: YAMLLimits = YAMLLimits()) -> [String] {
        codes(Array(text.utf8), limits: limits)
    }

    @Test("nesting without end is refused", arguments: ["[", "{a: ", "- ", "? ", "a:\n"])
    func deep(_ opening: String) {
        var text = ""
        for level in 0..<10_000 {
            if opening == "a:\n" { text += String(repeating: " ", count: min(level, 200)) }
            text += opening
        }
        let found = codes(text)
        #expect(found.count >= 1)
        #expect(found.allSatisfy { ["yaml-too-deep", "yaml-syntax"].contains($0) }, "\(found)")
    }

    @Test("nesting up to the bound is read, and one more is not")
    func depthBound() {
        let limits = YAMLLimits()
        for (depth, expected) in [(limits.depth, []), (limits.depth + 1, ["yaml-too-deep"])] {
            let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            #expect(codes(text) == expected)
        }
    }

    @Test("aliases of aliases are counted as what they stand for")
    func billionLaughs() {
        var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
        for level in 1...20 {
            let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(items)]\n"
        }
        #expect(codes(text) == ["yaml-too-many-values"])
    }

    @Test("aliases cannot add up to a depth that the file itself may not have")
    func deepAliases() {
        let half = String(repeating: "[", count: 40)
        let close = String(repeating: "]", count: 40)
        #expect(codes("a: &a \(half)x\(close)\nb: \(half)*a\(close)\n") == ["yaml-too-deep"])
    }

    @Test("a line of a megabyte is refused as a value, and read as many values")
    func longLine() {
        #expect(codes("a: " + String(repeating: "x", count: 1_000_000)) == ["yaml-value-too-long"])
        #expect(codes("[" + String(repeating: "x, ", count: 333_333) + "x]") == [])
    }

    @Test("a file that is too large is not parsed")
    func largeFile() {
        var limits = YAMLLimits()
        limits.fileBytes = 10
        let file = SourceFile(path: "a.yaml", text: "a: 12345678\n")
        let document = YAMLDocument(parsing: file, limits: limits)
        #expect(document.root == nil)
        #expect(
            document.diagnostics.map(\.rendered) == [
                "a.yaml: error[yaml-file-too-large]: the file has 12 bytes; at most 10 are read"
            ])
    }

    @Test("a thousand problems are enough")
    func manyProblems() {
        #expect(codes(String(repeating: "a: 1\n", count: 5_000)).count == 1_000)
    }

    @Test("a file in another encoding is told by its first wrong byte")
    func encodings() {
        let latin = Array("a: 1\nb: caf".utf8) + [0xE9, 0x0A]
        let document = YAMLDocument(parsing: SourceFile(path: "a.yaml", bytes: latin))
        #expect(
            document.diagnostics.map(\.rendered) == [
                """
                a.yaml:2:7: error[yaml-not-utf8]: the file is not UTF-8: byte 0xE9 at byte 11
                  b: caf<0xE9>
                        ^~~~~~
                  save the file with the encoding UTF-8
                """
            ])
        #expect(codes([0xFF, 0xFE, 0x61, 0x00]) == ["yaml-not-utf8"])
        #expect(codes([0xFE, 0xFF, 0x00, 0x61]) == ["yaml-not-utf8"])
        #expect(codes([0x61, 0x3A, 0x00]) == ["yaml-control-character"])
    }
}
