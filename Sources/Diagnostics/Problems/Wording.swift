/// How messages quote what an author wrote.
enum Wording {
    private static let longest = 80

    /// `text` in back quotes, cut where it is too long to read.
    static func quoted(_ text: String) -> String {
        text.unicodeScalars.count > longest ? "`\(text.prefix(longest))…`" : "`\(text)`"
    }

    /// Names in back quotes, separated by commas; of many, the first twenty and the count of the rest.
    static func list(_ names: [String]) -> String {
        let shown = names.prefix(20).map(quoted).joined(separator: ", ")
        return names.count > 20 ? shown + " and \(names.count - 20) more" : shown
    }
}
