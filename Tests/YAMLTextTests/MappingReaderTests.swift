import Diagnostics
import Testing
import YAMLText

@Suite("Reading a mapping strictly")
struct MappingReaderTests {
    enum Grain: String, CaseIterable { case month, quarter }

    /// Reads `source` and gives what the reading gave and every message.
    private func read<Value>(_ source: String, _ body: (inout MappingReader) -> Value?) throws -> (Value?, [String]) {
        let document = YAMLDocument(parsing: SourceFile(path: "a.yaml", text: source))
        let problems = DiagnosticCollector(document.diagnostics)
        let root = try #require(document.root)
        var reader = try #require(MappingReader(root, of: "a KPI", reporting: problems))
        let value = body(&reader)
        reader.finish()
        return (value, problems.finished.diagnostics.map(\.rendered))
    }

    @Test("values come as asked for")
    func values() throws {
        let source = """
            title: no
            grains: [month, quarter]
            by: ward
            under_age: 25
            share: -0.5
            review: 2028-02-29
            provisional: true
            with: {a: 1}
            names: {x: one, y: two}
            """
        let (_, messages) = try read(source) { kpi in
            #expect(kpi.required("title", .text) == "no")
            #expect(kpi.required("grains", .list(of: .choice(of: Grain.self))) == [.month, .quarter])
            #expect(kpi.optional("by", .oneOrMore(.text)) == ["ward"])
            #expect(kpi.required("under_age", .integer(in: 0...120)) == 25)
            #expect(kpi.required("share", .number(in: -1...1)) == -0.5)
            #expect(kpi.required("review", .located(.date))?.value == YAMLDate(year: 2028, month: 2, day: 29))
            #expect(kpi.optional("provisional", .boolean) == true)
            #expect(kpi.optional("with", .mapping("parameters") { $0.required("a", .integer) }) == 1)
            #expect(kpi.required("names", .entries(of: .text))?.map(\.key.text) == ["x", "y"])
            #expect(kpi.optional("absent", .text) == nil)
            return 0
        }
        #expect(messages == [])
    }

    @Test("unknown and missing keys are told with the near miss")
    func keys() throws {
        let (_, messages) = try read("titel: A\nzebra: 1\n") { kpi -> Int? in
            _ = kpi.required("title", .text)
            _ = kpi.optional("unit", .text)
            return nil
        }
        #expect(
            messages == [
                """
                a.yaml:1:1: error[missing-key]: a KPI needs the key `title`
                  titel: A
                  ^~~~~
                """,
                """
                a.yaml:1:1: error[unknown-key]: a KPI has no key `titel`
                  titel: A
                  ^~~~~
                  did you mean `title`?
                """,
                """
                a.yaml:2:1: error[unknown-key]: a KPI has no key `zebra`
                  zebra: 1
                  ^~~~~
                  known keys: `title`, `unit`
                """,
            ])
    }

    @Test(
        "a number written in a way that others read differently is refused",
        arguments: [
            ("010", "not-whole-number"), ("1_000", "not-whole-number"), ("12:30", "not-whole-number"), ("0x1F", "not-whole-number"),
            ("1,000", "not-whole-number"), ("1e3", "not-whole-number"), ("1.0", "not-whole-number"), ("--1", "not-whole-number"),
            ("99999999999999999999", "not-whole-number"), ("'5'", "quoted-number"), ("500", "out-of-range"),
            ("[1]", "wrong-shape"), ("", "no-value"), ("~", "no-value"), ("٣", "not-whole-number"),
        ])
    func integers(_ text: String, _ code: String) throws {
        let (value, messages) = try read("n: \(text)\n") { $0.required("n", .integer(in: 0...120)) }
        #expect(value == nil)
        #expect(messages.count == 1)
        #expect(messages.first?.hasPrefix("a.yaml:1:") == true)
        #expect(messages.first?.contains("error[\(code)]") == true, "\(messages)")
    }

    @Test("decimals are plain digits", arguments: ["5.", ".5", "1.5.2", "inf", ".inf", "nan", "1e5", "00.5", "5%", "£5"])
    func decimals(_ text: String) throws {
        let (value, messages) = try read("n: \(text)\n") { $0.required("n", .number) }
        #expect(value == nil)
        #expect(
            messages.first?.hasPrefix("a.yaml:1:4: error[not-number]: `n` must be a number, not `\(text)`\n") == true)
    }

    @Test(
        "dates are ISO 8601 and on the calendar",
        arguments: ["2027-02-29", "31/03/2027", "2027-3-31", "2027-13-01", "27-03-31", "2027-03-31T00:00", "2027-04-31"])
    func dates(_ text: String) throws {
        let (value, messages) = try read("d: \(text)\n") { $0.required("d", .date) }
        #expect(value == nil)
        #expect(
            messages == [
                "a.yaml:1:4: error[not-date]: `d` must be a date, not `\(text)`\n  d: \(text)\n     ^"
                    + String(repeating: "~", count: text.count - 1) + "\n  write year, month and day: 2027-03-31"
            ])
    }

    @Test("yes and on are not true", arguments: ["yes", "on", "True", "1", "'true'"])
    func booleans(_ text: String) throws {
        let (value, messages) = try read("b: \(text)\n") { $0.required("b", .boolean) }
        #expect(value == nil)
        #expect(messages.count == 1)
        #expect(messages.first?.contains("error[not-true-or-false]: `b` must be `true` or `false`, not `") == true)
    }

    @Test("a value off the list, a wrong shape and an empty list are told at their place")
    func shapes() throws {
        let (_, messages) = try read("a: [month, quater]\nb: {x: 1}\nc: []\nd: week\ne:\n") { kpi -> Int? in
            #expect(kpi.required("a", .list(of: .choice(of: Grain.self))) == [.month])
            _ = kpi.required("b", .list(of: .text))
            _ = kpi.required("c", .list(of: .text))
            _ = kpi.required("d", .choice(["month": 1, "quarter": 2]))
            _ = kpi.required("e", .mapping("a target") { $0.required("value", .number) })
            return nil
        }
        #expect(
            messages == [
                """
                a.yaml:1:12: error[unknown-choice]: `quater` is not one of the values of `a`
                  a: [month, quater]
                             ^~~~~~
                  did you mean `quarter`?
                """,
                """
                a.yaml:2:4: error[wrong-shape]: `b` must be a list, not a mapping of keys to values
                  b: {x: 1}
                     ^~~~~~
                """,
                """
                a.yaml:3:4: error[empty-list]: `c` must list at least one value
                  c: []
                     ^~
                """,
                """
                a.yaml:4:4: error[unknown-choice]: `week` is not one of the values of `d`
                  d: week
                     ^~~~
                  possible values: `month`, `quarter`
                """,
                """
                a.yaml:5:1: error[wrong-shape]: a target must be a mapping of keys to values, not nothing
                  e:
                  ^
                """,
            ])
    }
}
