/// How long a stage of a run took.
public struct StageTime: Sendable, Hashable {
    public var stage: String
    public var seconds: Double

    public init(stage: String, seconds: Double) {
        self.stage = stage
        self.seconds = seconds
    }
}
