import Measures

/// The smallest codes that lie in each area of a geography, and one more for what lies in the area without any of these: the
/// records without a place.
struct AreaCodes: Sendable {
    private var byArea: [AreaCode: [Int]] = [:]
    private let places: [AreaCode: Int]

    init(_ geography: Geography) {
        places = Dictionary(
            geography.areas.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        let finest = geography.levels.last
        // The own code and the names of an area tell nothing of its bounds where smaller codes do.
        var names: Set<String> = []
        for area in geography.areas where area.level != finest {
            names.formUnion([area.code.rawValue, area.name] + area.otherNames)
        }
        var numbers: [String: Int] = [:]
        func number(_ code: String) -> Int {
            let number = numbers[code] ?? numbers.count
            numbers[code] = number
            return number
        }
        for placement in geography.placements where !names.contains(placement.code) {
            byArea[placement.area, default: []].append(number(placement.code))
        }
        let bare = Set(geography.areas.map(\.code).filter { byArea[$0] == nil })
        let bareCodes = Set(bare.map(\.rawValue))
        for placement in geography.placements where bareCodes.contains(placement.code) {
            byArea[placement.area, default: []].append(number(placement.code))
        }
        for area in bare where byArea[area] == nil { byArea[area] = [number(area.rawValue)] }
        byArea = byArea.mapValues { Array(Set($0)).sorted() }
        addCodesOfNoPlace(after: numbers.count)
    }

    /// Areas of the same codes have the same one; and what lies in an area lies in those that hold it.
    private mutating func addCodesOfNoPlace(after count: Int) {
        let sets = byArea.mapValues { Set($0) }
        let holders = byArea.reduce(into: [Int: [AreaCode]]()) { holders, area in
            for code in area.value { holders[code, default: []].append(area.key) }
        }
        // An area of one code has no smaller ones within it.
        let wholes = Set(byArea.values.filter { $0.count > 1 }).sorted { $0.lexicographicallyPrecedes($1) }
        for (place, codes) in wholes.enumerated() {
            for holder in holders[codes[0]] ?? [] where sets[holder]?.isSuperset(of: codes) ?? false {
                byArea[holder]?.append(count + place)
            }
        }
    }

    /// Of an area that the geography does not know, none.
    func codes(of area: AreaCode) -> [Int] { byArea[area] ?? [] }

    /// In the order of the levels, from the whole, and of the areas of each.
    func place(of area: AreaCode) -> Int { places[area] ?? .max }
}
