public import Measures

/// What readers are told of an area.
public struct ToldArea: Sendable, Hashable {
    public var area: AreaCode
    public var name: String
    public var level: AreaLevel

    public init(area: AreaCode, name: String, level: AreaLevel) {
        self.area = area
        self.name = name
        self.level = level
    }
}
