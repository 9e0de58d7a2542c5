/// A pattern of paths below a folder: `*` stands for any text within one name, `?` for one character of it, and `**`
/// alone for any number of folders. Letter case counts.
struct FilePattern: Sendable, Hashable {
    let text: String
    private let parts: [[Character]]

    /// Nil for a pattern that could lead out of the folder: an absolute one, or one with `..`.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: true)
        guard !text.isEmpty, !text.hasPrefix("/"), !text.hasPrefix("~"), !text.contains("\0"), !parts.contains("..")
        else { return nil }
        self.text = text
        self.parts = parts.filter { $0 != "." }.map(Array.init)
    }

    /// Whether a path, relative to the folder and with `/`, matches.
    func matches(_ path: String) -> Bool {
        let names = path.split(separator: "/").map(Array.init)
        return Self.matches(parts[...], names[...])
    }

    /// Whether a path below a folder could match.
    func reaches(into folder: String) -> Bool {
        let names = folder.split(separator: "/").map(Array.init)
        for (place, name) in names.enumerated() {
            guard place < parts.count else { return false }
            if parts[place] == ["*", "*"] { return true }
            guard Self.matches(parts[place], name: name) else { return false }
        }
        return parts.count > names.count
    }

    private static func matches(_ parts: ArraySlice<[Character]>, _ names: ArraySlice<[Character]>) -> Bool {
        guard let part = parts.first else { return names.isEmpty }
        if part == ["*", "*"] {
            return names.indices.contains { matches(parts.dropFirst(), names[$0...]) } || matches(parts.dropFirst(), [])
        }
        guard let name = names.first, matches(part, name: name) else { return false }
        return matches(parts.dropFirst(), names.dropFirst())
    }

    /// The usual greedy match with one step back: time proportional to the product of the lengths at worst.
    private static func matches(_ part: [Character], name: [Character]) -> Bool {
        var partPlace = 0
        var namePlace = 0
        var star: (part: Int, name: Int)?
        while namePlace < name.count {
            if partPlace < part.count, part[partPlace] == "*" {
                star = (partPlace, namePlace)
                partPlace += 1
            } else if partPlace < part.count, part[partPlace] == "?" || part[partPlace] == name[namePlace] {
                partPlace += 1
                namePlace += 1
            } else if let last = star {
                partPlace = last.part + 1
                namePlace = last.name + 1
                star = (last.part, last.name + 1)
            } else {
                return false
            }
        }
        return part[partPlace...].allSatisfy { $0 == "*" }
    }
}
