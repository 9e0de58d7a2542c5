import Diagnostics
import Testing

@Suite("What programs read")
struct MachineRenderingTests {
    @Test("JSON holds place, message and advice of every diagnostic")
    func json() {
        let file = SourceFile(path: "a\"b.yaml", text: "é: x\ny: z\n")
        let note = Diagnostic.Note("there", at: file.span(0..<2))
        let report = DiagnosticReport([
            Diagnostic(
                TestProblem(words: "tab\t", remedy: "do", nearMiss: "yes"), at: file.span(6..<7), notes: [note]),
            Diagnostic(TestProblem(severity: .note), inFile: "0.yaml"),
        ])
        #expect(
            report.rendered(as: .json) == #"""
                [
                  {"file": "0.yaml", "severity": "note", "code": "test-problem", "message": "something is wrong"},
                  {"file": "a\"b.yaml", "line": 2, "column": 1, "endLine": 2, "endColumn": 2, "severity": "error", "code": "test-problem", "message": "tab\t", "nearMiss": "yes", "remedy": "do", "notes": [{"file": "a\"b.yaml", "line": 1, "column": 1, "endLine": 1, "endColumn": 2, "message": "there"}]}
                ]

                """#)
    }

    @Test("an empty report is an empty array, and no text")
    func empty() {
        let report = DiagnosticReport([])
        #expect(report.rendered(as: .json) == "[]\n")
        #expect(report.rendered(as: .text).isEmpty)
        #expect(report.rendered(as: .github).isEmpty)
    }

    @Test("a workflow command cannot be broken by what a file holds")
    func gitHub() {
        let problem = TestProblem(words: "50% of\n::error::x", remedy: "a, b: c")
        let report = DiagnosticReport([.at("bc", in: "abc", path: "a,b:c%.yaml", problem)])
        #expect(
            report.rendered(as: .github)
                == "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,endLine=1,endColumn=3,title=test-problem::"
                + "50%25 of%0A::error::x%0Aa, b: c\n")
    }

    @Test(
        "a JSON string survives every character",
        arguments: [
            ("a\"b\\c", #""a\"b\\c""#), ("\u{0}\u{1F}\u{7F}", #""\u0000\u001F\u007F""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
            ("é😀\u{2028}", #""é😀\u2028""#), ("", #""""#), ("\r\n", #""\r\n""#),
            ("a\u{202E}b\u{61C}", #""a\u202Eb\u061C""#),
        ])
    func jsonText(_ text: String, _ expected: String) {
        #expect(JSONText.quoted(text) == expected)
    }

    @Test(
        "marks that turn the reading direction are escaped in a whole text, and nothing else is touched",
        arguments: [
            (#"{"a": "b\"é"}"#, #"{"a": "b\"é"}"#),
            ("{\"\u{200E}\": \"x\u{202E}\u{2066}\u{2069}\"}", #"{"\u200E": "x\u202E\u2066\u2069"}"#),
            ("[\"e\u{202C}\u{301}\"]", "[\"e\\u202C\u{301}\"]"),
        ])
    func directions(_ json: String, _ expected: String) {
        #expect(JSONText.withoutRawDirections(json) == expected)
    }
}
