import Diagnostics
import Measures

/// Cuts an expression's text into tokens.
///
/// `2023/24`, `2024-03` and `2024-03-31` written without spaces are a period, a period and a date; with spaces they are arithmetic.
struct Lexer {
    let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func tokens(_ bytes: [UInt8]) throws(LanguageFinding) -> [Token] {
        var lexer = Lexer(bytes)
        var tokens: [Token] = []
        repeat { tokens.append(try lexer.next()) } while tokens[tokens.count - 1].kind != .end
        return tokens
    }

    private func byte(_ offset: Int = 0) -> UInt8 {
        place + offset < bytes.count ? bytes[place + offset] : 0
    }

    private mutating func next() throws(LanguageFinding) -> Token {
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
        guard place < bytes.count else { return Token(kind: .end, range: bytes.count..<bytes.count) }
        let start = place
        switch bytes[place] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(from: start)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
            while Lexer.isWordByte(byte()) { place += 1 }
            return Token(kind: .word(text(start..<place)), range: start..<place)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try quotedText(from: start)
        case 0xC2 where byte(1) == 0xA3:  // £
            place += 2
            let amount = try number(from: place)
            guard case .number(let value) = amount.kind else {
                throw LanguageFinding(
                    .unexpected(found: amount.quoted(in: bytes), expected: "an amount behind `£`"), at: amount.range)
            }
            return Token(kind: .money(value), range: start..<place)
        default: return try sign(from: start)
        }
    }

    private mutating func sign(from start: Int) throws(LanguageFinding) -> Token {
        for sign in ["<=", ">=", "==", "!="] where text(start..<min(start + 2, bytes.count)) == sign {
            place += 2
            return Token(kind: .sign(sign), range: start..<place)
        }
        let sign = text(start..<start + 1)
        guard ["<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", ":"].contains(sign) else {
            throw LanguageFinding(.unexpectedCharacter(scalar(at: start)), at: start..<start + scalarLength(at: start))
        }
        place += 1
        return Token(kind: .sign(sign), range: start..<place)
    }

    private mutating func number(from start: Int) throws(LanguageFinding) -> Token {
        if let dated = try datedToken(from: start) { return dated }
        var end = place
        func isDigit(_ index: Int) -> Bool { index < bytes.count && (0x30...0x39).contains(bytes[index]) }
        while isDigit(end) { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "."), isDigit(end + 1) {
            end += 1
            while isDigit(end) { end += 1 }
        }
        guard end > place else {
            let length = place < bytes.count ? scalarLength(at: place) : 0
            throw LanguageFinding(
                .unexpected(found: length == 0 ? "the end" : "`\(text(place..<place + length))`", expected: "a number"),
                at: place..<place + length)
        }
        guard end - place <= 30, let value = Double(text(place..<end)), value < 1e15 else {
            throw LanguageFinding(.numberOutOfRange(Token.cited(bytes[place..<end])), at: place..<end)
        }
        if end < bytes.count, Lexer.isWordByte(bytes[end]) {
            var wordEnd = end
            while wordEnd < bytes.count, Lexer.isWordByte(bytes[wordEnd]) { wordEnd += 1 }
            throw LanguageFinding(
                .unexpected(found: "`\(Token.cited(bytes[start..<wordEnd]))`", expected: "a number or a name"),
                at: start..<wordEnd)
        }
        place = end
        if end < bytes.count, bytes[end] == UInt8(ascii: "%") {
            place += 1
            return Token(kind: .percent(value), range: start..<place)
        }
        return Token(kind: .number(value), range: start..<place)
    }

    /// A period or a date that begins with a year of four digits.
    private mutating func datedToken(from start: Int) throws(LanguageFinding) -> Token? {
        var end = start
        // One byte over the longest date is enough to see that it is none.
        let reach = min(bytes.count, start + 11)
        while end < reach, Lexer.isWordByte(bytes[end]) || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "-")
        {
            end += 1
        }
        let written = text(start..<end)
        let shape = String(written.map { $0.isASCII && $0.isNumber ? "9" : $0 })
        switch shape {
        case "9999/99", "9999-99":
            guard let period = Period(written) else { throw LanguageFinding(.noSuchPeriod(written), at: start..<end) }
            place = end
            return Token(kind: .period(period), range: start..<end)
        case "9999-99-99":
            guard let date = CalendarDate(written) else { throw LanguageFinding(.noSuchDate(written), at: start..<end) }
            place = end
            return Token(kind: .date(date), range: start..<end)
        case "9999":
            // `2024 Q1`
            guard end + 3 <= bytes.count, bytes[end] == 0x20, bytes[end + 1] == UInt8(ascii: "Q"),
                (0x30...0x39).contains(bytes[end + 2])
            else { return nil }
            var quarterEnd = end + 2
            while quarterEnd < bytes.count, Lexer.isWordByte(bytes[quarterEnd]) { quarterEnd += 1 }
            let quarter = text(start..<quarterEnd)
            guard let period = Period(quarter) else {
                throw LanguageFinding(.noSuchPeriod(Token.cited(bytes[start..<quarterEnd])), at: start..<quarterEnd)
            }
            place = quarterEnd
            return Token(kind: .period(period), range: start..<quarterEnd)
        default: return nil
        }
    }

    private mutating func quotedText(from start: Int) throws(LanguageFinding) -> Token {
        let quote = bytes[place]
        var value: [UInt8] = []
        place += 1
        while place < bytes.count {
            if bytes[place] == quote {
                place += 1
                // A quote written twice is one quote.
                guard byte() == quote, place < bytes.count else {
                    return Token(kind: .text(String(decoding: value, as: UTF8.self)), range: start..<place)
                }
            }
            value.append(bytes[place])
            place += 1
        }
        throw LanguageFinding(.unclosedText, at: start..<start + 1)
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func scalarLength(at index: Int) -> Int {
        var end = index + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return end - index
    }

    private func scalar(at index: Int) -> Unicode.Scalar {
        text(index..<index + scalarLength(at: index)).unicodeScalars.first ?? "\u{FFFD}"
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
