import Definitions

/// Where in the output each body's pages lie.
struct FolderNames {
    private let byBody: [String: String]

    /// Ids become names that every file system and every link takes; two that would fall together are kept apart by a number.
    init(_ bodies: [Body]) {
        var byBody: [String: String] = [:]
        var taken: Set<String> = []
        for body in bodies {
            let plain = String(body.id.unicodeScalars.map(Self.allowed))
            let stem = plain.allSatisfy({ $0 == "-" }) ? "body" : plain
            var name = stem
            var number = 2
            // Compared without regard to case, as some file systems do.
            while !taken.insert(name.lowercased()).inserted {
                name = "\(stem)-\(number)"
                number += 1
            }
            byBody[body.id] = name
        }
        self.byBody = byBody
    }

    func folder(_ body: Body) -> String { byBody[body.id] ?? "body" }

    /// The path of a group's list, as the body may see it.
    func list(of group: Body, for reader: Body, _ ending: String) -> String {
        "\(folder(reader))/\(listName(of: group, for: reader, ending))"
    }

    /// The name of the file, as a link within the reader's own folder.
    func listName(of group: Body, for reader: Body, _ ending: String) -> String {
        group.id == reader.id ? "breaches.\(ending)" : "\(folder(group))-breaches.\(ending)"
    }

    /// The path of how a group's measures stand, as the body may see it.
    func measures(of group: Body, for reader: Body) -> String {
        "\(folder(reader))/\(measuresName(of: group, for: reader))"
    }

    /// The name of the file, as a link within the reader's own folder.
    func measuresName(of group: Body, for reader: Body) -> String {
        group.id == reader.id ? "measures.csv" : "\(folder(group))-measures.csv"
    }

    /// What is wrong with any data file of the run.
    let dataQuality = "data-quality.csv"

    /// The same of the datasets behind a group's own list.
    func dataQuality(of group: Body) -> String { "\(folder(group))/\(dataQuality)" }

    func board(_ board: Body) -> String { "\(folder(board))/board.html" }

    private static func allowed(_ scalar: Unicode.Scalar) -> Character {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
        default: "-"
        }
    }
}
