extension StoreSchema {
    /// More of what is stored is in the audit chain: the whole of what a run added, what readers know, and what was let go of unsent.
    static let version7 = """
        -- How many rows a run added to `observation` for the block; of an older Beacon's run nobody counted.
        ALTER TABLE edition ADD COLUMN cells INTEGER;

        -- How the digest is made (`RunContent`), and that of what readers know after the run (`ToldContent`), where the run told them something.
        ALTER TABLE run_content ADD COLUMN making INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE run_content ADD COLUMN told BLOB;

        -- Notices (a list of keys) that waited for a channel and were let go of, and the digest of what readers know without them.
        CREATE TABLE dropping (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at REAL NOT NULL,
            channel TEXT NOT NULL,
            notices TEXT NOT NULL,
            told BLOB NOT NULL
        ) STRICT;

        -- The file in which runs keep the heads of the chain, so that every command that writes finds it.
        CREATE TABLE head_file (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            path TEXT NOT NULL
        ) STRICT;

        CREATE INDEX stretch_run ON stretch (run);
        CREATE INDEX told_text_run ON told_text (run);
        """
}
