extension StoreSchema {
    /// The digest of what a run added, for the audit chain, and the ways to what a run added.
    static let version6 = """
        -- `RunContent`; runs of an older Beacon have none.
        CREATE TABLE run_content (
            run INTEGER PRIMARY KEY REFERENCES run,
            digest BLOB NOT NULL
        ) STRICT;

        CREATE INDEX edition_run ON edition (run);
        CREATE INDEX verdict_run ON verdict (run);
        CREATE INDEX verdict_until_run ON verdict (until_run) WHERE until_run IS NOT NULL;
        CREATE INDEX notice_run ON notice (run);
        """
}
