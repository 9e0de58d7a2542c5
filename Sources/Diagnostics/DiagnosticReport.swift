/// Everything that was found, in order of place.
public struct DiagnosticReport: Sendable, Equatable {
    /// How many diagnostics a message for people holds unless stated.
    public static let usualLimit = 200

    /// Every diagnostic, by file, line and column; equal ones once.
    public let diagnostics: [Diagnostic]

    public init(_ diagnostics: some Sequence<Diagnostic>) {
        var ordered: [Diagnostic] = []
        for diagnostic in diagnostics.sorted(by: Diagnostic.inOrderOfPlace) where ordered.last != diagnostic {
            ordered.append(diagnostic)
        }
        self.diagnostics = ordered
    }

    public var isEmpty: Bool { diagnostics.isEmpty }
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// What is of at least this severity.
    public func atLeast(_ severity: Severity) -> DiagnosticReport {
        DiagnosticReport(diagnostics.filter { $0.severity >= severity })
    }

    public func count(of severity: Severity) -> Int {
        diagnostics.count { $0.severity == severity }
    }

    /// At most `limit` diagnostics in order of place, and those left out. Where some must go, the mildest go first, so
    /// that no warning hides an error.
    public func capped(at limit: Int) -> (shown: [Diagnostic], hidden: [Diagnostic]) {
        guard diagnostics.count > limit else { return (diagnostics, []) }
        let bySeverity = diagnostics.indices.sorted { left, right in
            let (first, second) = (diagnostics[left].severity, diagnostics[right].severity)
            return first == second ? left < right : first > second
        }
        let shown = Set(bySeverity.prefix(max(limit, 0)))
        return (
            diagnostics.indices.filter(shown.contains).map { diagnostics[$0] },
            diagnostics.indices.filter { !shown.contains($0) }.map { diagnostics[$0] }
        )
    }
}
