import Digests
import Measures

/// The geography as a table of what values in files mean.
struct Places: Sendable, Hashable {
    struct Row: Sendable, Hashable, Comparable {
        /// Lower case.
        var code: String
        var level: String
        var area: String

        static func < (left: Row, right: Row) -> Bool {
            (left.code, left.level, left.area) < (right.code, right.level, right.area)
        }
    }

    /// For records: every area that holds the code.
    var holding: [Row]
    /// For figures: the area that is named, at each level that has one of that name.
    var named: [Row]
    var levels: [AreaLevel]
    /// A digest of all this.
    let digest: String

    /// More rows than this go to the engine as files, not as values in a statement.
    private static let mostInStatement = 4_000

    var needFiles: Bool { holding.count + named.count > Self.mostInStatement }

    /// The files of the tables, by name; codes in lower case, as the tables hold them.
    var files: [(name: String, bytes: [UInt8])] {
        guard needFiles else { return [] }
        return [("holding_places", holding), ("named_places", named)].map { name, rows in
            var text = ""
            for row in rows {
                for (place, value) in [row.code, row.level, row.area].enumerated() {
                    if place > 0 { text += "," }
                    text += "\"" + value.replacing("\"", with: "\"\"") + "\""
                }
                text += "\n"
            }
            return ("\(name).csv", Array(text.utf8))
        }
    }

    init(_ geography: Geography) {
        levels = geography.levels
        holding = Set(
            geography.placements.map {
                Row(code: $0.code.lowercased(), level: $0.level.rawValue, area: $0.area.rawValue)
            }
        ).sorted()
        // A ward and a plan area may share a name; a figure that only names it is told for both. A code goes before a name.
        var named: [[String]: Row] = [:]
        func add(_ text: String, _ area: Area) {
            let code = text.lowercased()
            let key = [code, area.level.rawValue]
            if named[key] == nil { named[key] = Row(code: code, level: area.level.rawValue, area: area.code.rawValue) }
        }
        for area in geography.areas { add(area.code.rawValue, area) }
        for area in geography.areas {
            add(area.name, area)
            area.otherNames.forEach { add($0, area) }
        }
        self.named = named.values.sorted()
        let lines = (holding + [Row(code: "", level: "", area: "")] + self.named).map {
            "\($0.code)\u{1F}\($0.level)\u{1F}\($0.area)"
        }
        digest = SHA256.hexadecimal(of: lines.joined(separator: "\u{1E}"))
    }
}
