import Diagnostics
import Testing

@testable import RuleLanguage

@Suite("Texts that mean nothing")
struct BadTextTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var problem: RuleProblem
        /// The part of the text that is pointed at.
        var at: String
        var testDescription: String { String(text.prefix(40)) }

        init(_ text: String, _ problem: RuleProblem, at: String) {
            (self.text, self.problem, self.at) = (text, problem, at)
        }
    }

    static let cases = [
        Case("", .emptyExpression, at: ""), Case("  \n", .emptyExpression, at: "  \n"),
        Case("a >", .unexpected(found: "the end", expected: "a figure or a condition"), at: ""),
        Case("> 1", .unexpected(found: "`>`", expected: "a figure or a condition"), at: ">"),
        Case("a b", .unexpected(found: "`b`", expected: "an operator or the end"), at: "b"),
        Case("(a", .unexpected(found: "the end", expected: "`)`"), at: ""),
        Case("a)", .unexpected(found: "`)`", expected: "an operator or the end"), at: ")"),
        Case("f(a", .unexpected(found: "the end", expected: "`,`"), at: ""),
        Case("f(,)", .unexpected(found: "`,`", expected: "a figure or a condition"), at: ","),
        Case("f(a b)", .unexpected(found: "`b`", expected: "`,`"), at: "b"),
        Case("a between 1", .unexpected(found: "the end", expected: "`and` between the two ends"), at: ""),
        Case("a in 3", .unexpected(found: "`3`", expected: "`[`"), at: "3"),
        Case("a in []", .unexpected(found: "`]`", expected: "a figure or a condition"), at: "]"),
        Case("1 < a < 2", .chainedComparison, at: "<"),
        Case("a and or b", .unexpected(found: "`or`", expected: "a figure or a condition"), at: "or"),
        Case("a = 1", .unexpectedCharacter("="), at: "="), Case("a && b", .unexpectedCharacter("&"), at: "&"),
        Case("a > 10 %", .unexpectedCharacter("%"), at: "%"), Case("a > .5", .unexpectedCharacter("."), at: "."),
        Case("a > 5.", .unexpectedCharacter("."), at: "."), Case("a; b", .unexpectedCharacter(";"), at: ";"),
        Case("'open", .unclosedText, at: "'"), Case("a == \"open'", .unclosedText, at: "\""),
        Case("1e5", .unexpected(found: "`1e5`", expected: "a number or a name"), at: "1e5"),
        Case("1_000", .unexpected(found: "`1_000`", expected: "a number or a name"), at: "1_000"),
        Case("12months", .unexpected(found: "`12months`", expected: "a number or a name"), at: "12months"),
        Case("£", .unexpected(found: "the end", expected: "a number"), at: ""),
        Case("£x", .unexpected(found: "`x`", expected: "a number"), at: "x"),
        Case("£5%", .unexpected(found: "`5%`", expected: "an amount behind `£`"), at: "5%"),
        Case("a > 1000000000000000", .numberOutOfRange("1000000000000000"), at: "1000000000000000"),
        Case(
            "a > 0.0000000000000000000000000000001", .numberOutOfRange("0.0000000000000000000000000000001"),
            at: "0.0000000000000000000000000000001"),
        Case(
            "a > " + String(repeating: "9", count: 400), .numberOutOfRange(String(repeating: "9", count: 40) + "…"),
            at: String(repeating: "9", count: 400)),
        Case(
            "a > 0." + String(repeating: "0", count: 400) + "1",
            .numberOutOfRange("0." + String(repeating: "0", count: 38) + "…"),
            at: "0." + String(repeating: "0", count: 400) + "1"),
        Case(
            "a " + String(repeating: "b", count: 9_000),
            .unexpected(found: "`\(String(repeating: "b", count: 40))…`", expected: "an operator or the end"),
            at: String(repeating: "b", count: 9_000)),
        Case(
            "2024 Q" + String(repeating: "1", count: 400), .noSuchPeriod("2024 Q" + String(repeating: "1", count: 34) + "…"),
            at: "2024 Q" + String(repeating: "1", count: 400)),
        // The first character is pointed at, and all of it.
        Case(
            "２" + String(repeating: "(", count: 20_000), .tooLong(bytes: 20_003, limit: ExpressionParser.longestText),
            at: "２"),
        Case("at(x, 2024-00)", .noSuchPeriod("2024-00"), at: "2024-00"),
        Case("at(x, 2100-02-29)", .noSuchDate("2100-02-29"), at: "2100-02-29"),
        Case("at(x, 2024 Q0)", .noSuchPeriod("2024 Q0"), at: "2024 Q0"),
        Case("at(x, 2024 Q٢)", .unexpectedCharacter("٢"), at: "٢"),
        Case("at(x, ٢٠٢٤)", .unexpectedCharacter("٢"), at: "٢"),
        Case("at(x, 2023/25)", .noSuchPeriod("2023/25"), at: "2023/25"),
        Case("2024-13", .noSuchPeriod("2024-13"), at: "2024-13"),
        Case("2024 Q5", .noSuchPeriod("2024 Q5"), at: "2024 Q5"),
        Case("2024-02-30", .noSuchDate("2024-02-30"), at: "2024-02-30"),
        Case("2024 Q12", .noSuchPeriod("2024 Q12"), at: "2024 Q12"),
        Case("0000/01", .noSuchPeriod("0000/01"), at: "0000/01"),
        // Letters that only look right, signs that a word processor puts in, marks that nobody sees.
        Case("\u{0430} > 1", .unexpectedCharacter("\u{0430}"), at: "\u{0430}"),
        Case("a \u{2212} 1", .unexpectedCharacter("\u{2212}"), at: "\u{2212}"),
        Case("a ≥ 1", .unexpectedCharacter("≥"), at: "≥"),
        Case("a > 1\u{200B}", .unexpectedCharacter("\u{200B}"), at: "\u{200B}"),
        Case("a \u{202E}> 1", .unexpectedCharacter("\u{202E}"), at: "\u{202E}"),
        Case("a\u{200F} > 1", .unexpectedCharacter("\u{200F}"), at: "\u{200F}"),
        Case("\u{2066}a > 1", .unexpectedCharacter("\u{2066}"), at: "\u{2066}"),
        Case("change(\u{441}rime) > 10%", .unexpectedCharacter("\u{441}"), at: "\u{441}"),
        Case("a\u{A0}> 1", .unexpectedCharacter("\u{A0}"), at: "\u{A0}"),
        Case("\u{FEFF}a", .unexpectedCharacter("\u{FEFF}"), at: "\u{FEFF}"),
        Case("a > ５", .unexpectedCharacter("５"), at: "５"),
        Case("a\u{0}b", .unexpectedCharacter("\u{0}"), at: "\u{0}"),
        Case("a\u{7}", .unexpectedCharacter("\u{7}"), at: "\u{7}"),
        Case("‘a’", .unexpectedCharacter("‘"), at: "‘"), Case("a > €5", .unexpectedCharacter("€"), at: "€"),
        Case("café", .unexpectedCharacter("é"), at: "é"),
    ]

    @Test("the problem is named, and its place", arguments: cases)
    func table(_ wanted: Case) throws {
        let finding = try #require(throws: LanguageFinding.self) { try ExpressionParser.parse(wanted.text) }
        #expect(finding.problem == wanted.problem)
        #expect(String(decoding: Array(wanted.text.utf8)[finding.range], as: UTF8.self) == wanted.at)
    }

    @Test("every problem of a text has a code, words and a place in the text")
    func words() {
        #expect(RuleProblem.unexpectedCharacter("\u{0430}").words == "the character U+0430 has no meaning in an expression")
        #expect(RuleProblem.unexpectedCharacter("\u{0430}").remedy?.contains("plain ASCII") == true)
        for bad in Self.cases { #expect(!bad.problem.code.isEmpty && !bad.problem.words.isEmpty) }
    }

    /// Texts that would exhaust the stack or the night, were they followed.
    static let bombs: [(String, String)] = [
        ("ten thousand brackets", String(repeating: "(", count: 10_000)),
        (
            "ten thousand brackets that close",
            String(repeating: "(", count: 9_999) + "a" + String(repeating: ")", count: 9_999)
        ),
        ("ten thousand brackets, longer than a text may be", String(repeating: "(a + ", count: 10_000)),
        ("ten thousand nots", String(repeating: "not ", count: 10_000) + "a"),
        ("ten thousand calls", String(repeating: "f(", count: 10_000)),
        ("ten thousand ands", "a" + String(repeating: " and a", count: 10_000)),
        ("a chain of ands", "a" + String(repeating: " and a", count: 3_000)),
        ("between, between", String(repeating: "f(a between ", count: 1_600)),
        ("brackets that close", String(repeating: "(", count: 9_000) + "a" + String(repeating: ")", count: 9_000)),
        ("not, not, not", String(repeating: "not ", count: 4_000) + "a"),
        ("minus, minus", String(repeating: "-", count: 10_000) + "a"),
        ("calls in calls", String(repeating: "f(", count: 9_000)),
        ("a long sum", "a" + String(repeating: "+a", count: 9_000)),
        (
            "sums within brackets",
            String(repeating: "(", count: 60) + "a" + String(repeating: String(repeating: "+a", count: 150) + ")", count: 60)
        ),
        ("a long chain of ors", "a>1" + String(repeating: " or a>1", count: 2_500)),
        ("one megabyte of letters", String(repeating: "a", count: 1 << 20)),
        ("one megabyte of brackets", String(repeating: "(", count: 1 << 20)),
        ("one megabyte of spaces", String(repeating: " ", count: 1 << 20)),
    ]

    @Test("a text made to exhaust is refused by a bound", arguments: bombs)
    func bomb(_ name: String, _ text: String) throws {
        let finding = try #require(throws: LanguageFinding.self) { try ExpressionParser.parse(text) }
        switch finding.problem {
        case .tooLong(let bytes, let limit): #expect(bytes == text.utf8.count && limit == ExpressionParser.longestText)
        case .tooDeep(let limit): #expect(limit == ExpressionParser.deepestNesting)
        case .tooManyOperators(let limit): #expect(limit == ExpressionParser.mostOperators)
        default: Issue.record("\(finding)")
        }
    }

    @Test("every control character but tab and the line ends is refused, and pointed at")
    func controlCharacters() throws {
        let white: Set<UInt32> = [0x09, 0x0A, 0x0D]
        for code in Array(0..<0x20 as Range<UInt32>) + Array(0x7F...0x9F) {
            let character = try #require(Unicode.Scalar(code))
            let text = "a > \(character)1"
            guard !white.contains(code) else {
                _ = try ExpressionParser.parse(text)
                continue
            }
            let finding = try #require(throws: LanguageFinding.self) { try ExpressionParser.parse(text) }
            #expect(finding == LanguageFinding(.unexpectedCharacter(character), at: 4..<4 + (code < 0x80 ? 1 : 2)))
        }
    }

    @Test("the greatest texts that are read are read: 256 operators, 64 brackets less the outermost")
    func greatest() throws {
        _ = try ExpressionParser.parse("a" + String(repeating: " + a", count: 256))
        _ = try ExpressionParser.parse(String(repeating: "(", count: 63) + "a" + String(repeating: ")", count: 63))
        #expect(throws: LanguageFinding.self) { try ExpressionParser.parse("a" + String(repeating: " + a", count: 257)) }
        #expect(throws: LanguageFinding.self) {
            try ExpressionParser.parse(String(repeating: "(", count: 64) + "a" + String(repeating: ")", count: 64))
        }
    }

    @Test("a row of numbers and signs as long as a text may be costs no more than its length")
    func dashes() throws {
        let text = String(repeating: "1-", count: 9_999) + "1"
        let finding = try #require(throws: LanguageFinding.self) { try ExpressionParser.parse(text) }
        #expect(finding.problem == .tooManyOperators(limit: ExpressionParser.mostOperators))
    }
}
