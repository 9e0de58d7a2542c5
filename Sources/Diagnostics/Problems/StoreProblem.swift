/// What can be wrong with the store of alerts and observations, and with the state folder that holds it.
///
/// Paths are as the user gave them; dates and times as texts in ISO 8601.
public enum StoreProblem: Problem, Equatable {
    // The state folder.
    case folderUnusable(path: String, reason: String)
    case readOnly(path: String)
    case runInProgress(folder: String, process: Int?, since: String?)

    // The database file.
    case nothingStored(folder: String)
    case newerStore(path: String, unknown: [String])
    case notDatabase(path: String)
    case foreignDatabase(path: String)
    case corrupt(path: String)
    case unreadableValue(path: String, table: String, column: String)
    case diskFull(path: String)
    case backupExists(path: String)
    case busy(path: String)
    case failed(path: String, code: Int, reason: String)

    // What is asked of it.
    case olderThanStored(asOf: String, stored: String)
    case unknownRun(Int)
    case pruned(run: Int)
    case unknownMark(Int)
    case unknownNotice(key: String, channel: String)
}

extension StoreProblem {
    public var code: String {
        switch self {
        case .folderUnusable: "state-folder-unusable"
        case .readOnly: "state-read-only"
        case .runInProgress: "run-in-progress"
        case .nothingStored: "nothing-stored"
        case .newerStore: "store-newer"
        case .notDatabase: "store-not-database"
        case .foreignDatabase: "store-foreign"
        case .corrupt: "store-corrupt"
        case .unreadableValue: "store-unreadable-value"
        case .diskFull: "store-disk-full"
        case .backupExists: "backup-exists"
        case .busy: "store-busy"
        case .failed: "store-failed"
        case .olderThanStored: "as-of-before-stored"
        case .unknownRun: "unknown-run"
        case .pruned: "run-pruned"
        case .unknownMark: "unknown-mark"
        case .unknownNotice: "unknown-notice"
        }
    }

    public var words: String {
        switch self {
        case .folderUnusable(let path, let reason): "the state folder `\(path)` cannot be used: \(reason)"
        case .readOnly(let path): "`\(path)` cannot be written"
        case .runInProgress(let folder, let process, let since):
            "another run uses the state folder `\(folder)`" + (process.map { ": process \($0)" } ?? "")
                + (since.map { ", started \($0)" } ?? "")
        case .nothingStored(let folder): "`\(folder)` holds no run yet"
        case .newerStore(let path, let unknown):
            "`\(path)` was written by a newer Beacon (its steps \(Wording.list(unknown)) are not known here)"
        case .notDatabase(let path): "`\(path)` is not a database"
        case .foreignDatabase(let path): "`\(path)` is a database of another program"
        case .corrupt(let path): "the database `\(path)` is damaged"
        case .unreadableValue(let path, let table, let column):
            "the database `\(path)` holds a value that means nothing here, in `\(table).\(column)`"
        case .diskFull(let path): "there is no room left on the disk of `\(path)`"
        case .backupExists(let path): "`\(path)` is there already"
        case .busy(let path): "another program holds the database `\(path)`"
        case .failed(let path, let code, let reason): "the database `\(path)` reports error \(code): \(reason)"
        case .olderThanStored(let asOf, let stored):
            "the as-of date \(asOf) lies before \(stored), the date of the last run stored"
        case .unknownRun(let run): "no run \(run) is stored"
        case .pruned(let run): "what was known at run \(run) was taken out of the store for its age"
        case .unknownMark(let mark): "there is no mark \(mark) that this could be done with"
        case .unknownNotice(let key, let channel):
            "no notice \(Wording.quoted(key)) goes out by \(Wording.quoted(channel))"
        }
    }

    public var remedy: String? {
        switch self {
        case .folderUnusable: "name another folder with `--state`"
        case .readOnly: "give the user who runs Beacon the right to write there"
        case .runInProgress: "wait until it ends; the lock goes with its process, so there is nothing to remove"
        case .nothingStored: "run `beacon run` first, or name its state folder by `--state`"
        case .newerStore: "use that Beacon, or name another folder with `--state`"
        case .notDatabase, .foreignDatabase: "move the file away, or name another folder with `--state`"
        case .corrupt, .unreadableValue:
            "keep a copy of it, and restore the state folder from a backup, or save what can be read with "
                + "`sqlite3 FILE .recover`; Beacon never deletes it"
        case .diskFull: "make room and run again: nothing of this run was stored, and nothing stored before is lost"
        case .backupExists: "name a file that is not there yet: a backup replaces none"
        case .busy: "close that program, and run again"
        case .failed, .unknownRun, .pruned, .unknownNotice: nil
        case .unknownMark: "`beacon alerts marks --all` names every mark, what it is and whether it still holds"
        case .olderThanStored: "look into the past with another, empty folder for `--state`"
        }
    }
}
