extension StoreSchema {
    /// Dates are days since 1970-01-01, times are seconds since then, periods are a grain and an ordinal (`Measures.Period`),
    /// lists are JSON. `run` always means the run that added the row.
    static let version1 = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            as_of INTEGER NOT NULL,
            started REAL NOT NULL,
            finished REAL NOT NULL,
            counts TEXT NOT NULL,
            versions TEXT NOT NULL,
            input_fingerprint TEXT NOT NULL,
            definitions_fingerprint TEXT NOT NULL
        ) STRICT;

        CREATE TABLE publication (
            run INTEGER PRIMARY KEY REFERENCES run,
            at REAL NOT NULL
        ) STRICT;

        -- Lists of area codes and meanings of rules occur thousands of times: each is kept once.
        CREATE TABLE area_list (id INTEGER PRIMARY KEY, codes TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE meaning (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

        CREATE TABLE block (
            id INTEGER PRIMARY KEY,
            kpi TEXT NOT NULL,
            level TEXT NOT NULL,
            grain TEXT NOT NULL,
            UNIQUE (kpi, level, grain)
        ) STRICT;

        -- The shape of a block from this run on, and the digest of all that it then held.
        CREATE TABLE edition (
            block INTEGER NOT NULL REFERENCES block,
            run INTEGER NOT NULL REFERENCES run,
            unit TEXT NOT NULL,
            areas INTEGER NOT NULL REFERENCES area_list,
            first_period INTEGER NOT NULL,
            period_count INTEGER NOT NULL,
            digest BLOB NOT NULL,
            PRIMARY KEY (block, run)
        ) STRICT, WITHOUT ROWID;

        -- What became known of a cell with this run: a cell that did not change has no row.
        CREATE TABLE observation (
            block INTEGER NOT NULL REFERENCES block,
            area TEXT NOT NULL,
            period INTEGER NOT NULL,
            run INTEGER NOT NULL REFERENCES run,
            state INTEGER NOT NULL,
            provisional INTEGER NOT NULL,
            made INTEGER NOT NULL,
            value REAL,
            low REAL,
            high REAL,
            numerator REAL,
            denominator REAL,
            denominator_vintage TEXT,
            count REAL,
            sum_of_squared_weights REAL,
            sources_received INTEGER,
            sources_expected INTEGER,
            PRIMARY KEY (block, area, period, run)
        ) STRICT, WITHOUT ROWID;

        -- One byte a verdict (`Verdict.code`), row by row: area × periods. It holds from its run until the run that
        -- replaced it or told the rule no more; a run whose verdicts are the same adds nothing.
        CREATE TABLE verdict (
            id INTEGER PRIMARY KEY,
            rule TEXT NOT NULL,
            level TEXT NOT NULL,
            run INTEGER NOT NULL REFERENCES run,
            until_run INTEGER REFERENCES run,
            areas INTEGER NOT NULL REFERENCES area_list,
            grain TEXT NOT NULL,
            first_period INTEGER NOT NULL,
            period_count INTEGER NOT NULL,
            digest BLOB NOT NULL,
            codes BLOB NOT NULL,
            UNIQUE (rule, level, run)
        ) STRICT;
        CREATE INDEX verdict_standing ON verdict (rule, level, digest) WHERE until_run IS NULL;

        CREATE TABLE transition (
            id INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES run,
            rule TEXT NOT NULL,
            area TEXT NOT NULL,
            grain TEXT NOT NULL,
            period INTEGER NOT NULL,
            state TEXT NOT NULL,
            meaning INTEGER NOT NULL REFERENCES meaning
        ) STRICT;
        CREATE INDEX transition_alert ON transition (rule, area, period);

        CREATE TABLE notice (
            key TEXT PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES run,
            content TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY,
            notice TEXT NOT NULL REFERENCES notice,
            channel TEXT NOT NULL,
            delivered REAL,
            UNIQUE (notice, channel)
        ) STRICT;
        CREATE INDEX outbox_waiting ON outbox (id) WHERE delivered IS NULL;

        CREATE TABLE failed_attempt (
            id INTEGER PRIMARY KEY,
            outbox INTEGER NOT NULL REFERENCES outbox,
            at REAL NOT NULL,
            failure TEXT NOT NULL
        ) STRICT;
        CREATE INDEX failed_attempt_outbox ON failed_attempt (outbox);
        """
}
