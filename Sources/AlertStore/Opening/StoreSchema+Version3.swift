extension StoreSchema {
    /// What was taken out of the store, and when. Of runs before `first_kept`, what was known then can be told no more.
    static let version3 = """
        CREATE TABLE pruning (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at REAL NOT NULL,
            first_kept INTEGER NOT NULL REFERENCES run,
            removed TEXT NOT NULL
        ) STRICT;
        """
}
