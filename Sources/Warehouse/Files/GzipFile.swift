internal import CLibZ
import Foundation

/// Unpacks a gzip file into another file, a piece at a time.
enum GzipFile {
    struct Damaged: Error, Equatable {
        var reason: String
    }

    private static let piece = 1 << 18

    /// Far over what text packs to; a file that unpacks to more is made to fill a disk.
    private static let mostUnpacked = 250

    static func unpack(_ path: String, to target: String) throws(Damaged) {
        guard let size = FileStatus(path: path)?.size, let file = gzopen(path, "rb") else {
            throw Damaged(reason: "the system refuses to open it")
        }
        var isOpen = true
        defer { if isOpen { gzclose(file) } }
        guard FileManager.default.createFile(atPath: target, contents: nil, attributes: [.posixPermissions: 0o600]),
            let output = FileHandle(forWritingAtPath: target)
        else { throw Damaged(reason: "there is no room to unpack it") }
        defer { try? output.close() }
        let limit = size * mostUnpacked + piece
        var total = 0
        var buffer = [UInt8](repeating: 0, count: piece)
        while true {
            let count = Int(gzread(file, &buffer, UInt32(piece)))
            guard count >= 0, gzdirect(file) == 0 else { throw Damaged(reason: "it is no gzip file, or damaged") }
            if count == 0 { break }
            total += count
            guard total <= limit else { throw Damaged(reason: "it unpacks to more than \(mostUnpacked) times its size") }
            do {
                try output.write(contentsOf: buffer[..<count])
            } catch {
                throw Damaged(reason: "there is no room to unpack it")
            }
        }
        isOpen = false
        // A stream that ends in its middle is told only here.
        guard gzclose(file) == Z_OK else { throw Damaged(reason: "it ends too early") }
    }
}
