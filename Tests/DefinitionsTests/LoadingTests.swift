import Diagnostics
import Measures
import ModuleKit
import RuleLanguage
import Testing

@testable import Definitions

@Suite("The files as a whole")
struct LoadingTests {
    @Test("the valid files say what they say")
    func valid() throws {
        let (definitions, report) = Files().load()
        #expect(report.isEmpty, "\(report.rendered(as: .text))")
        let priority = try #require(definitions?.priorities.first)
        #expect(priority.kpis.map(\.id) == ["syv_incidents", "syv_share"])
        #expect(priority.kpis.map(\.datasets) == [["incidents"], ["incidents"]])
        #expect(priority.kpi("syv_incidents")?.parameters == ["under_age": .number(25)])
        #expect(priority.kpi("syv_share")?.levels.map(\.rawValue) == ["borough"])
        #expect(priority.dataset("incidents")?.columns.map(\.type) == [.date, .area, .whole])
        let rule = try #require(definitions?.rule("syv_rise"))
        #expect(rule.levels.map(\.rawValue) == ["borough", "ward"] && rule.groups == ["duty-subgroup"])
        #expect(rule.theme == "Collaboration" && rule.program.guards.map(\.kind) == [.chance])
        #expect(
            definitions?.partnership.geography.areas.map(\.code.rawValue) == ["E06", "E05a", "E05b", "E01a", "E01b", "E01c"])
    }

    @Test("all problems of all files are told in one go, in order of file and line")
    func allAtOnce() {
        var files = Files.replacingInPartnership("reports_to: board", "reports_to: bord")
        files.violence = Files.violence.replacing("theme: Collaboration", with: "theme: Cooperation")
            .replacing("unit: percent", with: "unit: per cent").replacing("> 10%", with: "> 10").replacing(
                "owner: Analyst", with: "onwer: Analyst")
        files.more = [
            SourceFile(path: "a.yaml", text: "beacon: 1\n\tx"),
            SourceFile(path: "z.yaml", text: Files.violence.replacing("lead: duty-subgroup", with: "lead: nobody")),
        ]
        let report = files.load().report
        let places = report.diagnostics.map { "\($0.path ?? "") \($0.span?.start.line ?? 0) \($0.problem.code)" }
        #expect(places.first?.hasPrefix("a.yaml 2 ") == true)
        #expect(
            places.dropFirst() == [
                "partnership.yaml 12 unknown-body", "violence.yaml 20 unknown-theme", "violence.yaml 25 unknown-unit",
                "violence.yaml 31 unknown-key", "violence.yaml 35 bare-number", "violence.yaml 41 unknown-key",
                "z.yaml 0 defined-twice", "z.yaml 0 defined-twice", "z.yaml 5 unknown-group", "z.yaml 12 defined-twice",
            ], "\(places)")
        #expect(files.load().definitions == nil)
    }

    @Test("a priority, a dataset, a KPI and a rule may be defined once over all files")
    func twice() {
        var files = Files()
        files.more = [SourceFile(path: "z.yaml", text: Files.violence)]
        #expect(
            files.rendered == """
                z.yaml: error[defined-twice]: the dataset `incidents` is defined in another file too
                z.yaml: error[defined-twice]: the priority `violence` is defined in another file too
                z.yaml:12:3: error[defined-twice]: the KPI `syv_incidents` is defined in another file too
                    syv_incidents:
                    ^~~~~~~~~~~~~
                z.yaml:21:3: error[defined-twice]: the KPI `syv_share` is defined in another file too
                    syv_share:
                    ^~~~~~~~~
                z.yaml:29:3: error[defined-twice]: the rule `syv_rise` is defined in another file too
                    syv_rise:
                    ^~~~~~~~
                z.yaml:39:3: error[defined-twice]: the rule `syv_low` is defined in another file too
                    syv_low:
                    ^~~~~~~

                """)
    }

    @Test("an empty folder, and one without the partnership's file, are told as such")
    func nothing() {
        let loader = DefinitionsLoader(modules: ModuleOffers([:]), asOf: CalendarDate(daysSince1970: 0))
        #expect(
            loader.load([], from: "Rules").report.rendered(as: .text)
                == "Rules: error[no-definitions]: `Rules` holds no definition files\n")
        let only = loader.load([SourceFile(path: "Rules/violence.yaml", text: Files.violence)], from: "Rules")
        #expect(
            only.report.rendered(as: .text) == """
                Rules: error[no-partnership]: `Rules` holds no `partnership.yaml`
                Rules/violence.yaml:4:9: error[unknown-module]: there is no module `violence`
                  module: violence
                          ^~~~~~~~

                """)
        #expect(only.definitions == nil)
    }

    @Test("a module that did not answer is a warning, and what can be checked without it is")
    func moduleFailed() {
        var files = Files()
        files.offers = ["violence": .failed(reason: "it crashed")]
        #expect(
            files.rendered == """
                violence.yaml:4:9: warning[module-failed]: the module `violence` did not say what it offers: it crashed
                  module: violence
                          ^~~~~~~~

                """)
        #expect(files.load().definitions != nil)
        files.violence = files.violence.replacing("> 10%", with: "> 10")
        #expect(files.load().report.diagnostics.map(\.problem.code) == ["module-failed", "bare-number"])
    }

    @Test("a thematic group that gets no list is told")
    func groupWithoutPriority() {
        let files = Files.replacingInPartnership("boards:", "  roads: {title: Roads, audience: internal}\nboards:")
        #expect(
            files.rendered == """
                partnership.yaml:13:3: warning[group-without-priority]: no priority and no rule goes to the group `roads`
                    roads: {title: Roads, audience: internal}
                    ^~~~~
                  let a priority name it as its lead, or a rule go `to` it; or take it out

                """)
        var reached = files
        reached.violence = reached.violence.replacing("respond: Convene", with: "respond: Convene\n    to: roads")
        #expect(reached.load().report.isEmpty)
        #expect(reached.load().definitions?.rule("syv_rise")?.groups == ["duty-subgroup", "roads"])
    }

    @Test(
        "a target's path is straight, from the end of its first period to the end of its last",
        arguments: [
            ("2022/23", nil), ("2023/24", 0), ("2024/25", 1.0 / 30), ("2025/26", 2.0 / 30), ("2026/27", 0.1),
            ("2030/31", 0.1),
            ("2024 Q2", 0.1 * 3 / 36), ("2027-03", 0.1), ("2024-04", 0.1 / 36),
        ] as [(String, Double?)])
    func path(_ text: String, _ wanted: Double?) throws {
        let target = try #require(Files().load().definitions?.priorities.first?.kpi("syv_share")?.target)
        let expected = target.expected(at: try #require(Period(text)))
        #expect((expected == nil) == (wanted == nil))
        #expect(abs((expected ?? 0) - (wanted ?? 0)) < 1e-12)
    }

    @Test("a target without a path holds from its day on, and one without a day always")
    func plainTargets() throws {
        let day = Target(value: 5, by: Period("2026/27"))
        #expect(day.expected(at: try #require(Period("2025/26"))) == nil)
        #expect(day.expected(at: try #require(Period("2026/27"))) == 5)
        #expect(Target(value: 5).expected(at: try #require(Period("1990"))) == 5)
    }
}
