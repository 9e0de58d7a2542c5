import Diagnostics

/// Makes text from definitions and data fit to stand in a page, a subject line or a terminal.
enum PlainText {
    /// On one line, without what moves a cursor, turns the reading direction or hides: line ends and tabs become spaces, other
    /// controls and direction marks U+FFFD. A mark that combines with a character that HTML escapes is parted from it by a
    /// space, since together they would be another character and pass unescaped.
    static func line(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var afterMarkup = false
        for scalar in text.unicodeScalars {
            let kind = scalar.properties.generalCategory
            switch scalar {
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result.append(" ")
            case _ where JSONText.turnsDirection(scalar): result.append("\u{FFFD}")
            case _ where kind == .control: result.append("\u{FFFD}")
            default:
                if afterMarkup, joins(scalar, kind) { result.append(" ") }
                result.append(scalar)
            }
            afterMarkup = markup.contains(scalar)
        }
        return String(result)
    }

    /// With U+FFFD for every mark that turns the reading direction, and as it is otherwise.
    static func withoutDirections(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: JSONText.turnsDirection) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { JSONText.turnsDirection($0) ? "\u{FFFD}" : $0 }))
    }

    private static let markup: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]

    private static func joins(_ scalar: Unicode.Scalar, _ kind: Unicode.GeneralCategory) -> Bool {
        switch kind {
        case .nonspacingMark, .enclosingMark, .spacingMark, .format: true
        default: scalar.properties.isGraphemeExtend || scalar.properties.isEmojiModifier
        }
    }

    /// The first letter in upper case.
    static func sentence(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// `1 rule`, `1,200 rules`.
    static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        var digits = String(count)
        if digits.count > 3 {
            for place in stride(from: digits.count - 3, to: 0, by: -3) {
                digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
            }
        }
        return "\(digits) \(count == 1 ? one : many ?? "\(one)s")"
    }
}
