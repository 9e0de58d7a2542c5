import Definitions
import Diagnostics
import ModuleKit
import Testing

@Suite("Columns of a dataset: a header, a sum of several, a stated value")
struct ColumnTests {
    private static let written = "columns: {date: Date, area: LSOA, age: {header: Age, type: whole}}"

    private static func files(_ column: String) -> Files {
        .replacing(written, "columns: {date: Date, area: LSOA, age: {header: Age, type: whole}, \(column)}")
    }

    static let sound: [(String, DatasetContract.Origin, ColumnType)] = [
        ("more: {sum: 10..13}", .sum(["10", "11", "12", "13"]), .number),
        ("more: {sum: [85..87, 90+], type: whole}", .sum(["85", "86", "87", "90+"]), .whole),
        ("more: {sum: [\"10\", 11]}", .sum(["10", "11"]), .number),
        ("more: {value: 2020}", .value("2020"), .whole),
        ("more: {value: 2020-06-30, type: date}", .value("2020-06-30"), .date),
        ("more: {value: mid-year}", .value("mid-year"), .text),
        ("more: Header", .header("Header"), .text),
    ]

    @Test(arguments: sound)
    func columnsAsMeant(_ wanted: (String, DatasetContract.Origin, ColumnType)) throws {
        let loaded = Self.files(wanted.0).load()
        let definitions = try #require(loaded.definitions, "\(loaded.report.rendered(as: .text))")
        let column = try #require(definitions.priorities[0].datasets[0].column("more"))
        #expect(column.origin == wanted.1)
        #expect(column.type == wanted.2)
    }

    static let cases: [(column: String, says: String)] = [
        (
            "more: {}",
            #"""
            violence.yaml:10:72: error[missing-key]: a column needs the key `header`
                  columns: {date: Date, area: LSOA, age: {header: Age, type: whole}, more: {}}
                                                                                     ^~~~
            """#
        ),
        (
            "more: {header: A, sum: 1..3}",
            #"""
            violence.yaml:10:90: error[column-origin]: the column `more` comes from `header` and `sum`; it can come from one of them
                  columns: {date: Date, area: LSOA, age: {header: Age, type: whole}, more: {header: A, sum: 1..3}}
                                                                                                       ^~~
              keep `header` for one column of the file, `sum` for several, or `value` for what the file leaves out
            """#
        ),
        (
            "more: {sum: 24..10}",
            #"""
            violence.yaml:10:84: error[not-header-range]: `24..10` is not a range of headers
                  columns: {date: Date, area: LSOA, age: {header: Age, type: whole}, more: {sum: 24..10}}
                                                                                                 ^~~~~~
              write the first and the last whole number, at most 200 headers apart: 10..24
            """#
        ),
        (
            "more: {sum: 1..900}",
            #"""
            violence.yaml:10:84: error[not-header-range]: `1..900` is not a range of headers
                  columns: {date: Date, area: LSOA, age: {header: Age, type: whole}, more: {sum: 1..900}}
                                                                                                 ^~~~~~
              write the first and the last whole number, at most 200 headers apart: 10..24
            """#
        ),
        (
            "more: {sum: [10..12, 11]}",
            #"""
            violence.yaml:10:79: error[header-twice]: the sum `more` has the header `11` twice
                  columns: {date: Date, area: LSOA, age: {header: Age, type: whole}, more: {sum: [10..12, 11]}}
                                                                                            ^~~
              name each header once
            """#
        ),
        (
            "more: {sum: 1..3, type: text}",
            #"""
            violence.yaml:10:72: error[sum-of-no-numbers]: the column `more` is a sum, so it cannot be of type text
                  columns: {date: Date, area: LSOA, age: {header: Age, type: whole}, more: {sum: 1..3, type: text}}
                                                                                     ^~~~
              state `type: whole` or `type: number`
            """#
        ),
        (
            "more: {sum: []}",
            #"""
            violence.yaml:10:84: error[empty-list]: `sum` must list at least one value
                  columns: {date: Date, area: LSOA, age: {header: Age, type: whole}, more: {sum: []}}
                                                                                                 ^~
            """#
        ),
        (
            "more: {value: soon, type: whole}",
            #"""
            violence.yaml:10:72: error[stated-value]: `soon`, stated for the column `more`, is not of its type, whole
                  columns: {date: Date, area: LSOA, age: {header: Age, type: whole}, more: {value: soon, type: whole}}
                                                                                     ^~~~
              write the value as the type has it: a whole number in digits, a date as 2024-03-31
            """#
        ),
        (
            "more: {value: A17, type: person}",
            #"""
            violence.yaml:10:72: error[person-stated]: the column `more` refers to a person, and cannot be one for every record
                  columns: {date: Date, area: LSOA, age: {header: Age, type: whole}, more: {value: A17, type: person}}
                                                                                     ^~~~
              name the header that holds the reference
            """#
        ),
        (
            "more: {value: 2024-13-01, type: date}",
            #"""
            violence.yaml:10:72: error[stated-value]: `2024-13-01`, stated for the column `more`, is not of its type, date
                  columns: {date: Date, area: LSOA, age: {header: Age, type: whole}, more: {value: 2024-13-01, type: date}}
                                                                                     ^~~~
              write the value as the type has it: a whole number in digits, a date as 2024-03-31
            """#
        ),
    ]

    @Test(arguments: cases)
    func message(_ wanted: (column: String, says: String)) {
        #expect(Self.files(wanted.column).rendered == wanted.says + "\n")
    }
}
