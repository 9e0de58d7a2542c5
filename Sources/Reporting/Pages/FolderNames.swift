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
    private let names: SafeNames

    init(_ bodies: [Body]) {
        names = SafeNames(bodies.map(\.id), stem: "body")
    }

    func folder(_ body: Body) -> String { names[body.id] ?? "body" }

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

    /// The page over all that a body's groups measure, in the body's own folder.
    static func overviewName(_ body: Body) -> String { body.kind == .board ? "board.html" : "overview.html" }

    /// The page that links to all that lies in a body's folder.
    static let indexName = "index.html"

    func overview(_ body: Body) -> String { "\(folder(body))/\(Self.overviewName(body))" }
}
