/// The identity of a stored run. Later runs have greater ones.
public struct RunID: Sendable, Hashable, Comparable, RawRepresentable, CustomStringConvertible {
    public let rawValue: Int64

    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    public var description: String { String(rawValue) }

    public static func < (left: RunID, right: RunID) -> Bool { left.rawValue < right.rawValue }
}
