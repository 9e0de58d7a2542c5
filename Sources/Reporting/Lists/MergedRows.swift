import Definitions
import Measures

/// The rows of several groups' lists, each standing once, with the groups to which it goes.
struct MergedRows {
    struct Entry: Sendable {
        var row: ListedStanding
        var groups: String
    }

    private var sections: [ListSection: [Entry]] = [:]

    init(_ lists: [BreachList]) {
        struct Key: Hashable {
            var rule: String
            var area: AreaCode
        }
        for section in ListSection.allCases {
            var places: [Key: Int] = [:]
            var entries: [Entry] = []
            for list in lists {
                for row in list[section] {
                    let title = PlainText.line(list.group.title)
                    if let place = places[Key(rule: row.rule.id, area: row.area.code)] {
                        entries[place].groups += "; \(title)"
                    } else {
                        places[Key(rule: row.rule.id, area: row.area.code)] = entries.count
                        entries.append(Entry(row: row, groups: title))
                    }
                }
            }
            // Most severe first; within a severity the order of the groups stands.
            sections[section] = entries.enumerated().sorted { left, right in
                let (first, second) = (left.element.row.rule.severity, right.element.row.rule.severity)
                return first == second ? left.offset < right.offset : first > second
            }.map(\.element)
        }
    }

    subscript(section: ListSection) -> [Entry] { sections[section] ?? [] }
}
