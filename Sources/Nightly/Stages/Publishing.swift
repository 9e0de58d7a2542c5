import Digests
import Foundation
import Measures
import Reporting

/// The stage `publish`: pages into a folder of their own, and the links that readers follow turned to it at once.
struct Publishing {
    let outFolder: String

    /// Writes `.runs/<id>/` whole, then turns `<as-of>` and `latest` to it by rename: a reader sees the old lists or the new
    /// ones, never a mixture, and a run that is killed leaves the old ones. The id is made of the date and the pages' own
    /// digest, so a run that changes nothing writes nothing.
    ///
    /// - Returns: where readers find the lists.
    /// - Throws: `PublishingError`, where the lists are made and only a link can't be turned to them with `isMade`. That of the date is then
    ///   turned by a later run, on whatever date (`turnWaiting`).
    func publish(_ pages: [Page], asOf: CalendarDate) throws -> String {
        let manager = FileManager.default
        try checkFolder()
        let run = "\(asOf)-\(Self.digest(of: pages))"
        let runs = "\(outFolder)/.runs"
        removeUnfinished(in: runs)
        let final = "\(runs)/\(run)"
        if !manager.fileExists(atPath: final) {
            let unfinished = "\(runs)/.\(run).unfinished"
            try PageFolder(path: unfinished).write(pages, isRead: false)
            try manager.moveItem(atPath: unfinished, toPath: final)
        }
        let waiting = waitingLink(of: asOf)
        try? manager.removeItem(atPath: waiting)
        do throws(PublishingError) { try turn("\(outFolder)/\(asOf)", to: ".runs/\(run)") } catch {
            try manager.createSymbolicLink(atPath: waiting, withDestinationPath: ".runs/\(run)")
            throw error
        }
        try turn("\(outFolder)/latest", to: ".runs/\(run)")
        return "\(outFolder)/\(asOf)"
    }

    /// The link of a date that could not be turned keeps where it was to lead, until a later run can turn it.
    private func waitingLink(of asOf: CalendarDate) -> String { "\(outFolder)/.runs/.\(asOf).link" }

    /// What became of the links of earlier nights that could not be turned when their lists were made.
    struct Waiting {
        var turned: [CalendarDate] = []
        /// Those that still can't be, each with the reason.
        var left: [(day: CalendarDate, reason: String)] = []
    }

    /// Turns what can be turned by now.
    func turnWaiting(before asOf: CalendarDate) -> Waiting {
        let manager = FileManager.default
        var waiting = Waiting()
        for name in ((try? manager.contentsOfDirectory(atPath: "\(outFolder)/.runs")) ?? []).sorted() {
            guard name.hasPrefix("."), name.hasSuffix(".link"), let day = CalendarDate(name.dropFirst().dropLast(5)),
                day < asOf, let target = try? manager.destinationOfSymbolicLink(atPath: waitingLink(of: day))
            else { continue }
            do throws(PublishingError) { try turn("\(outFolder)/\(day)", to: target) } catch {
                waiting.left.append((day, error.reason))
                continue
            }
            waiting.turned.append(day)
        }
        return waiting
    }

    /// Forgets a link that waited, once the store remembers that it was turned.
    func forgetWaiting(of day: CalendarDate) { try? FileManager.default.removeItem(atPath: waitingLink(of: day)) }

    /// What runs left that were killed while they wrote, on whatever date: no other run is at work.
    private func removeUnfinished(in runs: String) {
        let manager = FileManager.default
        for name in (try? manager.contentsOfDirectory(atPath: runs)) ?? [] where name.hasSuffix(".unfinished") {
            try? manager.removeItem(atPath: "\(runs)/\(name)")
        }
    }

    private func checkFolder() throws(PublishingError) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: outFolder, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw PublishingError(reason: "it is a file, not a folder") }
            guard access(outFolder, W_OK) == 0 else { throw PublishingError(reason: String(cString: strerror(errno))) }
        }
    }

    private static func digest(of pages: [Page]) -> String {
        var content: [UInt8] = []
        for page in pages {
            content += Array(page.path.utf8) + [0] + page.bytes + [0]
        }
        return String(SHA256.hexadecimal(of: content).prefix(12))
    }

    private func turn(_ link: String, to target: String) throws(PublishingError) {
        guard (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) != target else { return }
        let fresh = "\(link).new"
        try? FileManager.default.removeItem(atPath: fresh)
        guard symlink(target, fresh) == 0, rename(fresh, link) == 0 else {
            let reason = String(cString: strerror(errno))
            try? FileManager.default.removeItem(atPath: fresh)
            throw PublishingError(reason: "\(link): \(reason)", isMade: true)
        }
    }
}

/// Why the lists can't be written.
struct PublishingError: Error {
    var reason: String
    /// Whether they are written, and only can't be put where readers look.
    var isMade = false
}
