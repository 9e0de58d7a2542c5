import Foundation

/// The files that backups are written to before they get their names. One that was killed leaves its own behind, and the next one takes it away.
enum UnfinishedCopies {
    private static let ending = ".beacon-unfinished"
    /// Seconds. A backup that is at work writes all the time.
    private static let longestPause = 600.0

    static func path(of copy: String) -> String { copy + ending }

    /// Takes away those in the folder of a copy to which nobody has written for ten minutes.
    static func remove(beside copy: String, at time: Date) {
        let manager = FileManager.default
        let folder = URL(filePath: copy).deletingLastPathComponent().path
        for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] where name.hasSuffix(ending) {
            let file = "\(folder)/\(name)"
            guard let written = (try? manager.attributesOfItem(atPath: file))?[.modificationDate] as? Date,
                abs(written.timeIntervalSince(time)) > longestPause
            else { continue }
            try? manager.removeItem(atPath: file)
        }
    }
}
