import Diagnostics
import GRDB

extension AlertStore {
    /// Remembers how long the stages of a run took, in the order in which they ran. What is told of a stage first stands: where a run
    /// was killed after its commit, the run that finished its work tells of the stages that are left.
    ///
    /// - Throws: `unknownRun` where no such run is stored.
    public func keepTimes(_ times: [StageTime], of run: RunID) throws(AlertStoreError) {
        try write { database in
            try requireRun(run, in: database)
            for (place, time) in times.enumerated() {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO stage_time (run, place, stage, seconds) VALUES (?, ?, ?, ?)",
                    arguments: [run.rawValue, place, time.stage, time.seconds])
            }
        }
    }

    /// How long the stages of a run took; nothing of those that no run has told of.
    public func stageTimes(of run: RunID) throws(AlertStoreError) -> [StageTime] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT stage, seconds FROM stage_time WHERE run = ? ORDER BY place",
                arguments: [run.rawValue]
            ).map { StageTime(stage: $0[0], seconds: $0[1]) }
        }
    }
}
