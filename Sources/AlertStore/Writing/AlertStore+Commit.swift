import Alerting
import Diagnostics
import GRDB
import Measures

/// The parts of a commit, in order. Each is announced before it begins, and the end before the transaction closes.
enum CommitStep: CaseIterable {
    case observations, verdicts, transitions, names, texts, notices, run, audit, end
}

extension AlertStore {
    /// Stores a run: observations, verdicts, transitions and notices together, or nothing of it.
    ///
    /// Only what changed is added. A record that says nothing that the store does not hold, under the as-of date, fingerprints,
    /// counts and versions of the last run, adds nothing at all, not even a run: `isNew` is false, and the run named is
    /// that last one.
    ///
    /// - Throws: `olderThanStored` where the as-of date lies before that of the last run, since what is known
    ///   now can't become what was known then.
    @discardableResult
    public func commit(_ record: RunRecord) throws(AlertStoreError) -> CommitReceipt {
        try commit(record) { _ in }
    }

    /// - Parameter announce: called before each step; what it throws undoes the commit.
    func commit(
        _ record: RunRecord, announcing announce: (CommitStep) throws -> Void
    ) throws(AlertStoreError) -> CommitReceipt {
        try write { database in
            let last = try lastRun(database)
            if let last, record.asOf < last.asOf {
                throw AlertStoreError(.olderThanStored(asOf: record.asOf.description, stored: last.asOf.description))
            }
            var commit = Commit(record, after: last, in: database, of: self)
            try announce(.observations)
            try commit.writeObservations()
            try announce(.verdicts)
            try commit.writeVerdicts()
            try announce(.transitions)
            try commit.writeTransitions()
            try announce(.names)
            try commit.writeNames()
            try announce(.texts)
            try commit.writeTexts()
            try announce(.notices)
            try commit.writeNotices()
            try announce(.run)
            let receipt = try commit.finish()
            try announce(.audit)
            if receipt.isNew {
                try RunContent.keep(of: receipt.run.rawValue, isTelling: commit.isTelling, in: database)
                try AuditChain.append(.run, receipt.run.rawValue, in: database)
            }
            try announce(.end)
            return receipt
        }
    }
}
