extension StoreSchema {
    /// How long a run's stages took, who is to do what until when, and which stretches of a block a run changed.
    static let version5 = """
        -- What a clock says is no part of what a run found: the audit chain leaves it out, and two runs that differ in it alone are one.
        CREATE TABLE stage_time (
            run INTEGER NOT NULL REFERENCES run,
            place INTEGER NOT NULL,
            stage TEXT NOT NULL,
            seconds REAL NOT NULL,
            PRIMARY KEY (run, place),
            UNIQUE (run, stage)
        ) STRICT, WITHOUT ROWID;

        -- Digests of stretches of a block (`BlockDigests`), each from the run on that changed it. A block of an older Beacon has none until it changes.
        CREATE TABLE stretch (
            block INTEGER NOT NULL REFERENCES block,
            place INTEGER NOT NULL,
            run INTEGER NOT NULL REFERENCES run,
            digest BLOB NOT NULL,
            PRIMARY KEY (block, place, run)
        ) STRICT, WITHOUT ROWID;

        -- Of an action, who is to do it; `until` is the day by which. Its outcome is a mark of kind `outcome`, with the action as its target.
        ALTER TABLE mark ADD COLUMN owner INTEGER REFERENCES words;
        """
}
