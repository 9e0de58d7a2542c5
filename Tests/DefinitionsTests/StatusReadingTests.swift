import Diagnostics
import Measures
import RuleLanguage
import Testing

@testable import Definitions

@Suite("Red, amber and green as written")
struct StatusReadingTests {
    private static let counted = "better: lower\n    theme: Collaboration\n"
    private static let shared = "target: {value: 10%, by: 2026/27, from: {value: 0%, at: 2023/24}, path: linear}\n"

    /// The valid files, with more keys on the KPI of incidents.
    private static func incidents(_ keys: String) -> Files { .replacing(counted, counted + keys + "\n") }

    /// Red is more than a tenth off and worse than the year before, amber more than a tenth off and improved or held, green
    /// within a tenth.
    static let compound = """
            target: {value: 50, tolerance: 10% of target, owner: Board, because: Agreed in 2024}
            rag:
              on: quarter
              red: syv_incidents > tolerance(syv_incidents) and change(syv_incidents) > 0%
              amber: syv_incidents > tolerance(syv_incidents)
              owner: Performance board
              because: As in the performance framework
        """

    private static func status(_ files: Files) throws -> StatusRule {
        let loaded = files.load()
        let definitions = try #require(loaded.definitions, "\(loaded.report.rendered(as: .text))")
        return try #require(definitions.priorities[0].kpis.compactMap(\.status).first)
    }

    @Test("the compound form takes eight lines of YAML at most, its target among them")
    func compoundForm() throws {
        #expect(Self.compound.split(separator: "\n").count <= 8)
        let rule = try Self.status(Self.incidents(Self.compound))
        #expect(rule.grain == .quarter && rule.amber != nil && rule.short != nil)
        #expect(rule.owner == "Performance board" && rule.because == "As in the performance framework")
        #expect(Set(rule.programs.flatMap { $0.series.map(\.name) }) == ["syv_incidents"])
        #expect(rule.programs.count == 6)
    }

    @Test("the form by target and tolerance takes two lines")
    func shortForm() throws {
        let rule = try Self.status(
            Self.incidents(
                "    target: {value: 50, tolerance: 10% of target, owner: Board, because: Agreed}\n    rag: {on: quarter}"))
        #expect(rule.amber != nil)
        #expect(rule.owner == "Board" && rule.because == "Agreed")
    }

    @Test("without a tolerance there is no amber, and the target's owner answers for the bound")
    func targetOnly() throws {
        let rule = try Self.status(Self.incidents("    target: {value: 50, owner: Board}\n    rag: {on: quarter}"))
        #expect(rule.amber == nil)
        #expect(rule.owner == "Board" && rule.because == nil)
    }

    @Test("periods that overlap have no period before, and a change of theirs is told on the year before alone")
    func overlapping() throws {
        let files = Self.incidents("    target: {value: 50}\n    rag: {on: rolling year}")
        let rolling = Files.replacing("grains: [quarter]", "grains: [quarter, rolling year]").violence
        var both = files
        both.violence = rolling.replacing(
            Self.counted, with: "\(Self.counted)    target: {value: 50}\n    rag: {on: rolling year}\n")
        let rule = try Self.status(both)
        #expect(rule.short == nil)
        #expect(rule.programs.count == 3)
    }

    static let cases = [
        Case(
            "a KPI of which neither way is better", replacing: shared, by: "\(shared)    rag: {on: quarter}\n",
            says: #"""
                violence.yaml:28:15: error[status-without-direction]: `syv_share` is neither better low nor high, so it has no red, amber or green
                      rag: {on: quarter}
                                ^~~~~~~
                  state `better: lower` or `better: higher`

                """#),
        Case(
            "nothing that says what is red", replacing: counted, by: "\(counted)    rag: {on: quarter}\n",
            says: #"""
                violence.yaml:21:15: error[status-without-bound]: `syv_incidents` has no target, and nothing says what is red
                      rag: {on: quarter}
                                ^~~~~~~
                  give the KPI a `target:`, or state `red:`

                """#),
        Case(
            "a target that cannot be read is told, and not that there is none", replacing: counted,
            by: "\(counted)    target: {value: 10%}\n    rag: {on: quarter}\n",
            says: #"""
                violence.yaml:21:21: error[not-a-figure]: `10%` is not a figure in count
                      target: {value: 10%}
                                      ^~~

                """#),
        Case(
            "an amber without its red, told once", replacing: counted,
            by: "\(counted)    rag: {on: quarter, amber: syv_incidents > 5}\n",
            says: #"""
                violence.yaml:21:24: error[missing-key]: a `rag` with `amber` needs the key `red`
                      rag: {on: quarter, amber: syv_incidents > 5}
                                         ^~~~~

                """#),
        Case(
            "bounds that nobody answers for", replacing: counted,
            by: "\(counted)    rag: {on: quarter, red: syv_incidents > 5, because: Agreed}\n",
            says: #"""
                violence.yaml:21:24: error[missing-key]: a `rag` with bounds of its own needs the key `owner`
                      rag: {on: quarter, red: syv_incidents > 5, because: Agreed}
                                         ^~~

                """#),
        Case(
            "bounds without a reason", replacing: counted,
            by: "\(counted)    rag: {on: quarter, red: syv_incidents > 5, owner: Board}\n",
            says: #"""
                violence.yaml:21:24: error[missing-key]: a `rag` with bounds of its own needs the key `because`
                      rag: {on: quarter, red: syv_incidents > 5, owner: Board}
                                         ^~~

                """#),
        Case(
            "no grain", replacing: counted,
            by: "\(counted)    rag: {red: syv_incidents > 5, owner: Board, because: Agreed}\n",
            says: #"""
                violence.yaml:21:5: error[missing-key]: a `rag` needs the key `on`
                      rag: {red: syv_incidents > 5, owner: Board, because: Agreed}
                      ^~~

                """#),
        Case(
            "a fault in a condition, at its term", replacing: counted,
            by:
                "\(counted)    rag:\n      on: quarter\n      red: syv_incidents > 10%\n      owner: Board\n      because: Agreed\n",
            says: #"""
                violence.yaml:23:12: error[unit-mismatch]: `>` cannot join a count and a percent
                        red: syv_incidents > 10%
                             ^~~~~~~~~~~~~~~~~~~

                """#),
        Case(
            "a tolerance that the target does not state", replacing: counted,
            by:
                "\(counted)    target: {value: 50}\n    rag: {on: quarter, red: syv_incidents > tolerance(syv_incidents), owner: Board, because: Agreed}\n",
            says: #"""
                violence.yaml:22:45: error[no-tolerance]: the target of `syv_incidents` states no tolerance
                      rag: {on: quarter, red: syv_incidents > tolerance(syv_incidents), owner: Board, because: Agreed}
                                                              ^~~~~~~~~~~~~~~~~~~~~~~~
                  give the target a `tolerance:`, with its `owner:` and `because:`

                """#),
        Case(
            "a steady band without its sign", replacing: counted,
            by: "\(counted)    target: {value: 50}\n    rag: {on: quarter, steady: 2}\n",
            says: #"""
                violence.yaml:22:32: error[not-a-figure]: `2` is not a figure in percent
                      rag: {on: quarter, steady: 2}
                                                 ^
                  write it with its sign: 10%

                """#),
        Case(
            "a steady band below nought", replacing: counted,
            by: "\(counted)    target: {value: 50}\n    rag: {on: quarter, steady: -2%}\n",
            says: #"""
                violence.yaml:22:32: error[out-of-range]: `steady` must be at least 0, not -2%
                      rag: {on: quarter, steady: -2%}
                                                 ^~~

                """#),
        Case(
            "a key that there is not", replacing: counted,
            by: "\(counted)    target: {value: 50}\n    rag: {on: quarter, green: syv_incidents < 5}\n",
            says: #"""
                violence.yaml:22:24: error[unknown-key]: a `rag` has no key `green`
                      rag: {on: quarter, green: syv_incidents < 5}
                                         ^~~~~
                  known keys: `on`, `red`, `amber`, `steady`, `owner`, `because`

                """#),
        Case(
            "a grain that the KPI is not told in", replacing: counted,
            by: "\(counted)    target: {value: 50}\n    rag: {on: month}\n",
            says: #"""
                violence.yaml:22:15: error[not-at-grain]: `syv_incidents` is not told by month
                      rag: {on: month}
                                ^~~~~
                  its grains: quarter

                """#),
    ]

    @Test("one defect, one message, in full", arguments: cases)
    func message(_ wanted: Case) {
        #expect(Files.replacing(wanted.old, wanted.new).rendered == wanted.says)
    }
}
