import Measures

/// A piece of an expression's text.
struct Token: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case number(Double)
        /// A number with `%` directly behind it; the number as written.
        case percent(Double)
        case money(Double)
        case period(Period)
        case date(CalendarDate)
        case text(String)
        /// A name, a term, or a word of the grammar.
        case word(String)
        /// An operator or a sign: `<=`, `(`, `,`.
        case sign(String)
        case end
    }

    var kind: Kind
    var range: Range<Int>

    /// The token as a message quotes it.
    func quoted(in text: [UInt8]) -> String {
        if kind == .end { return "the end" }
        return "`\(Token.cited(text[range]))`"
    }

    /// A part of a text for a message: a long one by its first letters, since the place is shown beside it.
    static func cited(_ part: ArraySlice<UInt8>) -> String {
        let text = String(decoding: part, as: UTF8.self)
        return text.count > longestCitation ? "\(text.prefix(longestCitation))…" : text
    }

    private static let longestCitation = 40
}
