/// One made file, with its path below the sample's folder.
struct SampleFile {
    let path: String
    let table: Table
}

/// The files in one layout, and what happens in them.
struct SampleSource {
    /// The path, with a pattern where there is more than one file.
    let path: String
    /// What the records show, in a sentence or two.
    let story: String
    let files: [SampleFile]

    /// A source of one file.
    init(path: String, story: String, table: Table) {
        self.init(path: path, story: story, files: [SampleFile(path: path, table: table)])
    }

    init(path: String, story: String, files: [SampleFile]) {
        self.path = path
        self.story = story
        self.files = files
    }

    /// All lines but the headers, unfit ones with them.
    var rowCount: Int { files.reduce(0) { $0 + $1.table.rows.count } }

    var columns: [String] { files.first?.table.header ?? [] }
}
