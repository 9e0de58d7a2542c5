/// How wide a text is, without a font: widths of the common sans-serif faces, on the wide side, so that what is
/// laid out apart stays apart on a reader's machine.
enum TextWidth {
    /// The one size of text on charts, in units of the drawing.
    static let size = 13.0
    static let lineHeight = 15.0

    static func of(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + of($1) } * size
    }

    /// As a part of the size.
    static func of(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "t", "f", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", " ", "/", "-": 0.36
        case "m", "w", "M", "W", "%", "@", "\u{2026}", "\u{2192}": 0.95
        case "A"..."Z": 0.74
        case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}": 0
        // A control character is shown as U+FFFD.
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": 1.1
        case "\u{1100}"...: scalar.value < 0x2E80 && scalar.value >= 0x2000 ? 0.64 : 1.1
        default: 0.6
        }
    }
}
