/// Which way a value, a run or a trend lies: over the mean or limit (or rising), or under it (or falling).
public enum Direction: Hashable, Sendable {
    case lower
    case higher
}
