/// Numbers as text for readers, without a locale: `16,599`, `9.7`, `−10`.
public enum DecimalText {
    /// Rounds half away from zero to so many decimal places, groups thousands with commas, and writes a true
    /// minus sign. A number too large for whole-number arithmetic is written as Swift writes it.
    public static func grouped(_ value: Double, places: Int) -> String {
        plain(value, places: places, separator: ",", minus: "\u{2212}")
    }

    /// As `grouped`, but with an ASCII minus and no separators: for files that programs read.
    public static func plain(_ value: Double, places: Int) -> String {
        plain(value, places: places, separator: "", minus: "-")
    }

    /// The fewest places, up to `most`, that show the value: 94.5 as `94.5`, 12.0 as `12`.
    public static func shortest(_ value: Double, upTo most: Int) -> String {
        var text = grouped(value, places: most)
        guard text.contains(".") else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text == "\u{2212}0" ? "0" : text
    }

    private static func plain(_ value: Double, places: Int, separator: String, minus: String) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        // A figure that is a decimal half by its digits (9.65) may lie a hair below in binary; one part in
        // 10^12 is far under any figure's precision and restores the rounding that a reader expects. Bounded, since
        // that part of a very large whole number is a whole number itself.
        let magnitude = abs(value) * scale
        let rounded = (magnitude + min(magnitude * 1e-12, 1e-6)).rounded(.toNearestOrAwayFromZero)
        guard rounded.isFinite, rounded < 9e15 else { return "\(value)" }
        let whole = Int(rounded)
        let divisor = Int(scale)
        var digits = Array(String(whole / divisor))
        if !separator.isEmpty, digits.count > 3 {
            for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(contentsOf: separator, at: place) }
        }
        var text = String(digits)
        if places > 0 {
            let fraction = String(whole % divisor)
            text += "." + String(repeating: "0", count: places - fraction.count) + fraction
        }
        return value < 0 && whole != 0 ? minus + text : text
    }
}
