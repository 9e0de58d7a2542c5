/// A file of a run's output, before anybody writes it.
public struct Page: Sendable, Hashable {
    /// Below the run's folder, with `/`; made of letters, digits, `-`, `_` and `.` only.
    public var path: String
    /// The whole content, to be written as UTF-8.
    public var text: String

    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    public var bytes: [UInt8] { Array(text.utf8) }
}
