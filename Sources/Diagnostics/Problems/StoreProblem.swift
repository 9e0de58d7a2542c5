/// What can be wrong with the store of alerts and observations, and with the state folder that holds it.
///
/// Paths are as the user gave them; dates and times as texts in ISO 8601.
public enum StoreProblem: Problem, Equatable {
    // The state folder.
    case folderUnusable(path: String, reason: String)
    case readOnly(path: String)
    case runInProgress(folder: String, process: Int?, since: String?)
    case deliveryInProgress(folder: String, process: Int?, since: String?)

    // The database file.
    case nothingStored(folder: String)
    case newerStore(path: String, unknown: [String])
    case notDatabase(path: String)
    case foreignDatabase(path: String)
    case corrupt(path: String)
    case unreadableValue(path: String, table: String, column: String)
    case diskFull(path: String)
    /// Reading or writing the file failed, for whatever reason the system has.
    case diskFailed(path: String, code: Int, reason: String)
    case backupExists(path: String)
    /// What was erased is out of the database, and not yet out of its log.
    case stillInLog(path: String)
    case busy(path: String)
    case failed(path: String, code: Int, reason: String)

    // What is asked of it.
    case olderThanStored(asOf: String, stored: String)
    /// The store is not the one of which a head was kept, or lost its end.
    case headNotHeld(folder: String, end: Int, file: String, place: Int, asOf: String)
    case unknownRun(Int)
    case pruned(run: Int)
    case unknownMark(Int)
    case unknownNotice(key: String, channel: String)
    /// A notice was handed over, or was not, and which of the two is not remembered.
    case attemptNotRemembered(key: String, channel: String, hasGoneOut: Bool, reason: String)
}

extension StoreProblem {
    public var code: String {
        switch self {
        case .folderUnusable: "state-folder-unusable"
        case .readOnly: "state-read-only"
        case .runInProgress: "run-in-progress"
        case .deliveryInProgress: "delivery-in-progress"
        case .nothingStored: "nothing-stored"
        case .newerStore: "store-newer"
        case .notDatabase: "store-not-database"
        case .foreignDatabase: "store-foreign"
        case .corrupt: "store-corrupt"
        case .unreadableValue: "store-unreadable-value"
        case .diskFull: "store-disk-full"
        case .diskFailed: "store-disk-failed"
        case .backupExists: "backup-exists"
        case .stillInLog: "store-still-in-log"
        case .busy: "store-busy"
        case .failed: "store-failed"
        case .olderThanStored: "as-of-before-stored"
        case .headNotHeld: "store-lost-its-end"
        case .unknownRun: "unknown-run"
        case .pruned: "run-pruned"
        case .unknownMark: "unknown-mark"
        case .unknownNotice: "unknown-notice"
        case .attemptNotRemembered: "delivery-not-remembered"
        }
    }

    public var words: String {
        switch self {
        case .folderUnusable(let path, let reason): "the state folder `\(path)` cannot be used: \(reason)"
        case .readOnly(let path): "`\(path)` cannot be written"
        case .runInProgress(let folder, let process, let since):
            "another run uses the state folder `\(folder)`" + Self.holder(process, since)
        case .deliveryInProgress(let folder, let process, let since):
            "the notices of the state folder `\(folder)` are being sent already" + Self.holder(process, since)
        case .nothingStored(let folder): "`\(folder)` holds no run yet"
        case .newerStore(let path, let unknown):
            "`\(path)` was written by a newer Beacon (its steps \(Wording.list(unknown)) are not known here)"
        case .notDatabase(let path): "`\(path)` is not a database"
        case .foreignDatabase(let path): "`\(path)` is a database of another program"
        case .corrupt(let path): "the database `\(path)` is damaged"
        case .unreadableValue(let path, let table, let column):
            "the database `\(path)` holds a value that means nothing here, in `\(table).\(column)`"
        case .diskFull(let path): "there is no room left on the disk of `\(path)`"
        case .diskFailed(let path, let code, let reason):
            "the disk of `\(path)` does not take or give what is to be written or read there (error \(code): \(reason))"
        case .stillInLog(let path):
            "what was taken out of `\(path)` is still in its log, `\(path)-wal`, since another program is reading the database"
        case .backupExists(let path): "`\(path)` is there already"
        case .busy(let path): "another program holds the database `\(path)`"
        case .failed(let path, let code, let reason): "the database `\(path)` reports error \(code): \(reason)"
        case .olderThanStored(let asOf, let stored):
            "the as-of date \(asOf) lies before \(stored), the date of the last run stored"
        case .headNotHeld(let folder, let end, let file, let place, let asOf):
            "`\(file)` keeps entry \(place) of \(asOf) as the head of the audit chain, and the store in `\(folder)` "
                + (end == 0 ? "is empty" : end < place ? "ends at entry \(end)" : "has another entry \(place)")
                + ": what it remembered is lost, or it is another store"
        case .unknownRun(let run): "no run \(run) is stored"
        case .pruned(let run): "what was known at run \(run) was taken out of the store for its age"
        case .unknownMark(let mark): "there is no mark \(mark) that this could be done with"
        case .unknownNotice(let key, let channel):
            "no notice \(Wording.quoted(key)) goes out by \(Wording.quoted(channel))"
        case .attemptNotRemembered(let key, let channel, let hasGoneOut, let reason):
            "the notice \(Wording.quoted(key)) \(hasGoneOut ? "went out" : "could not go out") by the route "
                + "\(Wording.quoted(channel)), and the store could not remember it: \(reason)"
        }
    }

    private static func holder(_ process: Int?, _ since: String?) -> String {
        (process.map { ": process \($0)" } ?? "") + (since.map { ", started \($0)" } ?? "")
    }

    public var remedy: String? {
        switch self {
        case .folderUnusable: "name another folder with `--state`"
        case .readOnly: "give the user who runs Beacon the right to write there"
        case .runInProgress: "wait until it ends; the lock goes with its process, so there is nothing to remove"
        case .deliveryInProgress: "nothing need be done: what still waits goes out by the next `beacon notify` or the next run"
        case .nothingStored: "run `beacon run` first, or name its state folder by `--state`"
        case .newerStore: "use that Beacon, or name another folder with `--state`"
        case .notDatabase, .foreignDatabase: "move the file away, or name another folder with `--state`"
        case .corrupt, .unreadableValue:
            "keep a copy of it, and restore the state folder from a backup, or save what can be read with "
                + "`sqlite3 FILE .recover`; Beacon never deletes it"
        case .diskFull: "make room, and give the command again; what was stored before it is whole"
        case .diskFailed:
            "see whether it is full, limits the size of files, or fails; then give the command again: what was stored before it is whole"
        case .stillInLog: "close that program, and give the command again"
        case .backupExists: "name a file that is not there yet: a backup replaces none"
        case .busy: "close that program, and run again"
        case .attemptNotRemembered(_, _, true, _):
            "cure that before the next run or `beacon notify`, which hands the notice over once more; the other notices wait"
        case .attemptNotRemembered: "cure that; this notice and the others go out by the next run or by `beacon notify`"
        case .failed: "give the command again; where it comes back, ask whoever keeps the machine, with these words"
        case .headNotHeld(_, _, let file, _, _):
            "name the right folders by `--state` and `--out`, or put the state folder back from a backup; to go on with this store all the "
                + "same, move `\(file)` aside and keep it, since it alone tells what is lost"
        case .unknownRun, .pruned, .unknownNotice: nil
        case .unknownMark: "`beacon alerts marks --all` names every mark, what it is and whether it still holds"
        case .olderThanStored:
            "to look into the past, name other, empty folders by `--state` and `--out`; where the clock stood ahead at that run, set it "
                + "right and put back the backup from before it, as the README says under *Every night*"
        }
    }
}
