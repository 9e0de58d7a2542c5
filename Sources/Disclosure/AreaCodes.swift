import Measures

/// The smallest codes that lie in each area of a geography.
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
    }

    /// Of an area that the geography does not know, none.
    func codes(of area: AreaCode) -> [Int] { byArea[area] ?? [] }

    /// In the order of the levels, from the whole, and of the areas of each.
    func place(of area: AreaCode) -> Int { places[area] ?? .max }
}
