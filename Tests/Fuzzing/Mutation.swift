import Randomness

/// Changes to a text: some of bytes, some of the language's own words, so that a part of them still compiles.
struct Mutation {
    let texts: [[UInt8]]
    let names: [[UInt8]]
    /// Whether anything may be changed, or only word for word.
    let isWild: Bool

    private static let fragments: [[UInt8]] =
        [
            "(", ")", "[", "]", ",", ":", " and ", " or ", "not ", " between ", " in ", "<", "<=", "==", "!=", "+", "-",
            "*", "/", "%", "£", "'", "\"", "{", "}", "{{", "2023/25", "2024-13", "2024 Q5", "2024-02-30", "0000/01",
            "9999/00", "from: ", "over: ", "at: ", "previous period", "\n", "\t", "\0", "\u{7}", "\u{1B}[31m", "\u{85}",
            "\u{200B}", "\u{202E}", "\u{200F}", "\u{2066}", "\u{FEFF}", "\u{A0}", "é", "e\u{301}", "😀", "\u{10FFFF}", "٢٠٢٤",
            "２０２４", "&a ", "*a", "!t ", "- ", ": ", "? ", "#", "|\n", ">-\n", "---\n", "<<: ", "\\x41", "  ",
        ].map { Array($0.utf8) } + [
            [0xC2], [0xFF], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0x80],
        ]

    /// A letter or sign, and one that only looks like it.
    private static let lookAlikes: [(UInt8, [UInt8])] = [
        ("a", "а"), ("c", "с"), ("e", "е"), ("o", "о"), ("p", "р"), ("x", "х"), ("-", "−"), (">", "＞"), ("(", "（"),
        ("\"", "“"),
        ("%", "％"), ("/", "∕"), (" ", "\u{2003}"), ("1", "١"),
    ].compactMap { (plain: String, other: String) in plain.utf8.first.map { ($0, Array(other.utf8)) } }

    private static let numbers = [
        "0", "1", "2", "13", "100", "0.5", "0.000001", "99999", "999999999999999", "1000000000000000", "1e5", "1.", "00",
        "007",
        "9223372036854775807", "9223372036854775808", "18446744073709551616", String(repeating: "9", count: 400),
        "0." + String(repeating: "0", count: 400) + "1", "10%", "0%", "99.9%", "100%", "1000000%", "3 points", "£5000",
        "12 months", "4 quarters", "2 years", "90 days", "21 years", "0 months", "99999999999 years", "2023/24", "2024-03",
        "2024 Q1", "2024", "9999", "0001",
    ].map { Array($0.utf8) }

    static let termNames = [
        "previous", "year_before", "at", "change", "difference", "base", "smallest", "significant", "missing",
        "provisional", "mean", "sum", "min", "max", "median", "target", "tolerance", "benchmark", "annual", "of", "rank",
        "share_of_total", "age", "outside_limits", "shift", "trend", "two_of_three", "special_cause",
    ]

    private static let terms = termNames.map { Array($0.utf8) }

    private static let signs = ["<", ">", "+", "-", "*", "/", "and", "or"].map { Array($0.utf8) }

    private static let openings = ["(", "not ", "-", "not (", "change(", "f(", "[", "(a and ", "1 + (", "{"].map {
        Array($0.utf8)
    }

    /// The text with a few changes.
    func changed(_ text: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        var text = text
        for _ in 0..<Int.random(in: 0...(isWild ? 5 : 3), using: &random) {
            if isWild, random.happens(2, in: 3) { changeBytes(of: &text, &random) } else { changeWords(of: &text, &random) }
        }
        return text
    }

    private func changeBytes(of text: inout [UInt8], _ random: inout SplitMix) {
        let place = Int.random(in: 0...text.count, using: &random)
        let end = min(text.count, place + Int.random(in: 1...(random.happens(1, in: 8) ? 400 : 8), using: &random))
        switch Int.random(in: 0..<8, using: &random) {
        case 0 where place < text.count: text[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1 where place < text.count: text[place] = UInt8.random(in: .min ... .max, using: &random)
        case 2: text.removeSubrange(place..<end)
        case 3: text.insert(contentsOf: text[place..<end], at: place)
        case 4: nest(&text, at: place, &random)
        case 5: replaceByLookAlikes(&text, &random)
        case 6:
            let other = random.one(of: texts)
            text.replaceSubrange(place..., with: other[Int.random(in: 0...other.count, using: &random)...])
        default: text.insert(contentsOf: random.one(of: Self.fragments), at: place)
        }
    }

    private func nest(_ text: inout [UInt8], at place: Int, _ random: inout SplitMix) {
        let times =
            random.happens(1, in: 6) ? Int.random(in: 100...12_000, using: &random) : Int.random(in: 1...70, using: &random)
        let opening = random.one(of: Self.openings)
        text.insert(contentsOf: Array(repeating: opening, count: times).joined(), at: place)
        guard random.happens(1, in: 2), opening.last == UInt8(ascii: "(") else { return }
        text += Array(repeating: UInt8(ascii: ")"), count: times)
    }

    private func replaceByLookAlikes(_ text: inout [UInt8], _ random: inout SplitMix) {
        let (plain, other) = random.one(of: Self.lookAlikes)
        guard let place = text.indices.filter({ text[$0] == plain }).randomElement(using: &random) else { return }
        text.replaceSubrange(place...place, with: other)
    }

    /// Words, numbers and signs are taken for others of their kind, swapped, or joined with another text.
    private func changeWords(of text: inout [UInt8], _ random: inout SplitMix) {
        let words = Self.words(of: text)
        guard !words.isEmpty else { return }
        let word = random.one(of: words)
        switch Int.random(in: 0..<12, using: &random) {
        case 0:
            let other = random.one(of: words)
            guard word.upperBound <= other.lowerBound else { return }
            let (first, second) = (Array(text[word]), Array(text[other]))
            text.replaceSubrange(other, with: first)
            text.replaceSubrange(word, with: second)
        case 1, 2:
            let joint = random.one(of: [" and ", " or ", " + ", " - ", " * ", " / ", " < ", " >= "])
            text += Array(joint.utf8) + random.one(of: texts)
        case 3: text.insert(contentsOf: random.one(of: Self.terms) + [UInt8(ascii: "(")], at: word.lowerBound)
        case 4: text.replaceSubrange(word, with: random.one(of: Self.numbers + Self.terms + names))
        default:
            guard let kind = [names, Self.terms, Self.signs].first(where: { $0.contains(Array(text[word])) }) else {
                let isNumber = (0x30...0x39).contains(text[word.lowerBound])
                return text.replaceSubrange(word, with: random.one(of: isNumber ? Self.numbers : names))
            }
            text.replaceSubrange(word, with: random.one(of: kind))
        }
    }

    /// The stretches of letters, digits and what numbers hold, and the single signs.
    static func words(of text: [UInt8]) -> [Range<Int>] {
        func isWord(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
                || byte == 0x2E || byte == 0x25
        }
        var words: [Range<Int>] = []
        var place = 0
        while place < text.count {
            let start = place
            while place < text.count, isWord(text[place]) { place += 1 }
            if place == start { place += 1 }
            if text[start] > 0x20 { words.append(start..<place) }
        }
        return words
    }
}
