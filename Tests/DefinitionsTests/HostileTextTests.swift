import Diagnostics
import Testing

@testable import Definitions

@Suite("Expressions in files that are made to break the reader")
struct HostileTextTests {
    private static let when = "when: change(syv_incidents) > 10%"

    private static func expression(_ name: String, _ text: String, says: String) -> Case {
        Case(name, replacing: when, by: "when: \(text)", says: says)
    }

    static let cases = [
        expression(
            "a letter of another script", "ch\u{0430}nge(syv_incidents) > 10%",
            says: #"""
                violence.yaml:35:13: error[rule-character]: the character U+0430 has no meaning in an expression
                      when: ch\#u{0430}nge(syv_incidents) > 10%
                              ^
                  names and operators are plain ASCII; look for a letter that only looks right, or a typographic sign

                """#),
        expression(
            "a whole word of another script", "change(\u{0455}\u{0443}v) > 10%",
            says: #"""
                violence.yaml:35:18: error[rule-character]: the character U+0455 has no meaning in an expression
                      when: change(\#u{0455}\#u{0443}v) > 10%
                                   ^
                  names and operators are plain ASCII; look for a letter that only looks right, or a typographic sign

                """#),
        expression(
            "a right-to-left override", "change(syv_incidents) \u{202E}> 10%",
            says: #"""
                violence.yaml:35:33: error[rule-character]: the character U+202E has no meaning in an expression
                      when: change(syv_incidents) <U+202E>> 10%
                                                  ^~~~~~~~
                  names and operators are plain ASCII; look for a letter that only looks right, or a typographic sign

                """#),
        expression(
            "a right-to-left mark", "change(syv_incidents) > 10%\u{200F}",
            says: #"""
                violence.yaml:35:38: error[rule-character]: the character U+200F has no meaning in an expression
                      when: change(syv_incidents) > 10%<U+200F>
                                                       ^~~~~~~~
                  names and operators are plain ASCII; look for a letter that only looks right, or a typographic sign

                """#),
        expression(
            "a control character in an escape", #""change(syv_incidents) \a> 10%""#,
            says: #"""
                violence.yaml:35:34: error[rule-character]: the character U+0007 has no meaning in an expression
                      when: "change(syv_incidents) \a> 10%"
                                                   ^~
                violence.yaml:35:34: error[yaml-control-character]: the character U+0007 may not stand in a YAML file
                      when: "change(syv_incidents) \a> 10%"
                                                   ^~

                """#),
        expression(
            "a NUL in an escape", #""change(syv_incidents)\0 > 10%""#,
            says: #"""
                violence.yaml:35:33: error[rule-character]: the character U+0000 has no meaning in an expression
                      when: "change(syv_incidents)\0 > 10%"
                                                  ^~
                violence.yaml:35:33: error[yaml-control-character]: the character U+0000 may not stand in a YAML file
                      when: "change(syv_incidents)\0 > 10%"
                                                  ^~

                """#),
        expression(
            "a control character as it is", "change(syv_incidents) \u{7}> 10%",
            says: #"""
                violence.yaml:35:33: error[yaml-control-character]: the character U+0007 may not stand in a YAML file
                      when: change(syv_incidents) <U+0007>> 10%
                                                  ^~~~~~~~

                """#),
        expression(
            "a number of 400 digits", "syv_incidents > " + String(repeating: "9", count: 400),
            says: #"""
                violence.yaml:35:27: error[rule-number]: `9999999999999999999999999999999999999999…` is not a number that can be held
                      when: syv_incidents > 9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999…
                                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

                """#),
        expression(
            "a window of more months than there are", "'sum(syv_incidents, over: 999999999999 months) > 1'",
            says: #"""
                violence.yaml:35:37: error[beyond-history]: 999999999999 months of figures are needed, and none are kept over 20 years
                      when: 'sum(syv_incidents, over: 999999999999 months) > 1'
                                                      ^~~~~~~~~~~~~~~~~~~
                  ask for less

                """#),
        expression(
            "a financial year that does not follow", "at(syv_share, 2023/25) > 1%",
            says: #"""
                violence.yaml:35:25: error[rule-period]: there is no period `2023/25`
                      when: at(syv_share, 2023/25) > 1%
                                          ^~~~~~~
                  write 2024-03, 2024 Q1, 2024 or 2023/24

                """#),
        expression(
            "a thirteenth month", "at(syv_share, 2024-13) > 1%",
            says: #"""
                violence.yaml:35:25: error[rule-period]: there is no period `2024-13`
                      when: at(syv_share, 2024-13) > 1%
                                          ^~~~~~~
                  write 2024-03, 2024 Q1, 2024 or 2023/24

                """#),
        expression(
            "a fifth quarter", "at(syv_share, 2024 Q5) > 1%",
            says: #"""
                violence.yaml:35:25: error[rule-period]: there is no period `2024 Q5`
                      when: at(syv_share, 2024 Q5) > 1%
                                          ^~~~~~~
                  write 2024-03, 2024 Q1, 2024 or 2023/24

                """#),
        expression(
            "brackets without end", String(repeating: "(", count: 10_000),
            says: #"""
                violence.yaml:35:75: error[rule-too-deep]: the expression is nested more than 64 deep
                  …((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((…
                                                           ^
                  make two rules of it, or a KPI of its own

                """#),
        expression(
            "not, not, not", String(repeating: "not ", count: 4_000) + "syv_share > 1%",
            says: #"""
                violence.yaml:35:267: error[rule-too-deep]: the expression is nested more than 64 deep
                  …not not not not not not not not not not not not not not not not not not not not not not not not not not not not not not …
                                                           ^~~
                  make two rules of it, or a KPI of its own

                """#),
        expression(
            "minus, minus", "syv_share > " + String(repeating: "-", count: 10_000) + "1%",
            says: #"""
                violence.yaml:35:87: error[rule-too-deep]: the expression is nested more than 64 deep
                  …------------------------------------------------------------------------------------------------------------------------…
                                                           ^
                  make two rules of it, or a KPI of its own

                """#),
        expression(
            "calls in calls", String(repeating: "change(", count: 2_800),
            says: #"""
                violence.yaml:35:459: error[rule-too-deep]: the expression is nested more than 64 deep
                  …ange(change(change(change(change(change(change(change(change(change(change(change(change(change(change(change(change(cha…
                                                           ^~~~~~
                  make two rules of it, or a KPI of its own

                """#),
        expression(
            "a chain of ands", "syv_share > 1%" + String(repeating: " and syv_share > 1%", count: 1_000),
            says: #"""
                violence.yaml:35:4894: error[rule-too-many-operators]: the expression joins more than 256 operands
                  …d syv_share > 1% and syv_share > 1% and syv_share > 1% and syv_share > 1% and syv_share > 1% and syv_share > 1% and syv_…
                                                           ^~~~~~~~~
                  make two rules of it, or a KPI of its own

                """#),
        expression(
            "longer than any rule", "syv_share > 1%" + String(repeating: " or syv_share > 1%", count: 1_200),
            says: #"""
                violence.yaml:35:11: error[rule-too-long]: the expression has 21614 bytes; at most 20000 are read
                      when: syv_share > 1% or syv_share > 1% or syv_share > 1% or syv_share > 1% or syv_share > 1% or syv_share > 1% or sy…
                            ^

                """#),
        expression(
            "a megabyte", String(repeating: "a", count: 1 << 20),
            says: #"""
                violence.yaml:35:11: error[yaml-value-too-long]: this value has 1048576 bytes; at most 65536 are read
                      when: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…
                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

                """#),
    ]

    @Test("each is refused in full, at its place", arguments: cases)
    func message(_ wanted: Case) {
        #expect(Files.replacing(wanted.old, wanted.new).rendered == wanted.says)
    }

    @Test("a byte that is no UTF-8 is told by its place, and nothing is read past it")
    func notUTF8() throws {
        var bytes = Array(Files.violence.utf8)
        let place = try #require(bytes.firstRange(of: Array("(syv_incidents) > 10%".utf8))).lowerBound
        bytes[place] = 0xFF
        let files = [
            SourceFile(path: "partnership.yaml", text: Files.partnership), SourceFile(path: "violence.yaml", bytes: bytes),
        ]
        let loaded = DefinitionsLoader(modules: ModuleOffers(Files().offers), asOf: Files().asOf)
            .load(files, from: "Rules")
        #expect(loaded.definitions == nil)
        #expect(
            loaded.report.rendered(as: .text) == """
                violence.yaml:35:17: error[yaml-not-utf8]: the file is not UTF-8: byte 0xFF at byte 791
                      when: change<0xFF>syv_incidents) > 10%
                                  ^~~~~~
                  save the file with the encoding UTF-8

                """)
    }
}
