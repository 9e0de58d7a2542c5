import Alerting
import Diagnostics
import GRDB

extension StoreSchema {
    /// What readers know by the notices, under which ids rules go on, and what definitions said: a run tells what is otherwise.
    static let version6 = """
        -- An alert as a group or board was last told of it (`Notice.Item`), and of whose list.
        CREATE TABLE told_alert (
            reader TEXT NOT NULL,
            rule TEXT NOT NULL,
            area TEXT NOT NULL,
            list TEXT NOT NULL,
            run INTEGER NOT NULL REFERENCES run,
            item TEXT NOT NULL,
            PRIMARY KEY (reader, rule, area)
        ) STRICT, WITHOUT ROWID;

        -- What else a reader was told under the last as-of date: it is told once a date.
        CREATE TABLE told_line (
            reader TEXT NOT NULL,
            line TEXT NOT NULL,
            run INTEGER NOT NULL REFERENCES run,
            PRIMARY KEY (reader, line)
        ) STRICT, WITHOUT ROWID;

        -- The renamings of a date are those that its last run found.
        CREATE TABLE renamed_rule (
            former TEXT NOT NULL,
            rule TEXT NOT NULL,
            run INTEGER NOT NULL REFERENCES run,
            PRIMARY KEY (former, rule, run)
        ) STRICT, WITHOUT ROWID;

        -- What KPIs and rules said, from its run on; a run that finds the same texts adds none. `text` is JSON, a text for each
        -- key; null says that the definition is gone.
        CREATE TABLE told_text (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            run INTEGER NOT NULL REFERENCES run,
            priority TEXT NOT NULL,
            text TEXT,
            PRIMARY KEY (kind, id, run)
        ) STRICT, WITHOUT ROWID;

        -- The digest of what a run added (`RunContent`), for the audit chain; runs of an older Beacon have none.
        CREATE TABLE run_content (
            run INTEGER PRIMARY KEY REFERENCES run,
            digest BLOB NOT NULL
        ) STRICT;

        CREATE INDEX edition_run ON edition (run);
        CREATE INDEX verdict_run ON verdict (run);
        CREATE INDEX verdict_until_run ON verdict (until_run) WHERE until_run IS NOT NULL;
        CREATE INDEX notice_run ON notice (run);
        """

    /// What readers know by the notices that an older Beacon kept. A notice of it does not say of whose list it was: a group's is of its own,
    /// and a board's of a group that hears of the rule.
    static func takeUpEarlierNotices(in database: Database) throws {
        let groups = try Dictionary(
            Row.fetchAll(database, sql: "SELECT rule, groups FROM told_rule ORDER BY run").map { row in
                (row[0] as String, StoredJSON.value([String].self, from: row[1]) ?? [])
            }, uniquingKeysWith: { _, last in last })
        let notices = try Row.fetchCursor(
            database, sql: "SELECT content, run FROM notice JOIN run ON run.id = run ORDER BY run, key")
        while let row = try notices.next() {
            guard let notice = StoredJSON.value(Notice.self, from: row[0]) else { continue }
            for item in notice.items {
                let lists = groups[item.rule] ?? []
                let list = lists.contains(notice.group) ? notice.group : lists.first ?? notice.group
                try ToldRows.write(item, to: notice.group, onListOf: list, run: row[1], in: database)
            }
        }
    }
}
