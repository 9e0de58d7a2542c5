import Definitions

/// The files of a group's list.
enum ListFile: String, CaseIterable {
    case page = "breaches.html"
    case alertsCSV = "breaches.csv"
    case json = "breaches.json"
    case measures = "measures.csv"
    case dataQuality = "data-quality.csv"
    case completeness = "completeness.csv"
    case restatements = "restatements.csv"

    /// As the index names it; nil for the page itself.
    var title: String? {
        switch self {
        case .page: nil
        case .alertsCSV: "CSV"
        case .json: "JSON"
        case .measures: "Measures as CSV"
        case .dataQuality: "Data quality as CSV"
        case .completeness: "What is in as CSV"
        case .restatements: "Restated figures as CSV"
        }
    }
}

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

    /// The path of a file of a group's list, as the body may see it.
    func path(_ file: ListFile, of group: Body, for reader: Body) -> String {
        "\(folder(reader))/\(name(file, of: group, for: reader))"
    }

    /// The name of the file, as a link within the reader's own folder.
    func name(_ file: ListFile, of group: Body, for reader: Body) -> String {
        group.id == reader.id ? file.rawValue : "\(folder(group))-\(file.rawValue)"
    }

    /// What is wrong with any data file of the run.
    let dataQuality = "data-quality.csv"
    /// What became of each data file of the run.
    let dataFiles = "files.csv"

    func board(_ board: Body) -> String { "\(folder(board))/board.html" }

    private static func allowed(_ scalar: Unicode.Scalar) -> Character {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
        default: "-"
        }
    }
}
