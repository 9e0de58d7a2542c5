extension StoreSchema {
    /// What people said of alerts, and the chain of digests over that and over the runs.
    static let version4 = """
        -- Free text, beside the chain, which holds its digest alone: without salt and text it says nothing any more, and the
        -- chain still holds.
        CREATE TABLE words (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            digest BLOB NOT NULL,
            salt BLOB,
            text TEXT,
            CHECK ((salt IS NULL) = (text IS NULL))
        ) STRICT;

        -- `kind` is that of a mark, `end` of another mark, or `erasure` of another mark's author or words.
        CREATE TABLE mark (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            at REAL NOT NULL,
            day INTEGER NOT NULL,
            until INTEGER,
            rule TEXT,
            area TEXT,
            body TEXT,
            target INTEGER REFERENCES mark,
            part TEXT,
            author INTEGER NOT NULL REFERENCES words,
            words INTEGER REFERENCES words
        ) STRICT;

        CREATE TABLE chain (
            place INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            subject INTEGER NOT NULL,
            content BLOB NOT NULL,
            digest BLOB NOT NULL,
            UNIQUE (kind, subject)
        ) STRICT;

        CREATE INDEX transition_run ON transition (run);
        """
}
