import Definitions
import Measures
import RuleLanguage
import Testing

@testable import Alerting

@Suite("Red, amber and green, and what they rest on")
struct KPIStatusTests {
    private static func count(_ value: Double) -> Observation { StatusTown.count(value) }
    private static func absent(_ state: Observation.State) -> Observation { Observation(absent: state) }

    @Test("a colour follows from red and amber, whatever each of them is: true, false or not known")
    func colours() throws {
        // `checks` above 0 makes a condition true; missing, or before its series, not known.
        let truths: [(Observation, AbsenceReason?)] = [
            (Self.count(1), nil), (Self.count(0), nil), (Self.absent(.missing), .missing),
        ]
        for (red, redReason) in truths {
            for (amber, amberReason) in truths {
                var town = StatusTown()
                town.keys = [
                    "better: lower",
                    "rag: {on: quarter, red: previous(checks) > 0, amber: checks > 0, owner: A, because: B}",
                ]
                let filler = Self.count(5)
                let told = try #require(
                    try town.statuses(
                        Array(repeating: filler, count: 6), checks: [filler, filler, filler, filler, red, amber]
                    ).first)
                let expected: KPIStatus.Colour
                if let redReason {
                    expected = .notAssessed(redReason)
                } else if red.value == 1 {
                    expected = .red
                } else if let amberReason {
                    expected = .notAssessed(amberReason)
                } else {
                    expected = amber.value == 1 ? .amber : .green
                }
                #expect(
                    told.colour == expected, "red \(red.state) \(red.value ?? -1), amber \(amber.state) \(amber.value ?? -1)"
                )
            }
        }
    }

    @Test(
        "by target and tolerance: green on the target, amber off it, red beyond the tolerance; each bound belongs to the better side",
        arguments: [
            ("lower", 0, "green"), ("lower", 100, "green"), ("lower", 101, "amber"), ("lower", 110, "amber"),
            ("lower", 111, "red"), ("higher", 200, "green"), ("higher", 100, "green"), ("higher", 99, "amber"),
            ("higher", 90, "amber"), ("higher", 89, "red"), ("higher", 0, "red"),
        ] as [(String, Double, String)])
    func tolerance(better: String, value: Double, colour: String) throws {
        let told = try #require(try StatusTown.usual(better: better).status(Self.count(value)))
        #expect(told.colour.words == colour)
        #expect(told.target == 100 && told.observation.value == value && told.period.description == "2023 Q4")
        #expect(told.kpi.status?.owner == "Board")
    }

    @Test("without a tolerance there is nothing between red and green")
    func targetOnly() throws {
        let town = StatusTown.usual(target: "{value: 100}")
        #expect(try town.status(Self.count(100))?.colour == .green)
        #expect(try town.status(Self.count(101))?.colour == .red)
    }

    @Test("before a target's path begins there is nothing to judge by")
    func beforePath() throws {
        let town = StatusTown.usual(
            target: "{value: 50, by: 2030, from: {value: 100, at: 2024}, tolerance: 5, owner: Board, because: Agreed}")
        let told = try #require(try town.status(Self.count(100)))
        #expect(told.colour == .notAssessed(.noValue) && told.target == nil)
        #expect(told.long == .steady)
    }

    @Test("a figure on a path is held against what is expected of its own period")
    func path() throws {
        // 96 at the end of March 2023, 72 two years later: one less each month, so 87 at the end of December 2023.
        let town = StatusTown.usual(target: "{value: 72, by: 2024/25, from: {value: 96, at: 2022/23}}")
        #expect(try town.status(Self.count(87))?.colour == .green)
        #expect(try town.status(Self.count(88))?.colour == .red)
        #expect(try town.status(Self.count(87))?.target == 87)
    }

    @Test(
        "the compound form, case by case",
        arguments: [
            (110, 50, "green"), (110, 110, "green"), (110, 200, "green"), (111, 50, "red"), (111, 110, "red"),
            (111, 111, "amber"), (111, 112, "amber"), (111, 0, "red"), (0, 0, "green"),
        ] as [(Double, Double, String)])
    func compound(now: Double, yearBefore: Double, colour: String) throws {
        let told = try Self.compound.status(Self.count(now), yearBefore: Self.count(yearBefore))
        #expect(told?.colour.words == colour)
    }

    @Test(
        "the compound form where the year before is not there: green needs no year before, red and amber cannot be told apart"
    )
    func compoundWithoutYearBefore() throws {
        let reasons: [(Observation.State, AbsenceReason)] = [
            (.missing, .missing), (.beforeHistory, .insufficientHistory), (.withheld, .withheld),
            (.moduleFailed, .moduleFailed), (.noValue, .noValue),
        ]
        for (state, reason) in reasons {
            let off = try Self.compound.status(Self.count(111), yearBefore: Self.absent(state))
            #expect(off?.colour == .notAssessed(reason), "\(state)")
            #expect(off?.colour.words == "not assessed: \(reason.words)")
            #expect(try Self.compound.status(Self.count(110), yearBefore: Self.absent(state))?.colour == .green, "\(state)")
        }
    }

    /// Red: more than a tenth off and worse than the year before. Amber: more than a tenth off and improved or held.
    private static let compound = StatusTown(keys: [
        "better: lower", "target: {value: 100, tolerance: 10% of target, owner: Board, because: Agreed}", "rag:",
        "  on: quarter", "  red: incidents > tolerance(incidents) and change(incidents) > 0%",
        "  amber: incidents > tolerance(incidents)", "  owner: Performance board", "  because: Agreed",
    ])

    @Test("what is not there leaves unknown what needs it, and nothing else")
    func absent() throws {
        let town = StatusTown.usual()
        let noNow = try #require(try town.status(Self.absent(.missing)))
        #expect(noNow.colour == .notAssessed(.missing))
        #expect(noNow.short == .notKnown(.missing) && noNow.long == .notKnown(.missing))
        let noBefore = try #require(try town.status(Self.count(100), before: Self.absent(.withheld)))
        #expect(noBefore.colour == .green && noBefore.short == .notKnown(.withheld) && noBefore.long == .steady)
        let noYearBefore = try #require(try town.status(Self.count(100), yearBefore: Self.absent(.missing)))
        #expect(noYearBefore.colour == .green && noYearBefore.short == .steady && noYearBefore.long == .notKnown(.missing))
        #expect(noYearBefore.long.words == "not known: missing")
        let alone = try #require(
            try town.statuses([Self.count(100)] + Array(repeating: Self.absent(.missing), count: 1)).first)
        #expect(alone.long == .notKnown(.missing))
    }

    @Test("the period told is the latest that is due; where none is, the latest, as not due")
    func latestDue() throws {
        let town = StatusTown.usual()
        let row = [100, 100, 100, 100, 111].map(Self.count) + [Self.absent(.notDue)]
        let told = try #require(try town.statuses(row).first)
        #expect(told.period.description == "2023 Q1" && told.colour == .red && told.long == .worsened)
        let none = try #require(try town.statuses(Array(repeating: Self.absent(.notDue), count: 6)).first)
        #expect(none.period.description == "2023 Q2" && none.colour == .notAssessed(.notDue))
        // Due and absent is told as missing, and not passed over for an older figure.
        let late = try #require(
            try town.statuses([100, 100, 100, 100, 111].map(Self.count) + [Self.absent(.missing)]).first)
        #expect(late.period.description == "2023 Q2" && late.colour == .notAssessed(.missing))
    }

    @Test("a stated period is judged as it was, and one beyond the figures has no status")
    func statedPeriod() throws {
        let town = StatusTown.usual()
        let row = [100, 100, 100, 100, 111, 90].map(Self.count)
        let judge = try town.judge([StatusTown.block("incidents", StatusTown.borough, [(StatusTown.whole, row)])])
        let priority = judge.definitions.priorities[0]
        func told(_ text: String) -> KPIStatus? {
            judge.statuses(of: priority.kpis[0], at: StatusTown.borough, priority, in: Period(text)).first
        }
        #expect(told("2023 Q1")?.colour == .red && told("2023 Q1")?.target == 100)
        #expect(told("2023 Q2")?.colour == .green)
        #expect(told("2024 Q1") == nil && told("2019 Q1") == nil)
    }

    @Test("where rounding hides the answer it is borderline, and where it doesn't the answer is told")
    func rounding() throws {
        let town = StatusTown.usual()
        // 110 is the end of the tolerance; 106 may be from 101 to 111, 111 from 106 to 116.
        #expect(try town.status(StatusTown.rounded(106))?.colour == .notAssessed(.borderline))
        #expect(try town.status(StatusTown.rounded(111))?.colour == .notAssessed(.borderline))
        #expect(try town.status(StatusTown.rounded(116))?.colour == .red)
        #expect(try town.status(StatusTown.rounded(105.5))?.colour == .notAssessed(.borderline))
        #expect(try town.status(StatusTown.rounded(95))?.colour == .green)
        #expect(try town.status(StatusTown.rounded(98))?.colour == .notAssessed(.borderline))
        #expect(try town.status(StatusTown.rounded(103))?.long == .notKnown(.borderline))
        #expect(try town.status(StatusTown.rounded(106))?.long == .worsened)
        #expect(try town.status(StatusTown.rounded(94))?.long == .improved)
    }

    @Test("every area of every level, in the order of the definitions, each with its own figures")
    func areas() throws {
        var town = StatusTown.usual()
        town.levels = "borough, ward"
        let good = Array(repeating: Self.count(90), count: 6)
        let bad = Array(repeating: Self.count(120), count: 6)
        let blocks = [
            StatusTown.block("incidents", AreaLevel("ward"), [(AreaCode("E05b"), bad), (StatusTown.woodside, good)]),
            StatusTown.block("incidents", StatusTown.borough, [(StatusTown.whole, bad)]),
        ]
        let told = try town.judge(blocks).statuses()
        #expect(
            told.map { "\($0.area.rawValue) \($0.level.rawValue) \($0.colour.words)" } == [
                "E06 borough red", "E05a ward green", "E05b ward red",
            ])
    }

    @Test("all that a status rests on is named, with the KPI that each figure is of, and what it was held against")
    func read() throws {
        var town = StatusTown.usual()
        town.keys[2] = "rag: {on: quarter, red: checks > 5, owner: A, because: B}"
        let row = [1, 2, 3, 4, 5, 6].map(Self.count)
        let told = try #require(try town.statuses(row, checks: [11, 12, 13, 14, 15, 16].map(Self.count)).first)
        #expect(
            Set(told.read.map { "\($0.kpi.id) \($0.observation.value ?? -1)" }) == [
                "checks 16.0", "incidents 6.0", "incidents 5.0", "incidents 2.0",
            ])
        #expect(told.explanation?.when.text == "checks > 5")
    }

    @Test("a condition on a KPI that is not told for the area is no green")
    func otherLevel() throws {
        var town = StatusTown()
        town.levels = "ward"
        town.keys = [
            "better: lower", "areas: [Woodside]",
            "rag: {on: quarter, red: checks > 5, amber: checks > 2, owner: A, because: B}",
        ]
        let row = Array(repeating: Self.count(1), count: 6)
        let told = try town.judge([
            StatusTown.block("incidents", AreaLevel("ward"), [(StatusTown.woodside, row)]),
            StatusTown.block("checks", StatusTown.borough, [(StatusTown.whole, row)]),
        ]).statuses()
        #expect(told.map(\.colour) == [.notAssessed(.missing)])
    }
}
