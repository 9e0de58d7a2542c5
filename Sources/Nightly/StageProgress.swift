/// Hears of a run's stages as they pass: a terminal shows them, a test counts them.
public protocol StageProgress: Sendable {
    func began(_ stage: String)
    func finished(_ stage: String, seconds: Double)
}

/// Nobody listens.
public struct SilentProgress: StageProgress {
    public init() {}
    public func began(_ stage: String) {}
    public func finished(_ stage: String, seconds: Double) {}
}
