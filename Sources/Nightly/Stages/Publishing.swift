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
        try turn("\(outFolder)/\(asOf)", to: ".runs/\(run)")
        try turn("\(outFolder)/latest", to: ".runs/\(run)")
        return "\(outFolder)/\(asOf)"
    }

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

    private func turn(_ link: String, to target: String) throws {
        guard (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) != target else { return }
        let fresh = "\(link).new"
        try? FileManager.default.removeItem(atPath: fresh)
        try FileManager.default.createSymbolicLink(atPath: fresh, withDestinationPath: target)
        guard rename(fresh, link) == 0 else {
            throw PublishingError(reason: "\(link): \(String(cString: strerror(errno)))")
        }
    }
}

/// Why the lists can't be written.
struct PublishingError: Error {
    var reason: String
}
