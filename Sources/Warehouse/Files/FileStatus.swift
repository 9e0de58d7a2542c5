#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the file system says of a file without reading it.
struct FileStatus: Sendable, Hashable, Codable {
    var size: Int
    /// Nanoseconds since 1970: the content's time, which a copy may bring along, and the entry's, which nothing can set back.
    var modified: Int
    var changed: Int
    /// Device and inode: equal for two names of one file.
    var identity: String

    /// The status of a regular file, links followed; nil where there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        size = Int(status.st_size)
        identity = "\(status.st_dev):\(status.st_ino)"
        #if canImport(Darwin)
            modified = status.st_mtimespec.tv_sec * 1_000_000_000 + status.st_mtimespec.tv_nsec
            changed = status.st_ctimespec.tv_sec * 1_000_000_000 + status.st_ctimespec.tv_nsec
        #else
            modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
            changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
        #endif
    }
}

/// The content and the status of a file, by which a changed one is known.
struct FileFingerprint: Sendable, Hashable, Codable {
    var status: FileStatus
    /// SHA-256 of the content, in hexadecimal.
    var digest: String
}
