import Foundation
import Reporting

/// A folder of pages. What is there already under another name stays.
struct PageFolder {
    let path: String

    /// Writes the pages; one that is there is replaced.
    ///
    /// - Parameter isRead: whether somebody may be reading the folder, so that each page is put in place whole.
    func write(_ pages: [Page], isRead: Bool) throws {
        for page in pages {
            let file = URL(filePath: "\(path)/\(page.path)")
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(page.bytes).write(to: file, options: isRead ? .atomic : [])
        }
    }
}
