import Diagnostics
import Testing

@testable import YAMLText

@Suite("The caret inside a value")
struct SourceMapTests {
    /// Values of each style, as they stand behind `key:` at the first level.
    static let values = [
        "change(x) > 10%", "a b", "é > €5 and 😀", "a\n  b\n\n  c  \n  d", "a  b \t c", "a#b:c",
        "'change(x) > 10%'", "'it''s ''quoted'''", "''''", "'a\n  b\n\n\n  c'", "' a '", "'é\n\n  €'", "'a\r\n  b'",
        "\"change(x) > 10%\"", #""a\"b\\c\/d""#, #""\x41\u00e9\U0001F600\t\n\_\N\L\P""#, "\"a\n  b\n\n  c\"",
        "\"a \\\n  b\\\n\n  c\"", "\"  a  \n  b  \"", "\"\\\n  a\"", "\"é\\té\"", "\"a\\ \n  b\"",
        "|\n  change(x) > 10%\n  and y\n", "|-\n  a\n\n    b\n  c\n", "|+\n  a\n\n\n", "|2\n    a\n   b\n", "|  # why\n\n\n  a\n",
        "|\n  é €\n  😀\n", "|\r\n  a\r\n  b\r\n", "|1-\n  a\n b\n",
        ">\n  change(x) > 10%\n  and y\n", ">-\n  a\n  b\n\n  c\n    d\n    e\n  f\n", ">+\n  a\n\n\n  b\n\n", ">\n\n  a\n  b\n",
        ">\n    a\n    b\n\n\n   \n    c\n", ">2\n    a\n  b\n  c\n", ">\n  é\u{2028}  b\n  c\n", "|+\n  \n\n", "|2\n    \n", ">\n  a\n  \tb\n  c",
    ]

    static func scalar(_ value: String, before: String = "key: ", after: String = "\nnext: 1\n") throws -> YAMLScalar {
        let document = YAMLDocument(parsing: SourceFile(path: "a.yaml", text: before + value + after))
        #expect(document.diagnostics.map(\.rendered) == [])
        return try #require(document.root?.mapping?.entries.first?.value.scalar)
    }

    @Test("stands under the very character, whatever the style", arguments: values)
    func everyCharacter(_ value: String) throws {
        for scalar in [try Self.scalar(value), try Self.scalar(value, before: "key: &anchor  ", after: "")] {
            let map = scalar.sourceMap
            #expect(map.isExact)
            var offset = 0
            var previous = scalar.span.utf8Range.lowerBound
            for character in scalar.text.unicodeScalars {
                let length = UTF8.width(character)
                let span = map.span(ofUTF8Range: offset..<offset + length)
                let written = span.text
                let isWrittenOtherwise =
                    written.hasPrefix("\\") || written == "''" || written.unicodeScalars.contains { " \t\r\n".unicodeScalars.contains($0) }
                #expect(written == String(character) || isWrittenOtherwise, "\(character) at \(offset): \(written)")
                #expect(span.utf8Range.lowerBound >= previous)
                #expect(!span.utf8Range.isEmpty)
                #expect(span.utf8Range.upperBound <= scalar.span.file.bytes.count)
                previous = span.utf8Range.upperBound
                offset += length
            }
        }
    }

    @Test(
        "spans a whole term",
        arguments: [
            ("a\n  bc\n  d", "bc", "bc"), ("'it''s x'", "it's", "it''s"), (#""\tab\u0063""#, "abc", #"ab\u0063"#),
            (">\n  one\n  two\n", "one two", "one\n  two"), ("|\n  one\n  two\n", "two", "two"),
        ])
    func terms(_ value: String, _ term: String, _ written: String) throws {
        let scalar = try Self.scalar(value)
        let bytes = Array(scalar.text.utf8)
        let wanted = Array(term.utf8)
        let start = try #require(bytes.indices.first { bytes[$0...].starts(with: wanted) })
        #expect(scalar.span(ofUTF8Range: start..<start + wanted.count).text == written)
    }

    @Test("an empty range is the place between two characters, and one past the text is its end")
    func emptyRange() throws {
        let scalar = try Self.scalar("'ab'")
        let start = scalar.span.utf8Range.lowerBound
        #expect(scalar.span(ofUTF8Range: 1..<1).utf8Range == start + 2..<start + 2)
        #expect(scalar.span(ofUTF8Range: 2..<2).utf8Range == start + 3..<start + 3)
        #expect(scalar.span(ofUTF8Range: 7..<9).utf8Range == start + 3..<start + 3)
        #expect(try Self.scalar("''").span(ofUTF8Range: 0..<0).text == "''")
    }
}
