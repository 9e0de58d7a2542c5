extension StoreSchema {
    /// How rules and areas were called, so that alerts can be told by the store alone, also of rules that are gone. A row holds from
    /// its run on; a run that calls them the same adds none.
    static let version2 = """
        CREATE TABLE told_rule (
            rule TEXT NOT NULL,
            run INTEGER NOT NULL REFERENCES run,
            title TEXT NOT NULL,
            priority TEXT NOT NULL,
            severity TEXT NOT NULL,
            owner TEXT,
            groups TEXT NOT NULL,
            PRIMARY KEY (rule, run)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE told_area (
            area TEXT NOT NULL,
            run INTEGER NOT NULL REFERENCES run,
            name TEXT NOT NULL,
            level TEXT NOT NULL,
            PRIMARY KEY (area, run)
        ) STRICT, WITHOUT ROWID;
        """
}
