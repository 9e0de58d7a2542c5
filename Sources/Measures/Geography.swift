/// The partnership's areas, and where a record's area code lies among them.
///
/// Areas stand in more than one tree (a plan area may cross wards), so a code is placed level by level; at a
/// level that overlaps itself it may lie in more than one area. A code that lies wholly in the borough but
/// in no single ward (an old code whose successors lie in two) is placed at the borough only: never guessed, never lost.
public struct Geography: Sendable, Hashable {
    /// One statement: records that carry `code` belong to `area`, at `level`.
    public struct Placement: Sendable, Hashable {
        public var code: String
        public var level: AreaLevel
        public var area: AreaCode

        public init(code: String, level: AreaLevel, area: AreaCode) {
            self.code = code
            self.level = level
            self.area = area
        }
    }

    /// Codes that together make up the whole: the wards, the small areas of one vintage. A record of each makes a table complete.
    public struct Cover: Sendable, Hashable {
        /// The codes and names of each part, any of which may stand in a file.
        public var parts: [[String]]

        public init(_ parts: [[String]]) { self.parts = parts }
    }

    /// From the whole to the smallest part.
    public let levels: [AreaLevel]
    /// In the order of their levels, and within a level in the order of the definition.
    public let areas: [Area]
    /// Each record code of every vintage, and each area's own code and names, at every level at which it lies.
    public let placements: [Placement]
    /// Areas that hold a part of a code that no single area of their level holds. In a period with records of such a code,
    /// their counts are lower bounds.
    public let straddled: Set<AreaCode>
    public let covers: [Cover]
    private let byCode: [AreaCode: Int]
    /// Of areas that are made of others, the level of a straddled one among those.
    private let losses: [AreaCode: AreaLevel]

    /// - Parameter losses: of areas that are made of others, the level of a straddled one among those. What all other areas lose is told by
    ///   `straddled` alone: a ward that holds an old code as a whole loses nothing where an LSOA in it does.
    public init(
        levels: [AreaLevel], areas: [Area], placements: [Placement], straddled: Set<AreaCode> = [],
        losses: [AreaCode: AreaLevel] = [:], covers: [Cover] = []
    ) {
        self.covers = covers
        self.straddled = straddled
        self.losses = losses
        self.levels = levels
        self.areas = areas
        self.placements = placements
        byCode = Dictionary(areas.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The levels at which some codes lie in no single area.
    public var straddledLevels: [AreaLevel] {
        levels.filter { level in straddled.contains { area($0)?.level == level } }
    }

    /// The level at which records may be lost to an area: its own where it is straddled, that of the straddled area that it is made
    /// of otherwise. Nil for an area whose records are all in it, as they are in the whole.
    public func levelOfLoss(of code: AreaCode) -> AreaLevel? {
        straddled.contains(code) ? area(code)?.level : losses[code]
    }

    /// The level of the whole partnership area.
    public var whole: AreaLevel? { levels.first }

    public func area(_ code: AreaCode) -> Area? { byCode[code].map { areas[$0] } }

    /// The area of a level in which another lies wholly: itself at its own level. Nil where it lies in no single one.
    public func area(holding code: AreaCode, at level: AreaLevel) -> AreaCode? {
        if area(code)?.level == level { return code }
        // Every area lies in the whole, whose records all are.
        if level == whole { return areas(at: level).first?.code }
        let holders = Set(placements.filter { $0.code == code.rawValue && $0.level == level }.map(\.area))
        return holders.count == 1 ? holders.first : nil
    }

    /// Whether some records lie in two areas of a level.
    public func overlaps(at level: AreaLevel) -> Bool {
        var holder: [String: AreaCode] = [:]
        for placement in placements where placement.level == level {
            if let other = holder.updateValue(placement.area, forKey: placement.code), other != placement.area { return true }
        }
        return false
    }

    public func areas(at level: AreaLevel) -> [Area] { areas.filter { $0.level == level } }

    /// The area that a person means by a code or a name, whatever the case of its letters.
    public func area(named text: String) -> Area? {
        if let exact = area(AreaCode(text)) { return exact }
        return areas.first { $0.goes(by: text) }
    }
}
