/// Numbers as text for readers, without a locale: `16,599`, `9.7`, `−10`.
public enum DecimalText {
    /// Rounds half away from zero to so many decimal places, groups thousands with commas, and writes a true
    /// minus sign. A number too large for whole-number arithmetic is written as Swift writes it.
    public static func grouped(_ value: Double, places: Int) -> String {
        text(of: value, places: places, isForReaders: true)
    }

    /// As `grouped`, but with an ASCII minus and no separators: for files that programs read.
    public static func plain(_ value: Double, places: Int) -> String {
        text(of: value, places: places, isForReaders: false)
    }

    /// The fewest places, up to `most`, that show the value: 94.5 as `94.5`, 12.0 as `12`.
    public static func shortest(_ value: Double, upTo most: Int) -> String {
        text(of: value, places: most, isForReaders: true, isTrimmed: true)
    }

    private static func text(of value: Double, places: Int, isForReaders: Bool, isTrimmed: Bool = false) -> String {
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
        var fraction = whole % divisor
        var shownPlaces = places
        while isTrimmed, shownPlaces > 0, fraction % 10 == 0 {
            fraction /= 10
            shownPlaces -= 1
        }
        // Written from the last digit to the first, and turned round.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        func write(_ digit: Int) { bytes.append(UInt8(ascii: "0") + UInt8(digit)) }
        for _ in 0..<shownPlaces {
            write(fraction % 10)
            fraction /= 10
        }
        if shownPlaces > 0 { bytes.append(UInt8(ascii: ".")) }
        var rest = whole / divisor
        var written = 0
        repeat {
            if isForReaders, written > 0, written.isMultiple(of: 3) { bytes.append(UInt8(ascii: ",")) }
            write(rest % 10)
            rest /= 10
            written += 1
        } while rest > 0
        if value < 0, whole != 0 { bytes += isForReaders ? "\u{2212}".utf8.reversed() : [UInt8(ascii: "-")] }
        bytes.reverse()
        return String(decoding: bytes, as: UTF8.self)
    }
}
