import Definitions
import Measures

/// Folds alerts for smaller areas under an open alert for the area in which they lie, where its rule says `folds:`. It folds what a reader is
/// shown under what the same reader is shown, so that nothing tells of a standing that is withheld.
struct Folding {
    let geography: Geography

    /// Sections whose alerts stand open. That an alert has ended is always told by itself.
    private static let open: [ListSection] = [.new, .worse, .continuing]

    private struct Place: Hashable {
        var section: ListSection
        var row: Int
    }

    func folded(_ rows: [ListSection: [ListedStanding]]) -> [ListSection: [ListedStanding]] {
        let levels = Dictionary(geography.levels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func level(_ place: Place) -> Int { rows[place.section]?[place.row].area.level.place(in: levels) ?? .max }
        let places = Self.open.flatMap { section in
            (rows[section] ?? []).indices.map { Place(section: section, row: $0) }
        }
        let parents = places.filter { place in
            guard let row = rows[place.section]?[place.row] else { return false }
            return !row.rule.folds.isEmpty && row.silence == nil
        }.sorted { level($0) < level($1) }
        guard !parents.isEmpty else { return rows }
        var result = rows
        var taken: Set<Place> = []
        for parent in parents where !taken.contains(parent) {
            guard let above = rows[parent.section]?[parent.row] else { continue }
            for place in places where place != parent && !taken.contains(place) && level(place) > level(parent) {
                guard let below = rows[place.section]?[place.row], folds(above, below) else { continue }
                taken.insert(place)
                result[parent.section]?[parent.row].folded.append(below)
            }
        }
        for section in Self.open {
            result[section] = result[section]?.enumerated()
                .filter { !taken.contains(Place(section: section, row: $0.offset)) }.map(\.element)
        }
        return result
    }

    private func folds(_ above: ListedStanding, _ below: ListedStanding) -> Bool {
        above.rule.folds.contains { $0.rule == below.rule.id }
            && geography.area(holding: below.area.code, at: above.area.level) == above.area.code
    }
}

extension AreaLevel {
    fileprivate func place(in levels: [AreaLevel: Int]) -> Int { levels[self] ?? .max }
}
