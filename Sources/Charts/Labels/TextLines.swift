/// A text broken into lines that fit a width.
enum TextLines {
    /// Breaks at spaces into at most `most` lines; what does not fit ends in `…`. An empty text has no lines.
    static func of(_ text: String, width: Double, most: Int) -> [String] {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        var lines: [String] = []
        for (index, word) in words.enumerated() {
            if let last = lines.last, TextWidth.of(last) + TextWidth.of(" ") + TextWidth.of(word) <= width {
                lines[lines.count - 1] = last + " " + word
            } else if lines.count < most {
                lines.append(shortened(word, width: width))
            } else {
                let rest = lines[most - 1] + " " + words[index...].prefix(1).joined() + "\u{2026}"
                lines[most - 1] = shortened(rest, width: width)
                break
            }
        }
        return lines
    }

    /// A label with its number behind it. The number is never broken or shortened, since a part of a number is another
    /// number: where both do not fit two lines, the label is shortened and the number has a line of its own.
    static func of(_ label: String, number: String, width: Double) -> [String] {
        if label.isEmpty { return [number] }
        var lines = of(label, width: width, most: 2)
        let together = (lines.last ?? "") + " " + number
        if TextWidth.of(together) <= width {
            lines[max(0, lines.count - 1)...] = [together]
            return lines
        }
        return lines + [number]
    }

    /// The text itself where it fits, else as much of its beginning as fits before a `…`.
    static func shortened(_ text: String, width: Double) -> String {
        let room = (width - TextWidth.of("\u{2026}")) / TextWidth.size
        var used = 0.0
        var fitting = ""
        for character in text {
            used += character.unicodeScalars.reduce(0) { $0 + TextWidth.of($1) }
            guard used <= room else { return TextWidth.of(text) <= width ? text : fitting + "\u{2026}" }
            fitting.append(character)
        }
        return text
    }
}
