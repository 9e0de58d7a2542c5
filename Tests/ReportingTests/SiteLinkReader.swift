/// Follows links as a browser does.
enum SiteLinkReader {
    /// The path to which a link leads that stands on the page of a path.
    static func path(of link: String, from page: String) -> String {
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}
