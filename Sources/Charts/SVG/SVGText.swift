import Measures

/// Characters and numbers as SVG writes them.
enum SVGText {
    /// Safe as text and within quoted attributes, in HTML and in XML. A character that XML cannot hold becomes
    /// U+FFFD, so that no label can make a page unreadable.
    static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            case "\t", "\n", "\r": output += " "
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": output += "\u{FFFD}"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    /// A coordinate to a tenth of a unit, without trailing zeros: finer is not seen.
    static func number(_ value: Double) -> String {
        precondition(value.isFinite, "only figures that have a place on the axis are drawn")
        let text = DecimalText.plain(value, places: 1)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// An id made of the caller's text: letters, digits, `-` and `_` stay, and every other character is spelled by
    /// its number between full stops, so that two texts never make one id.
    static func identifier(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_": output.unicodeScalars.append(scalar)
            default: output += ".\(scalar.value)."
            }
        }
        return output
    }
}
