public import AlertStore
public import Definitions
public import Diagnostics

/// How a run that finished ended.
public struct RunOutcome: Sendable {
    /// What the person who runs Beacon reads.
    public var summary: String
    /// What was found in definitions and data.
    public var report: DiagnosticReport
    /// What kept something from being assessed.
    public var faults: [Fault]
    /// The severities of the open alerts.
    public var openSeverities: [Rule.Severity]
    /// How long each stage took, in the order in which they ran.
    public var stages: [StageTime]
}
