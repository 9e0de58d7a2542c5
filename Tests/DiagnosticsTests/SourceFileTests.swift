import Diagnostics
import Testing

@Suite("Places in a file")
struct SourceFileTests {
    @Test(
        "lines are those of an editor, whatever the line ends",
        arguments: [("", 1), ("a", 1), ("a\n", 2), ("a\r\nb", 2), ("a\rb\r\n\nc", 4), ("a\u{2028}b", 1)])
    func lines(_ text: String, _ count: Int) {
        #expect(SourceFile(path: "a", text: text).lineCount == count)
    }

    @Test("a position counts scalars, not bytes")
    func position() {
        let file = SourceFile(path: "a", text: "x\né😀z")
        let position = file.position(atUTF8Offset: 8)
        #expect(position == SourcePosition(line: 2, column: 3, utf8Offset: 8))
        #expect(file.position(atUTF8Offset: 999).utf8Offset == 9)
    }

    @Test("a span outside the file is cut to it")
    func cut() {
        let file = SourceFile(path: "a", text: "abc")
        #expect(file.span(2..<99).text == "c")
        #expect(file.span(0..<3).part(1..<2).text == "b")
        #expect(file.span(1..<2).part(0..<9).text == "b")
        #expect(file.span(0..<1).extended(to: file.span(2..<3)).text == "abc")
    }

    @Test("only valid UTF-8 is taken for text")
    func utf8() {
        let cases: [([UInt8], Unicode.Scalar?, Int)] = [
            ([0x41], "A", 1), ([0xC3, 0xA9], "é", 2), ([0xE2, 0x82, 0xAC], "€", 3), ([0xF0, 0x9F, 0x98, 0x80], "😀", 4),
            ([0xC0, 0x80], nil, 1), ([0xE0, 0x80, 0x80], nil, 1), ([0xED, 0xA0, 0x80], nil, 1), ([0x80], nil, 1),
            ([0xF4, 0x90, 0x80, 0x80], nil, 1), ([0xC3], nil, 1), ([0xC3, 0x41], nil, 1), ([0xFF], nil, 1),
        ]
        for (bytes, scalar, length) in cases {
            let step = bytes.withUnsafeBufferPointer { UTF8Walk.scalar(in: $0, at: 0) }
            #expect(step.scalar == scalar, "\(bytes)")
            #expect(step.length == length, "\(bytes)")
        }
    }
}
