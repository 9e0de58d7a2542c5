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

    /// A part as a percentage: 0.05 as `5%`.
    static func percent(_ part: Double) -> String {
        let hundredths = (part * 10_000).rounded() / 100
        return hundredths == hundredths.rounded() ? "\(Int(hundredths))%" : "\(hundredths)%"
    }

    /// A character's number as Unicode writes it, at least four digits: `202E`.
    static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
