/// The bounds past which a file is refused, so that no file can take a night's memory or time.
public struct YAMLLimits: Sendable, Equatable {
    /// The most bytes of a file.
    public var fileBytes = 8 * 1024 * 1024
    /// The most bytes of one scalar, decoded.
    public var scalarBytes = 64 * 1024
    /// How many lists and mappings may stand inside each other. Every reader of the tree may recurse this deep.
    public var depth = 64
    /// The most nodes, keys counted, with every alias counted as what it stands for.
    public var nodes = 1_000_000
    /// After this many problems of one file reading stops.
    public var problems = 1_000

    public init() {}
}
