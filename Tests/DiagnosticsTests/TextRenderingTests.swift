import Diagnostics
import Testing

@Suite("What a person reads")
struct TextRenderingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let diagnostic: Diagnostic
        let expected: String

        init(_ description: String, _ diagnostic: Diagnostic, _ expected: String) {
            testDescription = description
            self.diagnostic = diagnostic
            self.expected = expected
        }
    }

    @Test("the whole message is readable", arguments: cases)
    func wholeMessage(_ example: Case) {
        #expect(example.diagnostic.rendered == example.expected)
    }

    static let cases = [
        Case(
            "a span in a line", .at("titel", in: "kpis:\n  titel: A\n", TestProblem(nearMiss: "title")),
            """
            a.yaml:2:3: error[test-problem]: something is wrong
              \u{20} titel: A
              \u{20} ^~~~~
              did you mean `title`?
            """),
        Case(
            "a tab keeps the caret under its text", .at("b", in: "\ta\tb\n"),
            "a.yaml:1:4: error[test-problem]: something is wrong\n  \ta\tb\n  \t \t^"),
        Case(
            "a span over several lines is marked on its first", .at("b\nc", in: "ab\ncd\n"),
            "a.yaml:1:2: error[test-problem]: something is wrong\n  ab\n   ^"),
        Case(
            "an empty span is one caret", .at("", in: "ab\n"),
            "a.yaml:1:1: error[test-problem]: something is wrong\n  ab\n  ^"),
        Case(
            "the end of a file without a line end", .at("zz", in: "ab"),
            "a.yaml:1:3: error[test-problem]: something is wrong\n  ab\n    ^"),
        Case(
            "columns count scalars and carets count what a terminal shows", .at("x", in: "é日e\u{301}x"),
            "a.yaml:1:5: error[test-problem]: something is wrong\n  é日e\u{301}x\n      ^"),
        Case(
            "text that would turn the reading direction is written out", .at("b", in: "a\u{202E}b\u{1B}c"),
            "a.yaml:1:3: error[test-problem]: something is wrong\n  a<U+202E>b<U+001B>c\n           ^"),
        Case(
            "a no-break space is seen", .at("\u{A0}", in: "a:\u{A0}b"),
            "a.yaml:1:3: error[test-problem]: something is wrong\n  a:<U+00A0>b\n    ^~~~~~~~"),
        Case(
            "control characters in a message and a path are written out",
            .at("a", in: "a", path: "a\n.yaml", TestProblem(words: "no `\u{1B}[2J`", remedy: "re\u{200B}medy")),
            "a<U+000A>.yaml:1:1: error[test-problem]: no `<U+001B>[2J`\n  a\n  ^\n  re<U+200B>medy"),
        Case(
            "a carriage return is part of the line end", .at("b", in: "a\r\nb\r\n"),
            "a.yaml:2:1: error[test-problem]: something is wrong\n  b\n  ^"),
        Case(
            "a long line is shown around the span",
            .at("here", in: String(repeating: "a", count: 5_000) + "here" + String(repeating: "z", count: 5_000)),
            "a.yaml:1:5001: error[test-problem]: something is wrong\n"
                + "  …" + String(repeating: "a", count: 40) + "here" + String(repeating: "z", count: 76) + "…\n"
                + "   " + String(repeating: " ", count: 40) + "^~~~"),
        Case(
            "a whole file", Diagnostic(TestProblem(severity: .warning), inFile: "b.yaml"),
            "b.yaml: warning[test-problem]: something is wrong"),
        Case("no file", Diagnostic(TestProblem(severity: .note)), "note[test-problem]: something is wrong"),
    ]

    @Test("bytes that are not UTF-8 are shown as bytes")
    func invalidBytes() {
        let file = SourceFile(path: "a.yaml", bytes: [0x61, 0xFF, 0x62])
        let message = Diagnostic(TestProblem(), at: file.span(1..<2)).rendered
        #expect(message == "a.yaml:1:2: error[test-problem]: something is wrong\n  a<0xFF>b\n   ^~~~~~")
    }

    @Test("a second place is shown with its own line")
    func note() {
        let file = SourceFile(path: "a.yaml", text: "x: 1\nx: 2\n")
        let note = Diagnostic.Note("the first stands here", at: file.span(0..<1))
        let message = Diagnostic(TestProblem(), at: file.span(5..<6), notes: [note]).rendered
        #expect(
            message == """
                a.yaml:2:1: error[test-problem]: something is wrong
                  x: 2
                  ^
                  a.yaml:1:1: note: the first stands here
                    x: 1
                    ^
                """)
    }
}
