import Diagnostics
import Testing
import YAMLText

@Suite("The tree of a file")
struct TreeTests {
    private func parse(_ text: String) throws -> YAMLNode {
        let document = YAMLDocument(parsing: SourceFile(path: "a.yaml", text: text))
        #expect(document.diagnostics.map(\.rendered) == [])
        return try #require(document.root)
    }

    /// Every key and value as written, by their spans, in the order of the file.
    private func texts(_ node: YAMLNode) -> [String] {
        switch node.content {
        case .scalar(let scalar): [scalar.span.text]
        case .sequence(let items): [node.span.text] + items.flatMap(texts)
        case .mapping(let mapping):
            [node.span.text] + mapping.entries.flatMap { [$0.key.span.text] + texts($0.value) }
        }
    }

    @Test(
        "every key and value knows where it stands",
        arguments: [
            ("b: 1\na: [x, 'y']\n", ["b: 1\na: [x, 'y']", "b", "1", "a", "[x, 'y']", "x", "'y'"]),
            ("a:\n  - é: 1\n  - z\n\n# end\nb: 2\n",
                ["a:\n  - é: 1\n  - z\n\n# end\nb: 2", "a", "- é: 1\n  - z", "é: 1", "é", "1", "z", "b", "2"]),
            ("a: &x # why\n  text here\nb: {c: d}", ["a: &x # why\n  text here\nb: {c: d}", "a", "text here", "b", "{c: d}", "c", "d"]),
            ("a: |\n  x\n  y\n\nb: >-  # folded\n  z\n", ["a: |\n  x\n  y\n\nb: >-  # folded\n  z", "a", "|\n  x\n  y", "b", ">-  # folded\n  z"]),
            ("a: 1\r\nb: \"c\"\r\n", ["a: 1\r\nb: \"c\"", "a", "1", "b", "\"c\""]),
            ("\u{FEFF}a: 😀\nb: é", ["a: 😀\nb: é", "a", "😀", "b", "é"]),
        ])
    func spans(_ source: String, _ expected: [String]) throws {
        #expect(texts(try parse(source)) == expected)
    }

    @Test("what YAML 1.1 would reinterpret stays as written")
    func traps() throws {
        let source = """
            on: quarter
            no: Norway
            a: no
            b: yes
            c: off
            d: 010
            e: 1_000
            f: 12:30
            g: 0x1F
            h: .inf
            i: 2024-03-31
            j: 1e3
            """
        let mapping = try #require(try parse(source).mapping)
        #expect(mapping.entries.map(\.key.text) == ["on", "no", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])
        #expect(
            mapping.entries.map(\.value.scalarText) == [
                "quarter", "Norway", "no", "yes", "off", "010", "1_000", "12:30", "0x1F", ".inf", "2024-03-31", "1e3",
            ])
    }

    @Test("only a plain nothing, tilde or null is no value")
    func nulls() throws {
        let mapping = try #require(try parse("a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: no\n").mapping)
        #expect(mapping.entries.map(\.value.isNull) == [true, true, true, false, false, false])
    }

    @Test("an alias gives the value and the place of its anchor")
    func alias() throws {
        let mapping = try #require(try parse("a: &x [1, 2]\nb: *x\n").mapping)
        #expect(mapping["b"] == mapping["a"])
        #expect(mapping["b"]?.span.start.line == 1)
    }

    @Test("a tree is given beside problems that do not spoil its shape")
    func treeBesideProblems() throws {
        let document = YAMLDocument(parsing: SourceFile(path: "a.yaml", text: "a: 1\na: 2\n[x]: y\nb: !t 3\n"))
        #expect(document.diagnostics.map(\.problem.code) == ["duplicate-key", "yaml-key-not-text", "yaml-tag"])
        let mapping = try #require(document.root?.mapping)
        #expect(mapping.entries.map { "\($0.key.text)=\($0.value.scalarText ?? "")" } == ["a=1", "b=3"])
    }

    @Test("styles are told apart")
    func styles() throws {
        let items = try #require(try parse("- a\n- 'b'\n- \"c\"\n- |\n  d\n- >\n  e\n").sequence)
        #expect(items.compactMap(\.scalar?.style) == [.plain, .singleQuoted, .doubleQuoted, .literal, .folded])
    }
}
