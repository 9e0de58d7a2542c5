import Testing

/// An edit of the valid files, and the whole report of it.
struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var old: String
    var new: String
    var says: String
    var testDescription: String { name }

    init(_ name: String, replacing old: String, by new: String, says: String) {
        self.name = name
        self.old = old
        self.new = new
        self.says = says
    }
}
