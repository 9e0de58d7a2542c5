import Diagnostics
import Testing
import YAMLText

/// One defect each, with the whole message that its author reads.
@Suite("A file with a defect")
struct BadFileTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let source: String
        let expected: String

        init(_ description: String, _ source: String, _ expected: String) {
            testDescription = description
            self.source = source
            self.expected = expected
        }
    }

    @Test("is told with its place", arguments: cases)
    func message(_ example: Case) {
        let document = YAMLDocument(parsing: SourceFile(path: "a.yaml", text: example.source))
        #expect(DiagnosticReport(document.diagnostics).rendered(as: .text) == example.expected + "\n")
    }

    static let cases = [
        Case(
            "empty", "",
            """
            a.yaml: error[yaml-empty-file]: the file holds no values
            """),
        Case(
            "only a comment", "# nothing\n",
            """
            a.yaml: error[yaml-empty-file]: the file holds no values
            """),
        Case(
            "only a document start", "---\n",
            """
            a.yaml: error[yaml-empty-file]: the file holds no values
            """),
        Case(
            "repeated key", "title: A\nunit: count\ntitle: B\n",
            """
            a.yaml:3:1: error[duplicate-key]: the key `title` stands twice in one mapping
              title: B
              ^~~~~
              keep one of them
              a.yaml:1:1: note: the first stands here
                title: A
                ^~~~~
            """),
        Case(
            "repeated key among many", (1...20).map { "k\($0): 1\n" }.joined() + "k15: 2\n",
            """
            a.yaml:21:1: error[duplicate-key]: the key `k15` stands twice in one mapping
              k15: 2
              ^~~
              keep one of them
              a.yaml:15:1: note: the first stands here
                k15: 1
                ^~~
            """),
        Case(
            "second document", "a: 1\n---\nb: 2\n",
            """
            a.yaml:2:1: error[yaml-several-documents]: a second document starts here; a file holds one
              ---
              ^~~
              move it to a file of its own
            """),
        Case(
            "tag", "a: !secret b\n",
            """
            a.yaml:1:4: error[yaml-tag]: tags such as `!secret` are not used in Beacon's files
              a: !secret b
                 ^~~~~~~
              write the value without a tag
            """),
        Case(
            "binary tag with an anchor", "a: &x !!binary aGk=\n",
            """
            a.yaml:1:7: error[yaml-tag]: tags such as `!!binary` are not used in Beacon's files
              a: &x !!binary aGk=
                    ^~~~~~~~
              write the value without a tag
            """),
        Case(
            "merge key", "a: &a {b: 1}\nc:\n  <<: *a\n",
            """
            a.yaml:3:3: error[yaml-merge-key]: merge keys (`<<`) are not used in Beacon's files
                <<: *a
                ^~
              write the keys out, or name the whole value with an anchor and an alias
            """),
        Case(
            "list as key", "? [a, b]\n: c\n",
            """
            a.yaml:1:3: error[yaml-key-not-text]: a key must be a single value, not a list or a mapping
              ? [a, b]
                ^~~~~~
            """),
        Case(
            "empty key", "a:\n  : b\n",
            """
            a.yaml:2:3: error[yaml-syntax]: expected a key at the indentation of the keys above
                : b
                ^
              check the indentation
              a.yaml:2:3: note: the mapping starts here
                  : b
                  ^
            """),
        Case(
            "unknown alias", "a: *b\n",
            """
            a.yaml:1:4: error[yaml-unknown-alias]: `*b` names no anchor above it
              a: *b
                 ^~
            """),
        Case(
            "alias inside itself", "a: &a [1, *a]\n",
            """
            a.yaml:1:11: error[yaml-alias-inside-itself]: `*a` stands inside the value that it names
              a: &a [1, *a]
                        ^~
            """),
        Case(
            "too few spaces", "kpis:\n  a: 1\n b: 2\n",
            """
            a.yaml:3:2: error[yaml-syntax]: expected a key at the indentation of the keys above
               b: 2
               ^
              check the indentation
              a.yaml:1:1: note: the mapping starts here
                kpis:
                ^
            """),
        Case(
            "too many spaces", "a: 1\n  b: 2\n",
            """
            a.yaml:2:4: error[yaml-syntax]: `:` cannot stand here, where there is a value already
                b: 2
                 ^
              put a text that holds `: ` in quotes; for a new key, check the indentation
            """),
        Case(
            "tab indentation", "a:\n\tb: 1\n",
            """
            a.yaml:2:1: error[yaml-syntax]: a tab cannot be used for indentation
              	b: 1
              ^
              indent with spaces
            """),
        Case(
            "second colon", "message: from: here\n",
            """
            a.yaml:1:14: error[yaml-syntax]: `:` cannot stand here, where there is a value already
              message: from: here
                           ^
              put a text that holds `: ` in quotes; for a new key, check the indentation
            """),
        Case(
            "missing colon", "title: A\nunit count\nby: ward\n",
            """
            a.yaml:2:1: error[yaml-syntax]: expected `:` after this key
              unit count
              ^~~~~~~~~~
            """),
        Case(
            "unclosed list", "by: [ward, borough\nunit: count\n",
            """
            a.yaml:2:5: error[yaml-syntax]: expected `,` or `]` in this list
              unit: count
                  ^
              a.yaml:1:5: note: the list starts here
                by: [ward, borough
                    ^
            """),
        Case(
            "unclosed mapping", "with: {a: 1\nb: 2\n",
            """
            a.yaml:2:2: error[yaml-syntax]: expected `,` or `}` in this mapping
              b: 2
               ^
              a.yaml:1:7: note: the mapping starts here
                with: {a: 1
                      ^
            """),
        Case(
            "unclosed double quotes", "a: \"text\nb: 2\n",
            """
            a.yaml:1:4: error[yaml-syntax]: the quotes that open here are never closed
              a: "text
                 ^~~~~
            """),
        Case(
            "unclosed single quotes", "a: 1\nb: 'it''s\n",
            """
            a.yaml:2:4: error[yaml-syntax]: the quotes that open here are never closed
              b: 'it''s
                 ^~~~~~
            """),
        Case(
            "text after quotes", "a: \"b\" c\n",
            """
            a.yaml:1:8: error[yaml-syntax]: nothing may follow the value that ends before this
              a: "b" c
                     ^
              put the whole text in quotes
            """),
        Case(
            "unknown escape", "path: \"C:\\data\"\n",
            #"""
            a.yaml:1:10: error[yaml-syntax]: no such escape in a text in double quotes
              path: "C:\data"
                       ^
              write `\\` for a backslash, or use single quotes
            """#),
        Case(
            "escape without digits", "a: \"\\x2\"\n",
            #"""
            a.yaml:1:7: error[yaml-syntax]: an escape in double quotes lacks its hexadecimal digits or names no character
              a: "\x2"
                    ^
            """#),
        Case(
            "escaped NUL", "a: \"x\\0y\"\n",
            #"""
            a.yaml:1:6: error[yaml-control-character]: the character U+0000 may not stand in a YAML file
              a: "x\0y"
                   ^~
            """#),
        Case(
            "percent at the start", "a: %b\n",
            """
            a.yaml:1:4: error[yaml-syntax]: a value cannot start with this character
              a: %b
                 ^
              put the value in quotes
            """),
        Case(
            "at sign at the start", "a: @b\n",
            """
            a.yaml:1:4: error[yaml-syntax]: a value cannot start with this character
              a: @b
                 ^
              put the value in quotes
            """),
        Case(
            "bad list item", "a:\n  - 1\n  b: 2\n",
            """
            a.yaml:3:3: error[yaml-syntax]: expected `-` at the indentation of the items above
                b: 2
                ^
              a.yaml:2:3: note: the list starts here
                  - 1
                  ^
            """),
        Case(
            "list item behind a key", "a: - b\n",
            """
            a.yaml:1:4: error[yaml-syntax]: a list item cannot start here
              a: - b
                 ^
            """),
        Case(
            "anchor without a name", "a: & b\n",
            """
            a.yaml:1:5: error[yaml-syntax]: `&` and `*` need a name of letters, digits, `-` or `_` behind them
              a: & b
                  ^
            """),
        Case(
            "bad block header", "a: |x\n  b\n",
            """
            a.yaml:1:5: error[yaml-syntax]: after `|` or `>` only `+`, `-`, one digit or a comment may follow
              a: |x
                  ^
            """),
        Case(
            "control character", "a: b\u{7}c\n",
            """
            a.yaml:1:5: error[yaml-control-character]: the character U+0007 may not stand in a YAML file
              a: b<U+0007>c
                  ^~~~~~~~
            """),
        Case(
            "byte order mark in the middle", "a: \u{FEFF}b\n",
            """
            a.yaml:1:4: error[yaml-control-character]: the character U+FEFF may not stand in a YAML file
              a: <U+FEFF>b
                 ^~~~~~~~
            """),
        Case(
            "text behind the end", "a: 1\n...\nb\n",
            """
            a.yaml:3:1: error[yaml-syntax]: nothing may follow the end of the document
              b
              ^
            """),
        Case(
            "unknown directive", "%YAML 3.0\n---\na: 1\n",
            """
            a.yaml:1:1: error[yaml-syntax]: lines that start with `%` are directives, and this one cannot be read
              %YAML 3.0
              ^
            """),
        Case(
            "undefined tag handle", "a: !x!y z\n",
            """
            a.yaml:1:4: error[yaml-syntax]: not valid YAML: found undefined tag handle
              a: !x!y z
                 ^
            """),
        Case(
            "problems before a syntax error are kept", "a: 1\na: 2\nb: [\n",
            """
            a.yaml:2:1: error[duplicate-key]: the key `a` stands twice in one mapping
              a: 2
              ^
              keep one of them
              a.yaml:1:1: note: the first stands here
                a: 1
                ^
            a.yaml:4:1: error[yaml-syntax]: expected a value here
            """),
        Case(
            "columns count characters", "naïve: €\nnaïve: 2\n",
            """
            a.yaml:2:1: error[duplicate-key]: the key `naïve` stands twice in one mapping
              naïve: 2
              ^~~~~
              keep one of them
              a.yaml:1:1: note: the first stands here
                naïve: €
                ^~~~~
            """),
        Case(
            "Windows line ends", "a: 1\r\n\r\na: 2\r\n",
            """
            a.yaml:3:1: error[duplicate-key]: the key `a` stands twice in one mapping
              a: 2
              ^
              keep one of them
              a.yaml:1:1: note: the first stands here
                a: 1
                ^
            """),
        Case(
            "byte order mark at the start", "\u{FEFF}é: 1\né: 2\n",
            """
            a.yaml:2:1: error[duplicate-key]: the key `é` stands twice in one mapping
              é: 2
              ^
              keep one of them
              a.yaml:1:1: note: the first stands here
                é: 1
                ^
            """),
    ]
}
