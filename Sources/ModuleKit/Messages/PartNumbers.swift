public import Measures

/// How many areas of a smaller level there are: in all, and in each area of the levels that hold them, by level and code.
public struct PartNumbers: Sendable, Hashable, Codable {
    public var all: Int
    public var within: [String: [String: Int]]

    public init(all: Int, within: [String: [String: Int]] = [:]) {
        self.all = all
        self.within = within
    }
}

extension PartNumbers {
    /// The areas of a level, counted in each area that holds them at the levels above.
    public init(of small: AreaLevel, in geography: Geography) {
        let parts = Set(geography.areas(at: small).map(\.code.rawValue))
        let above = geography.levels.prefix { $0 != small }
        self.init(all: parts.count)
        // A plan area may name a ward and an LSOA in it, and so place the LSOA twice.
        var counted: Set<Geography.Placement> = []
        for placement in geography.placements where parts.contains(placement.code) && above.contains(placement.level) {
            guard counted.insert(placement).inserted else { continue }
            within[placement.level.rawValue, default: [:]][placement.area.rawValue, default: 0] += 1
        }
    }
}
