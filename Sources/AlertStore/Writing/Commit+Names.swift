import Definitions
import GRDB
import Measures

extension Commit {
    /// Adds how rules and areas are called, where it is otherwise than before.
    mutating func writeNames() throws {
        let rules = try ToldNames.rules(in: database, of: store)
        let addRule = try database.cachedStatement(
            sql: """
                INSERT INTO told_rule (rule, run, title, priority, severity, owner, groups) VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        for rule in record.rules where rules[rule.rule] != rule {
            try addRule.execute(
                arguments: [
                    rule.rule, try runID(), rule.title, rule.priority, rule.severity.rawValue, rule.owner,
                    try StoredJSON.text(rule.groups),
                ])
            receipt.names += 1
        }
        let areas = try ToldNames.areas(in: database)
        let addArea = try database.cachedStatement(
            sql: "INSERT INTO told_area (area, run, name, level) VALUES (?, ?, ?, ?)")
        for area in record.areas where areas[area.area] != area {
            try addArea.execute(arguments: [area.area.rawValue, try runID(), area.name, area.level.rawValue])
            receipt.names += 1
        }
    }
}
