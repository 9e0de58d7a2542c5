import Diagnostics

/// A problem whose every part a test chooses.
struct TestProblem: Problem {
    var code = "test-problem"
    var severity = Severity.error
    var words = "something is wrong"
    var remedy: String?
    var nearMiss: String?
}

extension Diagnostic {
    /// A diagnostic at the first place where `text` stands in `source`.
    static func at(_ text: String, in source: String, path: String = "a.yaml", _ problem: TestProblem = .init()) -> Self {
        let file = SourceFile(path: path, text: source)
        let wanted = Array(text.utf8)
        let start = file.bytes.indices.first { file.bytes[$0...].starts(with: wanted) } ?? file.bytes.count
        return Diagnostic(problem, at: file.span(start..<start + wanted.count))
    }
}
