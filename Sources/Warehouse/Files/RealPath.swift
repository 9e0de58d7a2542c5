#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where a path really leads.
///
/// By the system, not by Foundation: that gives up after some links, and returns the path as if there were none.
package enum RealPath {
    /// The absolute path without links, or nil where it leads to nothing, or in a circle.
    package static func of(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
