import Definitions
import Diagnostics
import Measures
import ModuleKit
import Testing

@Suite("What a dataset says of its files: encoding, retention, senders")
struct DatasetOptionTests {
    private static let written = "files: violence/*.csv\n"

    private static func files(_ options: String) -> Files {
        .replacing(written, "files: violence/*.csv\n    " + options + "\n")
    }

    @Test func optionsAsMeant() throws {
        let loaded = Self.files(
            "encoding: windows-1252\n    retention: 36 months\n    senders: {column: area, of: {North: Woodside, South: E05b}}"
        ).load()
        let definitions = try #require(loaded.definitions, "\(loaded.report.rendered(as: .text))")
        let dataset = definitions.priorities[0].datasets[0]
        #expect(dataset.encoding == .windows1252)
        #expect(dataset.retentionMonths == 36)
        #expect(
            dataset.senders
                == DatasetContract.Senders(column: "area", areas: ["North": AreaCode("E05a"), "South": AreaCode("E05b")]))
    }

    static let cases: [(options: String, says: String)] = [
        (
            "encoding: ansi",
            #"""
            violence.yaml:10:15: error[unknown-choice]: `ansi` is not one of the values of `encoding`
                  encoding: ansi
                            ^~~~
              possible values: `utf-8`, `windows-1252`, `latin-1`, `utf-16`
            """#
        ),
        (
            "retention: 3 years",
            #"""
            violence.yaml:10:16: error[not-a-figure]: `3 years` is not a figure in months, such as `20 months`
                  retention: 3 years
                             ^~~~~~~
            """#
        ),
        (
            "senders: {column: force, of: {North: Woodside}}",
            #"""
            violence.yaml:10:23: error[unknown-column]: there is no column `force`
                  senders: {column: force, of: {North: Woodside}}
                                    ^~~~~
              columns: `date`, `area`, `age`
            """#
        ),
        (
            "senders: {column: area, of: {North: Woodsied}}",
            #"""
            violence.yaml:10:41: error[unknown-area]: there is no area `Woodsied`
                  senders: {column: area, of: {North: Woodsied}}
                                                      ^~~~~~~~
              did you mean `Woodside`?
            """#
        ),
        (
            "senders: {column: area}",
            #"""
            violence.yaml:10:5: error[missing-key]: `senders` needs the key `of`
                  senders: {column: area}
                  ^~~~~~~
            """#
        ),
    ]

    @Test(arguments: cases)
    func message(_ wanted: (options: String, says: String)) {
        #expect(Self.files(wanted.options).rendered == wanted.says + "\n")
    }

    @Test func aRetentionWithoutADateIsAnError() {
        var files = Files()
        files.violence = files.violence.replacing(
            "columns: {date: Date, area: LSOA, age: {header: Age, type: whole}}",
            with:
                "retention: 36 months\n    columns: {date: {header: Date, type: text}, area: LSOA, age: {header: Age, type: whole}}"
        )
        #expect(
            files.rendered.contains(
                "error[retention-without-date]: the records of `incidents` have no date, so nothing says which are older than its retention\n"
            ))
    }
}

@Suite("What a complete dataset needs")
struct CompleteDatasetReadingTests {
    /// The errors of the dataset with a key, a promise and a column more.
    static func codes(_ options: String, column: String = "") -> [String] {
        var files = Files.replacing("files: violence/*.csv\n", "files: violence/*.csv\n    \(options)\n")
        files.violence = files.violence.replacing("columns: {", with: "columns: {\(column)", maxReplacements: 1)
        return files.load().report.diagnostics.filter { $0.severity == .error }.map(\.problem.code)
    }

    @Test("an area in its key, and no more combinations of codes than a table has records")
    func promise() {
        #expect(Self.codes("key: [area]\n    complete: true") == [])
        #expect(Self.codes("complete: true") == ["complete-without-area"])
        #expect(Self.codes("key: [date]\n    complete: true") == ["complete-without-area"])
        let codes = (0..<101).map(String.init).joined(separator: ", ")
        let columns = ["a", "b"].map { "\($0): {header: \($0), type: text, codes: [\(codes)]}, " }.joined()
        #expect(Self.codes("key: [area, a]\n    complete: true", column: columns) == [])
        #expect(Self.codes("key: [area, a, b]\n    complete: true", column: columns) == ["complete-too-wide"])
        #expect(Self.codes("key: [area, a, b]\n    complete: false", column: columns) == [])
    }
}
