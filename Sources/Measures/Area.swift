/// A level of the partnership's geography: `borough`, `ward`, `plan_area`, `lsoa`.
public struct AreaLevel: Sendable, Hashable, RawRepresentable, Comparable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// The level in words: `plan area`, `LSOA`.
    public var title: String { rawValue == "lsoa" ? "LSOA" : String(rawValue.map { $0 == "_" ? " " : $0 }) }

    public static func < (left: AreaLevel, right: AreaLevel) -> Bool { left.rawValue < right.rawValue }
}

/// The identity of an area: its official code, or the partnership's own id where it has none.
public struct AreaCode: Sendable, Hashable, RawRepresentable, Comparable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
    public static func < (left: AreaCode, right: AreaCode) -> Bool { left.rawValue < right.rawValue }
}

/// A place that figures are told for.
public struct Area: Sendable, Hashable {
    public var code: AreaCode
    public var name: String
    /// Names under which sources know the same area.
    public var otherNames: [String]
    public var level: AreaLevel
    /// What the reader should know of the area's bounds, where something is not as its name says.
    public var note: String?
    /// Its square on a tile map; nil where nobody stated one.
    public var tile: TilePlace?
    /// The areas of its level that are most like it, where somebody named them.
    public var peers: [AreaCode]

    public init(
        code: AreaCode, name: String, otherNames: [String] = [], level: AreaLevel, note: String? = nil, tile: TilePlace? = nil,
        peers: [AreaCode] = []
    ) {
        self.code = code
        self.name = name
        self.otherNames = otherNames
        self.level = level
        self.note = note
        self.tile = tile
        self.peers = peers
    }
}

extension Area {
    /// Whether a person may call the area by this name, whatever the case of its letters.
    public func goes(by text: String) -> Bool {
        let wanted = text.lowercased()
        return name.lowercased() == wanted || otherNames.contains { $0.lowercased() == wanted }
    }
}
