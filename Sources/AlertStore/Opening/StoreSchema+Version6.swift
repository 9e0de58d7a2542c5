extension StoreSchema {
    /// What KPIs and rules said, so that it can be told what an edit changed. A row holds from its run on; a run that finds the same texts adds
    /// none. `text` is JSON, a text for each key; null says that the definition is gone.
    static let version6 = """
        CREATE TABLE told_text (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            run INTEGER NOT NULL REFERENCES run,
            priority TEXT NOT NULL,
            text TEXT,
            PRIMARY KEY (kind, id, run)
        ) STRICT, WITHOUT ROWID;
        """
}
