/// Gathers what the readers of one file or one set of files find, so that all problems are told in one go.
///
/// A class, since many small readers share one; it belongs to one task, and its result is a `DiagnosticReport`.
public final class DiagnosticCollector {
    public private(set) var diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic] = []) {
        self.diagnostics = diagnostics
    }

    public func report(_ problem: any Problem, at span: SourceSpan, notes: [Diagnostic.Note] = []) {
        diagnostics.append(Diagnostic(problem, at: span, notes: notes))
    }

    public func report(_ problem: any Problem, inFile path: String) {
        diagnostics.append(Diagnostic(problem, inFile: path))
    }

    public func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    public func report(contentsOf diagnostics: some Sequence<Diagnostic>) {
        self.diagnostics.append(contentsOf: diagnostics)
    }

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    public var finished: DiagnosticReport { DiagnosticReport(diagnostics) }
}
