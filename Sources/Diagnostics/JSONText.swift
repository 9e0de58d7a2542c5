/// Writes JSON strings without Foundation.
public enum JSONText {
    /// `text` as a JSON string with its quotes. Control characters are escaped, and also U+2028 and U+2029, so that
    /// the result may stand in a script, and the marks that turn the reading direction.
    public static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            case "\u{C}": result += "\\f"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}": result += "\\u" + fourDigits(scalar.value)
            case _ where turnsDirection(scalar): result += "\\u" + fourDigits(scalar.value)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// A whole JSON text with every mark that turns the reading direction escaped, so that no viewer of it is turned. It means the same: such marks stand in strings alone.
    public static func withoutRawDirections(_ json: String) -> String {
        guard json.unicodeScalars.contains(where: turnsDirection) else { return json }
        var result = ""
        for scalar in json.unicodeScalars {
            if turnsDirection(scalar) {
                result += "\\u" + fourDigits(scalar.value)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether a mark turns the reading direction of what follows it, unseen.
    public static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{200E}", "\u{200F}", "\u{061C}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
        default: false
        }
    }

    private static func fourDigits(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
