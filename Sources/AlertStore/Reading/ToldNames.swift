import Definitions
import Diagnostics
import GRDB
import Measures

/// How rules and areas were last called.
enum ToldNames {
    static func rules(in database: Database, of store: AlertStore) throws -> [String: ToldRule] {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT rule, title, priority, severity, owner, groups FROM told_rule ORDER BY rule, run")
        var rules: [String: ToldRule] = [:]
        while let row = try rows.next() {
            guard let severity = Rule.Severity(rawValue: row[3]) else { throw store.unreadable("told_rule", "severity") }
            guard let groups = StoredJSON.value([String].self, from: row[5]) else {
                throw store.unreadable("told_rule", "groups")
            }
            rules[row[0]] = ToldRule(
                rule: row[0], title: row[1], priority: row[2], severity: severity, owner: row[4], groups: groups)
        }
        return rules
    }

    static func areas(in database: Database) throws -> [AreaCode: ToldArea] {
        let rows = try Row.fetchCursor(database, sql: "SELECT area, name, level FROM told_area ORDER BY area, run")
        var areas: [AreaCode: ToldArea] = [:]
        while let row = try rows.next() {
            let code = AreaCode(row[0] as String)
            areas[code] = ToldArea(area: code, name: row[1], level: AreaLevel(row[2] as String))
        }
        return areas
    }
}
