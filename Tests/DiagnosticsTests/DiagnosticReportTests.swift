import Diagnostics
import Testing

@Suite("The report as a whole")
struct DiagnosticReportTests {
    private func diagnostic(_ path: String, _ offset: Int, _ severity: Severity = .error) -> Diagnostic {
        let file = SourceFile(path: path, text: String(repeating: "x\n", count: 500))
        return Diagnostic(TestProblem(severity: severity), at: file.span(offset..<offset + 1))
    }

    @Test("problems come in order of file and place, equal ones once")
    func order() {
        let report = DiagnosticReport([
            diagnostic("b.yaml", 0), diagnostic("a.yaml", 20), diagnostic("a.yaml", 2), diagnostic("a.yaml", 2),
            Diagnostic(TestProblem(), inFile: "a.yaml"), Diagnostic(TestProblem()),
        ])
        let places = report.diagnostics.map { "\($0.path ?? "-"):\($0.span?.start.line ?? 0)" }
        #expect(places == ["-:0", "a.yaml:0", "a.yaml:2", "a.yaml:11", "b.yaml:1"])
    }

    @Test("a flood is cut with a line that counts the rest, and no warning hides an error")
    func cap() {
        let warnings = (0..<300).map { diagnostic("a.yaml", 2 * $0, .warning) }
        let report = DiagnosticReport(warnings + [diagnostic("z.yaml", 0), diagnostic("z.yaml", 2)])
        let lines = report.rendered(as: .text).split(separator: "\n")
        #expect(lines.last == "and 102 more: 102 warnings")
        #expect(lines.count { $0.contains(": error[") } == 2)
        #expect(lines.count { $0.contains(": warning[") } == 198)
        #expect(report.rendered(as: .github).hasSuffix("::notice::and 102 more: 102 warnings\n"))
        #expect(report.rendered(as: .json).split(separator: "\n").count == 304)
    }

    @Test("only errors make a report fail", arguments: Severity.allCases)
    func hasErrors(_ severity: Severity) {
        let report = DiagnosticReport([diagnostic("a.yaml", 0, severity)])
        #expect(report.hasErrors == (severity == .error))
        #expect(report.count(of: severity) == 1)
    }
}
