public import RuleLanguage

/// What one period says to an alert.
public struct PeriodSignal: Sendable, Hashable {
    public var verdict: Verdict
    /// Whether the recovery condition is met.
    public var clears: Truth
    /// Whether the figures may still be revised; such figures may fire an alert, and never resolve one.
    public var isProvisional: Bool

    public init(verdict: Verdict, clears: Truth, isProvisional: Bool = false) {
        self.verdict = verdict
        self.clears = clears
        self.isProvisional = isProvisional
    }
}
