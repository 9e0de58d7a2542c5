/// The JSON header of a frame: what message it is, what it says, and how the tables lie in the body.
struct FrameHeader<Content: Codable>: Codable {
    var contract = Manifest.currentContract
    var kind: String
    var content: Content
    var tables: [TableLayout]
}

/// What every header has, whatever its kind.
struct FrameEnvelope: Decodable {
    var contract: Int
    var kind: String
}

/// A table in the body: so many rows, and its columns one behind the other without a gap.
struct TableLayout: Codable {
    var rows: Int
    var columns: [ColumnLayout]
}

struct ColumnLayout: Codable {
    /// `f64`: a number a row. `text`: rows + 1 offsets (u32) into the UTF-8 bytes that follow them.
    enum Kind: String { case f64, text }

    var name: String
    var type: String
    /// Both in bytes from the beginning of the body.
    var offset: Int
    var length: Int
}

/// Content of the messages that say nothing but their kind.
struct NoContent: Codable {}
